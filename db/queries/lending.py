"""Mentors whom schools lend each other."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Membership,
    MentorLoan,
    Organisation,
    Pair,
    PairMember,
    Person,
    Profile,
    Programme,
)
from db.queries.people import NAME
from db.queries.running import taking_part
from db.types import AnyRow

_PRESENT = Profile.status.not_in(("listed", "left"))


async def neighbours(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The other schools of the same department that have a curator: id, name."""
    own = select(Organisation.parent_id).where(Organisation.id == organisation_id)
    kept = exists().where(
        Membership.organisation_id == Organisation.id,
        Membership.role == "curator",
        Membership.ended_at.is_(None),
    )
    query: Select[*tuple[Any, ...]] = (
        select(Organisation.id, Organisation.name)
        .where(
            Organisation.parent_id == own.scalar_subquery(),
            Organisation.id != organisation_id,
            kept,
        )
        .order_by(Organisation.name, Organisation.id)
    )
    return (await session.execute(query)).all()


async def mentors(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The mentors of a school's open programmes whom the bot reaches: Profile, NAME."""
    query: Select[*tuple[Any, ...]] = (
        select(Profile, *NAME)
        .join(Person, Person.id == Profile.person_id)
        .join(Programme, Programme.id == Profile.programme_id)
        .where(
            Profile.organisation_id == organisation_id,
            Profile.side == "mentor",
            _PRESENT,
            Programme.status != "ended",
            Person.telegram_id.is_not(None),
        )
        .order_by(Person.name, Profile.id)
    )
    return (await session.execute(query)).all()


def _loans() -> Select[*tuple[Any, ...]]:
    """MentorLoan, Profile, NAME, lender and borrower (names of the schools), form."""
    lender, borrower = aliased(Organisation), aliased(Organisation)
    return (
        select(
            MentorLoan,
            Profile,
            *NAME,
            lender.name.label("lender"),
            borrower.name.label("borrower"),
            Programme.form,
        )
        .join(Profile, Profile.id == MentorLoan.profile_id)
        .join(Person, Person.id == Profile.person_id)
        .join(Programme, Programme.id == Profile.programme_id)
        .join(lender, lender.id == MentorLoan.lender_id)
        .join(borrower, borrower.id == MentorLoan.organisation_id)
        .order_by(MentorLoan.id)
    )


async def of_school(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """What a school has offered and was offered (see `_loans`)."""
    query = _loans().where(
        (MentorLoan.organisation_id == organisation_id) | (MentorLoan.lender_id == organisation_id)
    )
    return (await session.execute(query)).all()


async def offered(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """What a school was offered and has not decided (see `_loans`)."""
    query = _loans().where(
        MentorLoan.organisation_id == organisation_id, MentorLoan.status == "offered", _PRESENT
    )
    return (await session.execute(query)).all()


async def one(session: AsyncSession, loan_id: int) -> AnyRow | None:
    """See `_loans`."""
    return (await session.execute(_loans().where(MentorLoan.id == loan_id))).first()


async def pairs(session: AsyncSession, organisation_id: int, person_id: int) -> Sequence[int]:
    """The pairs and drafts of a school in which somebody is a mentor, and that are not over."""
    query = (
        select(Pair.id)
        .join(PairMember, PairMember.pair_id == Pair.id)
        .where(
            Pair.organisation_id == organisation_id,
            Pair.ended_on.is_(None),
            PairMember.person_id == person_id,
            PairMember.side == "mentor",
            taking_part(),
        )
    )
    return (await session.scalars(query.order_by(Pair.id))).all()


async def end(session: AsyncSession, loan_id: int, *, was: str, status: str, **by: Any) -> bool:
    """End an offer or an agreement. Whether there was one."""
    ended: int | None = await session.scalar(
        update(MentorLoan)
        .where(MentorLoan.id == loan_id, MentorLoan.status == was)
        .values(status=status, **by)
        .returning(MentorLoan.id)
    )
    return ended is not None


def given_back() -> ColumnElement[bool]:
    """A profile of the bank of a school that has this mentor on loan no more, and whose seat there
    is the one of the loan: whoever has come anew since then is there of their own."""
    home = aliased(Profile)
    came_since = exists(
        select(Membership.id)
        .where(
            Membership.organisation_id == Profile.organisation_id,
            Membership.person_id == Profile.person_id,
            Membership.role == "mentor",
            Membership.since > MentorLoan.decided_at,
            Membership.ended_at.is_(None),
        )
        .correlate(Profile, MentorLoan)
    )
    return exists(
        select(MentorLoan.id)
        .join(home, home.id == MentorLoan.profile_id)
        .where(
            MentorLoan.organisation_id == Profile.organisation_id,
            MentorLoan.status == "ended",
            home.person_id == Profile.person_id,
            ~came_since,
        )
        .correlate(Profile)
    )


async def decide(
    session: AsyncSession, loan_ids: Sequence[int], status: str, **by: Any
) -> Sequence[int]:
    """Decide those that are open. Returns which of them were."""
    found = await session.scalars(
        update(MentorLoan)
        .where(MentorLoan.id.in_(loan_ids), MentorLoan.status == "offered")
        .values(status=status, **by)
        .returning(MentorLoan.id)
    )
    return found.all()


async def lent(session: AsyncSession, organisation_id: int, person_id: int) -> Profile | None:
    """What the bank of a mentor's own school holds of them, where a school has borrowed them."""
    query = (
        select(Profile)
        .join(MentorLoan, MentorLoan.profile_id == Profile.id)
        .where(
            MentorLoan.organisation_id == organisation_id,
            MentorLoan.status == "agreed",
            Profile.person_id == person_id,
        )
        .order_by(MentorLoan.id.desc())
        .limit(1)
    )
    return (await session.scalars(query)).first()


async def programme_like(session: AsyncSession, organisation_id: int, form: str) -> int | None:
    """The school's newest open programme of a form of mentoring."""
    query = (
        select(Programme.id)
        .where(
            Programme.organisation_id == organisation_id,
            Programme.form == form,
            Programme.status != "ended",
        )
        .order_by(Programme.id.desc())
        .limit(1)
    )
    found: int | None = await session.scalar(query)
    return found
