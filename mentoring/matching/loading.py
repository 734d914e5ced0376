"""The banks of a programme as matching looks at them."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from db.models import MatchSettings, Profile
from db.queries import matching as queries
from db.types import AnyRow
from mentoring.bank.status import UNMATCHED, Selection, Side, Status
from mentoring.matching.kin import People, names_nobody
from mentoring.matching.model import NOBODY, WEIGHTS, Mentee, Mentor, Settings, Term
from mentoring.people.naming import shown
from mentoring.unit import Unit

_AGES = re.compile(r"(\d+)-(\d+)")
# What a curator may say of two people, and of a mentor.
PIN, BAR = "pin", "bar"
TRAINING, MINORS = "training", "minors"
_ADULT_SOURCES = frozenset({"alumnus", "enterprise", "teacher"})


async def banks(unit: Unit, programme_id: int) -> tuple[list[Mentee], list[Mentor]]:
    """Who is to be given a pair, and who has room. Their ids are those of the profiles.

    Nobody has a seat before all consents are there, and who withdraws one leaves the bank; people
    who are only listed, and have consented to nothing, are in neither.
    """
    session, today = unit.session, unit.today()
    asked: dict[int, list[AnyRow]] = defaultdict(list)
    for request in await queries.requests(session, programme_id):
        asked[request.profile_id].append(request)
    parted: dict[int, set[int]] = defaultdict(set)
    for row in await queries.declined(session, programme_id):
        parted[row.mentee].add(row.mentor)
    waiting = sorted(UNMATCHED)
    mentees = await queries.profiles(session, programme_id, Side.MENTEE, waiting)
    mentors = await queries.profiles(session, programme_id, Side.MENTOR, [*waiting, Status.MATCHED])
    barred: dict[int, set[int]] = defaultdict(set)
    for rule in await queries.rules(session, programme_id, BAR):
        barred[rule.mentee_id].add(rule.mentor_id)
    checks = await queries.checks(session, programme_id)
    ours, theirs = _called(mentees), _called(mentors)
    return (
        [
            replace(
                _mentee(row, asked[row.Profile.id], today, frozenset(parted[row.Profile.id])),
                barred=frozenset(barred.get(row.Profile.id, NOBODY)),
                **_kin(row.Profile, theirs),
                **_class_teacher(row.Profile, theirs),
            )
            for row in mentees
            if not row.pairs
        ],
        [
            replace(
                _mentor(row, today),
                trained=checks.get((row.Profile.id, TRAINING)),
                checked=checks.get((row.Profile.id, MINORS)),
                **_kin(row.Profile, ours),
            )
            for row in mentors
            if row.Profile.selection != Selection.DECLINED
        ],
    )


def _called(rows: Sequence[AnyRow]) -> People:
    return People((row.Profile.id, row.name, row.given) for row in rows)


def _kin(profile: Profile, others: People) -> dict[str, Any]:
    """What a card says of relatives, as far as they are among the others."""
    if not profile.relatives:
        return {}
    named = others.named(profile.relatives)
    elsewhere = not named and not names_nobody(profile.relatives)
    return {"relatives": named, "relatives_elsewhere": elsewhere}


def _class_teacher(profile: Profile, mentors: People) -> dict[str, Any]:
    named = mentors.named(profile.class_teacher)
    return {
        "class_teacher": min(named) if len(named) == 1 else None,
        "not_class_teacher": profile.traits.get("own_teacher") == "avoid",
        "class_teacher_known": bool(profile.class_teacher) and len(named) <= 1,
    }


async def settings(unit: Unit, programme_id: int) -> Settings:
    """What the curator has turned in a programme: weights, and who has to be together."""
    pins = await queries.rules(unit.session, programme_id, PIN)
    return Settings(
        weights=await weights(unit, programme_id),
        pins=frozenset((rule.mentee_id, rule.mentor_id) for rule in pins),
    )


async def weights(unit: Unit, programme_id: int) -> dict[Term, float]:
    """How much each term counts in a programme."""
    kept = await unit.session.get(MatchSettings, programme_id)
    return {term: float((kept.weights if kept else {}).get(term, WEIGHTS[term])) for term in Term}


def _mentee(row: AnyRow, requests: list[AnyRow], today: date, declined: frozenset[int]) -> Mentee:
    profile: Profile = row.Profile
    since = profile.unmatched_since
    return Mentee(
        id=profile.id,
        name=shown(row, today),
        organisation_id=profile.organisation_id,
        consent=True,
        texts=tuple(request.text for request in requests if request.text),
        keys=frozenset(key for request in requests for key in request.topics),
        interests=_trait(profile, "interests"),
        times=frozenset(profile.free_time),
        languages=_trait(profile, "languages"),
        places=_trait(profile, "places"),
        age=today.year - row.birth_year if row.birth_year else None,
        waiting_days=max((today - since.date()).days, 0) if since else 0,
        declined=declined,
    )


def _mentor(row: AnyRow, today: date) -> Mentor:
    profile: Profile = row.Profile
    return Mentor(
        id=profile.id,
        name=shown(row, today),
        organisation_id=profile.organisation_id,
        consent=True,
        texts=tuple(filter(None, (profile.competences, profile.achievements))),
        keys=frozenset(profile.topics),
        interests=_trait(profile, "interests"),
        times=frozenset(profile.free_time),
        languages=_trait(profile, "languages"),
        places=_trait(profile, "places"),
        capacity=profile.capacity - row.pairs,
        ages=_ages(profile.wished_ages),
        adult=_adult(profile, row.birth_year, today),
    )


def _trait(profile: Profile, name: str) -> frozenset[str]:
    return frozenset(profile.traits.get(name, ()))


def _ages(keys: list[str]) -> tuple[int, int] | None:
    """The stretch from the youngest wished to the oldest; adults have no upper end."""
    spans = [(int(span[1]), int(span[2])) for key in keys if (span := _AGES.fullmatch(key))]
    if "adult" in keys:
        spans.append((18, 120))
    return (min(low for low, _ in spans), max(high for _, high in spans)) if spans else None


def _adult(profile: Profile, birth_year: int | None, today: date) -> bool | None:
    if birth_year:
        return today.year - birth_year > 18
    if profile.source in _ADULT_SOURCES:
        return True
    return False if profile.source == "pupil" else None
