"""Who of a roster is in the bank already: surely, perhaps, or not at all. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from mentoring.bank.roster_reading import Entry
from mentoring.bank.words import folded

# Of two names with a slip of the pen between them; 100 is the same.
ALIKE = 86
# So many slips a word, so that two surnames are two people whatever else they share.
_SLIPS, _SLIPS_LONG, _LONG = 1, 2, 7


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the bank, as they are compared."""

    profile_id: int
    name: str
    class_name: str
    born: int | None = None


@dataclass(frozen=True, slots=True)
class Alike:
    """An entry that may be somebody the bank has, or an earlier entry of the same list."""

    entry: Entry
    profile_id: int | None
    name: str
    class_name: str


@dataclass(slots=True)
class Matched:
    """A roster put beside the bank."""

    new: list[Entry] = field(default_factory=list)
    # Surely the same person: (entry, profile id).
    same: list[tuple[Entry, int]] = field(default_factory=list)
    alike: list[Alike] = field(default_factory=list)
    # The same line twice in the list.
    repeated: list[Entry] = field(default_factory=list)


def key_of(name: str) -> str:
    """A name as it is compared: its words folded, in the order of the alphabet."""
    return " ".join(sorted(folded(name).split()))


def likeness(one: str, other: str) -> float:
    """How like two names are, up to 100; 0 for those of surely different people."""
    key, its = key_of(one), key_of(other)
    return fuzz.ratio(key, its) if key and its and _slipped(key, its) else 0.0


def match(entries: Sequence[Entry], known: Sequence[Known]) -> Matched:
    """Put each entry where it belongs. One of the bank is never matched twice."""
    found = Matched()
    by_key: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        by_key[key_of(one.name)].append(one)
    taken: set[int] = set()
    rest: list[Entry] = []
    seen: set[tuple[str, str, int | None]] = set()
    for entry in entries:
        whole = (key_of(entry.name), folded(entry.class_name), entry.born)
        if whole in seen:
            found.repeated.append(entry)
            continue
        seen.add(whole)
        same = _same(entry, [one for one in by_key[whole[0]] if one.profile_id not in taken])
        if same is None:
            rest.append(entry)
        else:
            taken.add(same.profile_id)
            found.same.append((entry, same.profile_id))
    _compare(rest, [one for one in known if one.profile_id not in taken], found)
    return found


def _same(entry: Entry, named: Sequence[Known]) -> Known | None:
    """Of those with the name, the one of the class and year; else the only one there is."""
    fitting = [one for one in named if not _contradict(entry, one)]
    of_class = [one for one in fitting if folded(one.class_name) == folded(entry.class_name)]
    if of_class:
        return of_class[0]
    return fitting[0] if len(fitting) == 1 else None


def _contradict(entry: Entry, one: Known) -> bool:
    return entry.born is not None and one.born is not None and entry.born != one.born


def _compare(entries: Sequence[Entry], known: Sequence[Known], found: Matched) -> None:
    """What is left, by likeness: with people of the bank first, then among the entries."""
    keys = [key_of(one.name) for one in known]
    earlier: list[str] = []
    for entry in entries:
        key = key_of(entry.name)
        best = _alike(key, keys, lambda at, entry=entry: _may_be(entry, known[at]))
        if best is not None:
            one = known[best]
            found.alike.append(Alike(entry, one.profile_id, one.name, one.class_name))
            continue
        twin = _alike(key, earlier, lambda at, entry=entry: _twins(entry, found.new[at]))
        if twin is not None:
            other = found.new[twin]
            found.alike.append(Alike(entry, None, other.name, other.class_name))
            continue
        found.new.append(entry)
        earlier.append(key)


def _alike(key: str, keys: Sequence[str], fits: object) -> int | None:
    hits = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=5)
    return next(
        (int(at) for text, _, at in hits if _slipped(key, text) and callable(fits) and fits(at)),
        None,
    )


def _slipped(key: str, other: str) -> bool:
    """Whether each word of the shorter name is a word of the other, but for slips of the pen."""
    fewer, more = sorted((key.split(), other.split()), key=len)
    return all(
        any(
            OSA.distance(word, one) <= (_SLIPS_LONG if len(word) >= _LONG else _SLIPS)
            for one in more
        )
        for word in fewer
    )


def _may_be(entry: Entry, one: Known) -> bool:
    if _contradict(entry, one):
        return False
    classes = {folded(entry.class_name), folded(one.class_name)} - {""}
    return len(classes) < 2


def _twins(entry: Entry, other: Entry) -> bool:
    if entry.born is not None and other.born is not None and entry.born != other.born:
        return False
    return folded(entry.class_name) == folded(other.class_name)
