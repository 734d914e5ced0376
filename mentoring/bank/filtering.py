"""What a bank can be narrowed to: the values that occur in it, how many each, how they are said."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import takewhile

from mentoring.bank.status import UNMATCHED, Status
from mentoring.bank.words import folded, wanted

_AWAY = frozenset({Status.PAUSED, Status.LEFT})
# Letters that look alike: a class is typed in either alphabet.
_ALIKE = str.maketrans(
    "abcehkmoptx", "\u0430\u0432\u0441\u0435\u043d\u043a\u043c\u043e\u0440\u0442\u0445"
)


class State(StrEnum):
    """A status, or a group of them."""

    # Without a pair, the longest first.
    FREE = "free"
    WAITING = "waiting"
    READY = "ready"
    IN_QUESTIONNAIRE = "in_questionnaire"
    NEW = "new"
    LISTED = "listed"
    MATCHED = "matched"
    # Nobody has looked at the entry for a year.
    STALE = "stale"
    PAUSED = "paused"
    LEFT = "left"


def statuses(state: State | None) -> frozenset[Status]:
    """Who is meant; with no state everybody who has not gone."""
    if state is None:
        return frozenset(Status) - _AWAY
    if state == State.FREE:
        return UNMATCHED
    if state == State.STALE:
        return frozenset(Status) - _AWAY - {Status.LISTED}
    return frozenset({Status(state)})


@dataclass(frozen=True, slots=True)
class Filters:
    """What is chosen together; None is no matter, an empty text is what was not stated.

    `place` is the key of a class or, of those in none, of a post (see `place_key`).
    """

    state: State | None = None
    place: str | None = None
    source: str | None = None

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Kind:
    """People of a bank who are alike in all that is filtered by, and how many they are."""

    class_name: str
    post: str
    source: str
    status: str
    stale: bool
    people: int

    @property
    def place(self) -> str:
        return place_key(self.class_name, self.post)


@dataclass(frozen=True, slots=True)
class Place:
    """A class or a post under one of its spellings; an empty key is what was not stated."""

    key: str
    label: str
    people: int
    is_class: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """How many are found, and how many there would be with each other choice in one respect."""

    total: int = 0
    states: dict[State, int] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    sources: dict[str, int] = field(default_factory=dict)


def place_key(class_name: str, post: str) -> str:
    """Of "7 A", "7a" and "7-A" the same, in either alphabet; of a post its words."""
    letters = "".join(filter(str.isalnum, class_name)).casefold()
    return letters.translate(_ALIKE) or folded(post)


def choices(kinds: Iterable[Kind], chosen: Filters) -> Choices:
    """What occurs. What is chosen already stays among it, so that it can be unchosen."""
    states: Counter[State] = Counter()
    places: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    labels: dict[str, Kind] = {}
    total = 0
    for kind in kinds:
        here, there = _is_in(kind, chosen.state), chosen.place in (None, kind.place)
        from_it = chosen.source in (None, kind.source)
        labels.setdefault(kind.place, kind)
        total += kind.people * (here and there and from_it)
        places[kind.place] += kind.people * (here and from_it)
        sources[kind.source] += kind.people * (here and there)
        for state in State:
            states[state] += kind.people * (there and from_it and _is_in(kind, state))
    return Choices(
        total,
        {one: states[one] for one in State if states[one] or one == chosen.state},
        sorted(
            (
                Place(key, kind.class_name or kind.post, places[key], bool(kind.class_name))
                for key, kind in labels.items()
                if places[key] or key == chosen.place
            ),
            key=_order,
        ),
        {one: sources[one] for one in sorted(sources) if sources[one] or one == chosen.source},
    )


def _is_in(kind: Kind, state: State | None) -> bool:
    return kind.status in statuses(state) and (state != State.STALE or kind.stale)


def _order(place: Place) -> tuple[bool, bool, int, str]:
    """Classes by number and letter, then posts, at last what was not stated."""
    digits = "".join(takewhile(str.isdecimal, place.key)) if place.is_class else ""
    return (not place.key, not place.is_class, int(digits[:4] or 0), place.key)


def read(
    text: str,
    places: Collection[Place],
    states: Mapping[State, str],
    sources: Mapping[str, str],
) -> tuple[Filters, str]:
    """A typed line as a choice, and what is left of it to search for.

    `states` and `sources` are the ways to say each, with commas between. A post is left to the
    search: its words stand in other posts as well, and those are meant too.
    """
    classes = {one.key for one in places if one.is_class and not one.key.isdecimal()}
    said = _phrases(states), _phrases(sources)
    words = folded(text).split()
    found: dict[str, str] = {}
    rest: list[str] = []
    while words:
        for length in range(min(4, len(words)), 0, -1):
            phrase = tuple(wanted(" ".join(words[:length])))
            values = {
                "place": next(iter({place_key("".join(words[:length]), "")} & classes), None),
                "state": said[0].get(phrase),
                "source": said[1].get(phrase),
            }
            name = next((one for one, value in values.items() if value is not None), None)
            if name is not None and name not in found:
                found[name] = values[name] or ""
                del words[:length]
                break
        else:
            rest.append(words.pop(0))
    state = State(found["state"]) if "state" in found else None
    return Filters(state, found.get("place"), found.get("source")), " ".join(rest)


def _phrases(said: Mapping[str, str] | Mapping[State, str]) -> dict[tuple[str, ...], str]:
    return {
        tuple(wanted(phrase)): str(key)
        for key, phrases in said.items()
        for phrase in phrases.split(",")
    }
