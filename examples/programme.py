"""A pair's personal programme: begun by the mentor, proposed to by the mentee, approved."""

from datetime import timedelta

from examples.phones import CAST
from examples.stage import Stage
from examples.story import Cast, at, this_day


async def play(stage: Stage, cast: Cast) -> None:
    """From the mentor's first line to the morning on which the pair learns of the yes."""
    mentor, mentee, curator = cast["mentor"], cast["mentee"], cast["curator"]
    await mentor.send("/menu")
    await mentor.press("menu-my-pair")
    await mentor.press("my-pair-plan")
    await mentor.press_label(0)
    await mentee.send("/menu")
    await mentee.press("menu-my-pair")
    await mentee.press("my-pair-plan")
    await mentee.send(CAST["proposal"])
    await mentee.press("personal-is-growth")
    await mentor.send("/menu")
    await mentor.press("menu-my-pair")
    await mentor.press("my-pair-plan")
    await mentor.press("personal-send")
    await curator.send("/menu")
    await curator.press("menu-todo")
    await curator.press("todo-kind-plans")
    await curator.press("todo-approve", kind="plans")
    await stage.go_to(at(this_day(stage) + timedelta(days=1)))
