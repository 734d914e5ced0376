"""A pupil of fourteen comes in: their own consent, a parent's by a link, the first questions."""

from datetime import timedelta

from examples.phones import CAST, arrive
from examples.stage import Stage
from examples.story import AFTERNOON, Cast, at, this_day


async def play(stage: Stage, cast: Cast) -> None:
    """On the next Monday, when the lessons are over."""
    monday = this_day(stage) + timedelta(days=7 - this_day(stage).weekday())
    await stage.go_to(at(monday, AFTERNOON))
    await _begin_programme(cast)
    await _come_in(stage, cast, await _link_of_class(cast))
    await _answer(cast)
    await _look(cast)


async def _begin_programme(cast: Cast) -> None:
    curator = cast["curator"]
    await curator.send("/menu")
    await curator.press("menu-group-people")
    await curator.press("menu-participants")
    await curator.press("bank-begin-programme")
    await curator.press_label(0)
    await curator.press("programme-create")


async def _link_of_class(cast: Cast) -> str:
    """The curator makes a link for one class."""
    curator = cast["curator"]
    await curator.send("/menu")
    await curator.press("menu-group-people")
    await curator.press("menu-links")
    await curator.press("links-new")
    await curator.press("role-mentee")
    await curator.send(CAST["class"])
    return curator.link()


async def _come_in(stage: Stage, cast: Cast, token: str) -> None:
    """The pupil agrees and passes a link on; the parent reads the text and agrees."""
    pupil = cast.phones["pupil"] = await arrive(stage, "pupil", token)
    await pupil.press("consent-link")
    parent = cast.phones["parent"] = await arrive(stage, "parent", pupil.link())
    await parent.press("menu-consents")
    await parent.press_label(0)


async def _answer(cast: Cast) -> None:
    """Some of the questions now: one taken back, several ticked, one typed; the others later. The
    class is not asked: the link has told it."""
    pupil = cast["pupil"]
    await pupil.press("joining-onward")
    await pupil.press_label(0)
    await pupil.press("button-back")
    await pupil.press_label(1)
    await pupil.press_label(0)
    await pupil.press_label(4)
    await pupil.press("button-done")
    await pupil.send(CAST["request"])
    await pupil.press("survey-later")


async def _look(cast: Cast) -> None:
    """The curator sees how many have come by the link."""
    curator = cast["curator"]
    await curator.send("/menu")
    await curator.press("menu-group-people")
    await curator.press("menu-links")
