"""A mentor of another school: only when both curators agree, and the mentor consents there.

The curator of the mentor's own school offers, unasked or because another school has asked; that
school's curator says yes or no among the other things to decide. Only adults are lent, by name and
by what they can help with. Whoever is lent comes into the other school's bank by a consent of their
own, as everybody does: its matching takes them from then on, until either curator ends it
(`giving_back`).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from core.errors import NotAllowed, Refusal
from db.models import MentorLoan, Organisation, Profile
from db.queries import consents
from db.queries import lending as queries
from db.types import AnyRow
from db.upsert import upserting
from mentoring import audit
from mentoring.access import organisation, owner, use_case
from mentoring.consent.rules import is_minor
from mentoring.notices import button, tell
from mentoring.pairs.inviting import tell_curators
from mentoring.people.admission import settle
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.surveys import taxonomy
from mentoring.todo import Thing, kind
from mentoring.unit import Unit

TEXT_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Choice:
    """A school, or a mentor's profile, to be chosen."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Loan:
    """A mentor offered to `school`, or (not `given`) by it; `open` ones can be ended."""

    id: int
    mentor: str
    school: str
    given: bool
    status: str

    @property
    def open(self) -> bool:
        return self.status in ("offered", "agreed")


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def schools(unit: Unit, *, organisation_id: int) -> list[Choice]:
    """The schools mentors can be lent to."""
    rows = await queries.neighbours(unit.session, organisation_id)
    return [Choice(row.id, row.name) for row in rows]


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def mentors(unit: Unit, *, organisation_id: int) -> list[Choice]:
    """The school's mentors who can be lent: adults whom the bot reaches."""
    rows = await queries.mentors(unit.session, organisation_id)
    return [
        Choice(row.Profile.id, row.name)
        for row in rows
        if not is_minor(row.birth_year, unit.today())
    ]


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Loan]:
    """What the school has offered and was offered."""
    rows = await queries.of_school(unit.session, organisation_id)
    return [loan_of(row, organisation_id, unit.today()) for row in rows]


def loan_of(row: AnyRow, place: int, today: date) -> Loan:
    """A loan as the school `place` sees it."""
    loan: MentorLoan = row.MentorLoan
    given = loan.lender_id == place
    school = row.borrower if given else row.lender
    return Loan(loan.id, shown(row, today), school, given, loan.status)


@use_case(Permission.KEEP_PAIRS, target=owner(Profile, "profile_id"))
async def offer(unit: Unit, *, profile_id: int, school_id: int) -> None:
    """Offer a mentor to another school; again only once that was declined, or has ended.

    Raises NotAllowed for a minor, or a school out of the neighbourhood; Refusal when it is offered.
    """
    profile = await unit.session.get_one(Profile, profile_id)
    home = profile.organisation_id
    ours = {one.id for one in await mentors(unit, organisation_id=home)}
    near = {one.id for one in await schools(unit, organisation_id=home)}
    if profile_id not in ours or school_id not in near:
        raise NotAllowed
    values = {
        "status": "offered",
        "offered_by": unit.me,
        "offered_at": unit.now,
        "decided_by": None,
        "decided_at": None,
    }
    statement = upserting(unit.session, MentorLoan).values(
        organisation_id=school_id, lender_id=home, profile_id=profile_id, **values
    )
    made = await unit.session.scalar(
        statement.on_conflict_do_update(
            index_elements=["organisation_id", "profile_id"],
            set_=values,
            where=MentorLoan.status.in_(("declined", "ended", "withdrawn")),
        ).returning(MentorLoan.id)
    )
    if made is None:
        raise Refusal("loan-offered-already")
    audit.record(unit, home, "mentor-lent", subject_id=profile.person_id)


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def ask(unit: Unit, *, organisation_id: int, school_id: int, text: str) -> None:
    """Ask another school for a mentor, in words; its curators can offer one in a tap.

    Raises NotAllowed for a school out of the neighbourhood, Refusal for too many words.
    """
    if len(text) > TEXT_LIMIT:
        raise Refusal("input-too-long", limit=TEXT_LIMIT, length=len(text))
    if school_id not in {one.id for one in await schools(unit, organisation_id=organisation_id)}:
        raise NotAllowed
    mine = await unit.session.get_one(Organisation, organisation_id)
    await tell_curators(
        unit,
        school_id,
        "loan-asked",
        unique=f"loan-asked:{organisation_id}:{school_id}:{unit.now.isoformat()}",
        args={"school": mine.name, "text": text},
        buttons=[button("loan-answer", f"lend:{organisation_id}")],
    )


@kind("loans", order=35)
class Loans:
    """Mentors of other schools who are offered: approving asks them for their consent."""

    permission: ClassVar[Permission] = Permission.KEEP_PAIRS
    refusable: ClassVar[bool] = True

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return len(await queries.offered(unit.session, organisation_id))

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        rows = await queries.offered(unit.session, organisation_id)
        return {row.MentorLoan.id: "" for row in rows}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        rows = await queries.offered(unit.session, organisation_id)
        return [_thing(unit, row) for row in rows if row.MentorLoan.id in ids]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        rows = {
            row.MentorLoan.id: row for row in await queries.offered(unit.session, organisation_id)
        }
        decided = await _decide(unit, [one for one in rows if one in ids], "agreed")
        for one in decided:
            await _invite(unit, rows[one])
        return len(decided)

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        open_ones = {
            row.MentorLoan.id for row in await queries.offered(unit.session, organisation_id)
        }
        return len(await _decide(unit, sorted(ids & open_ones), "declined"))


def _thing(unit: Unit, row: AnyRow) -> Thing:
    found = (taxonomy.words("topics", key) for key in row.Profile.topics)
    topics = ", ".join(one.to(unit.actor.locale or "ru") for one in found if one is not None)
    about = topics or row.Profile.competences
    return Thing(
        row.MentorLoan.id,
        {
            "mentor": shown(row, unit.today()),
            "school": row.lender,
            "about": about,
            "known": "yes" if about else "no",
        },
    )


async def _decide(unit: Unit, loans: list[int], status: str) -> list[int]:
    by = {"decided_by": unit.actor.person_id, "decided_at": unit.now}
    return list(await queries.decide(unit.session, loans, status, **by))


async def _invite(unit: Unit, row: AnyRow) -> None:
    """Put the mentor on the way in, and ask for their consent."""
    loan, person_id = row.MentorLoan, row.Profile.person_id
    programme_id = await queries.programme_like(unit.session, loan.organisation_id, row.form)
    await consents.expect(
        unit.session,
        organisation_id=loan.organisation_id,
        person_id=person_id,
        role=Role.MENTOR,
        invite_id=None,
        programme_id=programme_id,
        now=unit.now,
    )
    await settle(unit, loan.organisation_id, person_id)
    await tell(
        unit,
        person_id,
        "loan-agreed",
        unique=f"loan-agreed:{loan.id}:{unit.now.isoformat()}",
        args={"school": row.borrower},
        buttons=[button("consent-reminder-open", "consents")],
    )
