"""Who has no pair and why, what was done for them, and which mentors are to be sought."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from core.errors import Refusal
from db.models import Profile, Programme, Support
from db.queries import matching as queries
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.bank.status import UNMATCHED
from mentoring.matching import loading
from mentoring.matching.model import Reason
from mentoring.notices import button, tell
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.surveys import taxonomy
from mentoring.unit import Unit
from mentoring.words import words_in

NOTE_LIMIT = 500
# A call names so many fields: nobody reads a longer one.
_CALLED = 8


@dataclass(frozen=True, slots=True)
class Alone:
    """A mentee without a pair. `proposed`: a mentor is proposed and waits for a decision."""

    profile_id: int
    name: str
    since: date | None
    why: tuple[Reason, ...]
    # The suggestion that is undecided, 0 without one.
    suggestion_id: int
    proposed: bool
    supports: int
    supported_on: date | None


@dataclass(frozen=True, slots=True)
class Lack:
    """A field asked for by more people than the free mentors of it can take."""

    topic: str
    asked: int
    room: int


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def without_pair(unit: Unit, *, programme_id: int) -> list[Alone]:
    """Everybody who waits for a pair, the longest first."""
    rows = await queries.without_pair(unit.session, programme_id, sorted(UNMATCHED))
    return [
        Alone(
            profile_id=row.profile_id,
            name=shown(row, unit.today()),
            since=row.unmatched_since.date() if row.unmatched_since else None,
            why=tuple(Reason(**one) for one in row.pros or ()) if row.mentor_id is None else (),
            suggestion_id=row.suggestion_id if row.status == "proposed" else 0,
            proposed=row.status == "proposed" and row.mentor_id is not None,
            supports=row.supports,
            supported_on=row.supported_on,
        )
        for row in rows
    ]


@use_case(Permission.KEEP_PAIRS, target=owner(Profile, "profile_id"))
async def support(unit: Unit, *, profile_id: int, note: str) -> None:
    """Log what was done for somebody who waits. Raises Refusal for too long a note."""
    if len(note) > NOTE_LIMIT:
        raise Refusal("input-too-long", limit=NOTE_LIMIT, length=len(note))
    profile = await unit.session.get_one(Profile, profile_id)
    unit.session.add(
        Support(
            organisation_id=profile.organisation_id,
            profile_id=profile_id,
            note=note,
            given_on=unit.today(),
            created_by=unit.me,
            created_at=unit.now,
        )
    )
    audit.record(unit, profile.organisation_id, "support", subject_id=profile.person_id)


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def lacking(unit: Unit, *, programme_id: int) -> list[Lack]:
    """The fields in which mentors are missing, the most missing first."""
    asked: Counter[str] = Counter()
    rows = await queries.asked_topics(unit.session, programme_id, sorted(UNMATCHED))
    seen = {(row.profile_id, topic) for row in rows for topic in row.topics}
    asked.update(topic for _profile, topic in seen)
    room: Counter[str] = Counter()
    _mentees, mentors = await loading.banks(unit, programme_id)
    for mentor in mentors:
        for topic in mentor.keys:
            room[topic] += max(mentor.capacity, 0)
    found = [Lack(topic, count, room[topic]) for topic, count in asked.items()]
    short = [one for one in found if one.asked > one.room]
    return sorted(short, key=lambda one: (one.room - one.asked, one.topic))


@use_case(Permission.KEEP_PAIRS, target=owner(Programme, "programme_id"))
async def call(unit: Unit, *, programme_id: int) -> None:
    """Send the curator a draft of a call for mentors, to be announced as it is or reworded.

    Raises Refusal while nothing is missing.
    """
    missing = await lacking(unit, programme_id=programme_id)
    if not missing:
        raise Refusal("lack-nothing")
    programme = await unit.session.get_one(Programme, programme_id)
    words = words_in(unit.actor.locale)
    named = [
        found.to(words.language) if (found := taxonomy.words("topics", one.topic)) else one.topic
        for one in missing[:_CALLED]
    ]
    await tell(
        unit,
        unit.me,
        "mentor-call",
        unique=f"mentor-call:{programme_id}:{unit.now:%Y%m%d%H%M}",
        args={
            "programme": programme.title,
            "topics": "\n".join(f"\u2022 {name}" for name in named),
            "curator": unit.actor.name,
        },
        buttons=[button("mentor-call-send", "mentor-call")],
    )
