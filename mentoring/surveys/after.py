"""What follows when a form is sent: an area that lives on the answers registers itself."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from mentoring.roles import Role
from mentoring.surveys.questions import Value
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Sent:
    """One person's answers to the questions that applied, however they came."""

    organisation_id: int
    person_id: int
    role: Role
    programme_id: int | None
    answers: dict[str, Value]


Follower = Callable[[Unit, Sent], Awaitable[None]]

Opener = Callable[..., Awaitable[Mapping[str, Value]]]

_FOLLOWERS: dict[str, list[Follower]] = {}
_OPENERS: dict[str, list[Opener]] = {}


def when_sent(purpose: str) -> Callable[[Follower], Follower]:
    """Register what is done when a form of this purpose (entry, exit ...) is sent.

    Part of answering, which checks the right; in the same transaction.
    """

    def register(function: Follower) -> Follower:
        _FOLLOWERS.setdefault(purpose, []).append(function)
        return function

    return register


def when_begun(purpose: str) -> Callable[[Opener], Opener]:
    """Register what is done when a form of this purpose is begun: (unit, organisation_id=,
    person_id=, side=), in the same transaction. It returns the answers that are known already."""

    def register(function: Opener) -> Opener:
        _OPENERS.setdefault(purpose, []).append(function)
        return function

    return register


async def opened(
    unit: Unit, purpose: str, *, organisation_id: int, person_id: int, side: Role
) -> dict[str, Value]:
    """What the areas that live on such a form know before it is asked."""
    known: dict[str, Value] = {}
    for opener in _OPENERS.get(purpose, ()):
        known |= await opener(unit, organisation_id=organisation_id, person_id=person_id, side=side)
    return known


async def follow(unit: Unit, purpose: str, sent: Sent) -> None:
    for follower in _FOLLOWERS.get(purpose, ()):
        await follower(unit, sent)
