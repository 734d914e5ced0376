"""The school's ticks about its mentors: trained, checked for work with minors. No documents."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from sqlalchemy import delete

from core.errors import NotAllowed
from db.models import MentorCheck, Profile, Programme
from db.queries import matching as queries
from db.upsert import upserting
from mentoring import audit
from mentoring.access import owner, use_case
from mentoring.bank.status import Side
from mentoring.matching.loading import MINORS, TRAINING
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.unit import Unit

KINDS = (TRAINING, MINORS)


@dataclass(frozen=True, slots=True)
class Tick:
    """What is noted of one check: `by` is a name."""

    passed: bool
    noted_on: date
    by: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A mentor with what is noted, by kind; `known` also counts courses in the bank."""

    profile_id: int
    name: str
    ticks: dict[str, Tick] = field(default_factory=dict)
    known: dict[str, bool] = field(default_factory=dict)


@use_case(Permission.KEEP_BANK, target=owner(Programme, "programme_id"))
async def listed(unit: Unit, *, programme_id: int) -> list[Checked]:
    """The mentors of a programme with their ticks."""
    known = await queries.checks(unit.session, programme_id)
    rows = await queries.ticks(unit.session, programme_id)
    found = []
    for profile_id, group in groupby(rows, key=lambda row: row.profile_id):
        ticks = list(group)
        found.append(
            Checked(
                profile_id,
                shown(ticks[0], unit.today()),
                {row.kind: Tick(row.passed, row.noted_on, row.by) for row in ticks if row.kind},
                {kind: known[profile_id, kind] for kind in KINDS if (profile_id, kind) in known},
            )
        )
    return found


@use_case(Permission.KEEP_BANK, target=owner(Profile, "profile_id"))
async def tick(unit: Unit, *, profile_id: int, kind: str, passed: bool | None) -> None:
    """Note today that a check was passed, or was not; None takes the note back."""
    profile = await unit.session.get_one(Profile, profile_id)
    if kind not in KINDS or profile.side != Side.MENTOR:
        raise NotAllowed
    of = {"organisation_id": profile.organisation_id, "person_id": profile.person_id, "kind": kind}
    if passed is None:
        await unit.session.execute(delete(MentorCheck).filter_by(**of))
    else:
        values = {"passed": passed, "noted_on": unit.today(), "noted_by": unit.me}
        statement = upserting(unit.session, MentorCheck).values(**of, **values)
        await unit.session.execute(
            statement.on_conflict_do_update(
                index_elements=["organisation_id", "person_id", "kind"], set_=values
            )
        )
    audit.record(
        unit,
        profile.organisation_id,
        "mentor-check",
        subject_id=profile.person_id,
        kind=kind,
        passed={True: "yes", False: "no", None: "gone"}[passed],
    )
