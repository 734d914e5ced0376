"""What is known of how schools introduce mentoring."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Activity,
    Approval,
    Assignment,
    Branch,
    Evidence,
    File,
    IntroductionMark,
    Membership,
    Organisation,
    Person,
    Profile,
    Recommendation,
    Roadmap,
    ShelfDocument,
)
from db.types import AnyRow
from db.upsert import upserting


async def schools(session: AsyncSession, organisation_id: int) -> Sequence[AnyRow]:
    """The schools below an organisation (or itself, if it is one), by name: id, name."""
    query = (
        select(Organisation.id, Organisation.name)
        .join(Branch, Branch.descendant_id == Organisation.id)
        .where(Branch.ancestor_id == organisation_id, Organisation.kind == "school")
        .order_by(Organisation.name, Organisation.id)
    )
    return (await session.execute(query)).all()


async def declared(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """What schools say themselves: organisation_id, kind, note, name (of a file, or none)."""
    query = (
        select(
            IntroductionMark.organisation_id,
            IntroductionMark.kind,
            IntroductionMark.note,
            File.name,
        )
        .join(File, File.id == IntroductionMark.file_id, isouter=True)
        .where(IntroductionMark.organisation_id.in_(places))
    )
    return (await session.execute(query)).all()


async def declare(session: AsyncSession, row: dict[str, Any]) -> None:
    statement = upserting(session, IntroductionMark).values(row)
    changed = {name: statement.excluded[name] for name in ("note", "file_id", "set_by", "set_at")}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["organisation_id", "kind"], set_=changed)
    )


async def shelved(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """Documents for all: organisation_id, kind, title."""
    query = select(ShelfDocument.organisation_id, ShelfDocument.kind, ShelfDocument.title).where(
        ShelfDocument.organisation_id.in_(places), ShelfDocument.removed_at.is_(None)
    )
    return (await session.execute(query)).all()


async def curators(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """organisation_id, name."""
    query = (
        select(Membership.organisation_id, Person.name)
        .join(Person, Person.id == Membership.person_id)
        .where(
            Membership.organisation_id.in_(places),
            Membership.role == "curator",
            Membership.ended_at.is_(None),
        )
        .order_by(Membership.id)
    )
    return (await session.execute(query)).all()


async def roadmaps(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """Plans of their own in force: organisation_id, number and ordered_on of the order."""
    query = (
        select(Roadmap.organisation_id, Approval.number, Approval.ordered_on)
        .join(Approval, Approval.roadmap_id == Roadmap.id, isouter=True)
        .where(Roadmap.organisation_id.in_(places), Roadmap.status == "confirmed")
    )
    return (await session.execute(query)).all()


async def banks(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """How many people stand in the banks: organisation_id, side, count."""
    query = (
        select(
            Profile.organisation_id,
            Profile.side,
            func.count(Profile.person_id.distinct()).label("count"),
        )
        .where(Profile.organisation_id.in_(places), Profile.status != "left")
        .group_by(Profile.organisation_id, Profile.side)
    )
    return (await session.execute(query)).all()


async def proofs(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """What closed rows in force: organisation_id, title, result, item, note, name (of a file)."""
    query = (
        select(
            Assignment.organisation_id,
            Activity.title,
            Activity.result,
            Evidence.item,
            Evidence.note,
            File.name,
        )
        .join(Evidence, Evidence.assignment_id == Assignment.id)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(File, File.id == Evidence.file_id, isouter=True)
        .where(
            Assignment.organisation_id.in_(places),
            Roadmap.status == "confirmed",
            Assignment.status == "done",
            Evidence.withdrawn_at.is_(None),
        )
        .order_by(Evidence.id)
    )
    return (await session.execute(query)).all()


def _recommendations() -> Any:
    issuer = aliased(Organisation)
    return (
        select(
            Recommendation.id,
            Recommendation.organisation_id,
            Recommendation.issuer_id,
            Organisation.name.label("school"),
            issuer.name.label("issuer"),
            Recommendation.text,
            Recommendation.due_on,
            Recommendation.made_on,
            Recommendation.answer,
            Recommendation.file_id,
            File.name.label("file"),
            Recommendation.answered_on,
            Recommendation.more,
            Recommendation.accepted_on,
        )
        .join(Organisation, Organisation.id == Recommendation.organisation_id)
        .join(issuer, issuer.id == Recommendation.issuer_id)
        .join(File, File.id == Recommendation.file_id, isouter=True)
    )


async def recommendation(session: AsyncSession, recommendation_id: int) -> AnyRow | None:
    """id, organisation_id, issuer_id, school, issuer, text, due_on, made_on, answer, file_id, file
    (its name), answered_on, more, accepted_on."""
    query = _recommendations().where(Recommendation.id == recommendation_id)
    found: AnyRow | None = (await session.execute(query)).first()
    return found


async def recommended(
    session: AsyncSession, *, school: int = 0, issuer: int = 0, offset: int = 0, limit: int = 1000
) -> Sequence[AnyRow]:
    """Those to a school, or by an issuer: what waits for somebody first; the same columns."""
    one = Recommendation.organisation_id == school if school else Recommendation.issuer_id == issuer
    query = (
        _recommendations()
        .where(one)
        .order_by(Recommendation.accepted_on.is_not(None), Recommendation.due_on, Recommendation.id)
        .offset(offset)
        .limit(limit)
    )
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found


async def unanswered(session: AsyncSession, places: Collection[int]) -> Sequence[AnyRow]:
    """What these schools have yet to answer, the nearest first: the same columns."""
    query = (
        _recommendations()
        .where(
            Recommendation.organisation_id.in_(places),
            Recommendation.answered_on.is_(None),
            Recommendation.accepted_on.is_(None),
        )
        .order_by(Recommendation.due_on, Recommendation.id)
    )
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found


async def answered(
    session: AsyncSession, issuers: Collection[int], since: date, until: date
) -> Sequence[AnyRow]:
    """What was answered after `since` up to `until` and waits for the issuer: the same columns."""
    query = (
        _recommendations()
        .where(
            Recommendation.issuer_id.in_(issuers),
            Recommendation.answered_on > since,
            Recommendation.answered_on <= until,
            Recommendation.accepted_on.is_(None),
        )
        .order_by(Recommendation.id)
    )
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found


async def answer_days(session: AsyncSession, issuer: int, after: date) -> list[date]:
    query = select(Recommendation.answered_on).where(
        Recommendation.issuer_id == issuer, Recommendation.answered_on > after
    )
    return [day for day in await session.scalars(query) if day is not None]
