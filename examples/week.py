"""A week of a mentor with a group: planned, told of in a tap, a roll called by name."""

from datetime import timedelta

from examples.phones import CAST, arrive
from examples.stage import Stage
from examples.story import Cast, at, this_day


async def play(stage: Stage, cast: Cast) -> None:
    """From Monday to Friday of the next week."""
    await _group(stage, cast)
    monday = this_day(stage) + timedelta(days=7 - this_day(stage).weekday())
    await stage.go_to(at(monday))
    await _plan(cast)
    await stage.go_to(at(monday + timedelta(days=1)))
    await _tell_by_writing(cast)
    # The planned meeting is on Tuesday after lessons; the card comes when it is over.
    await stage.go_to(at(monday + timedelta(days=2)))
    await _call_the_roll(cast)
    await stage.go_to(at(monday + timedelta(days=4)))
    await _look_back(cast)


async def _group(stage: Stage, cast: Cast) -> None:
    """The curator makes a new pair and takes a second mentee into it."""
    curator = cast["curator"]
    await curator.send("/menu")
    await curator.press("menu-group-people")
    await curator.press("menu-participants")
    await curator.press("participants-invite-mentee")
    cast.phones["second"] = await arrive(stage, "second", curator.link())
    await curator.send("/menu")
    await curator.press("menu-pairs")
    await curator.press("pairs-create")
    await curator.press_label(0)
    await curator.press_label(0)
    await curator.press("pair-create")
    await curator.press("pair-members")
    await curator.press("group-add-mentee")
    await curator.press_label(0)


async def _plan(cast: Cast) -> None:
    mentor = cast["mentor"]
    await mentor.send("/menu")
    await mentor.press("menu-plans")
    await mentor.press("plans-new")
    await mentor.press_label(0)
    await mentor.send(CAST["place"])
    await mentor.press("plan-send")


async def _tell_by_writing(cast: Cast) -> None:
    """A line typed at the main menu, recorded by its mark."""
    mentor = cast["mentor"]
    await mentor.send("/menu")
    await mentor.send(CAST["told"])
    await mentor.press_label("9")


async def _call_the_roll(cast: Cast) -> None:
    """On the card after the planned end; whoever was left out objects."""
    mentor, mentee, second = cast["mentor"], cast["mentee"], cast["second"]
    await mentor.press("meeting-after-held")
    await mentor.press("meeting-roll")
    await mentor.press_label(1)
    await mentor.press("button-done")
    await mentor.press_label("8")
    absent = second if second.has("meeting-i-was-there") else mentee
    there = mentee if absent is second else second
    await absent.press("meeting-i-was-there")
    await there.press("feedback-mark", mark=9)
    await there.press("button-done")


async def _look_back(cast: Cast) -> None:
    mentor, curator = cast["mentor"], cast["curator"]
    await mentor.send("/menu")
    await mentor.press("menu-meetings")
    await mentor.press("meetings-hours")
    await curator.send("/menu")
    await curator.press("menu-pairs")
    await curator.press("journal-open")
    await curator.press_label(0)
