"""What digests about roadmaps are made from: a query for an organisation, never for a row."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import (
    Activity,
    AlertRules,
    Assignment,
    Organisation,
    Person,
    Petition,
    Roadmap,
    TermChange,
)
from db.queries.accepting import waits
from db.queries.inheriting import settled_at
from db.types import AnyRow
from db.upsert import upserting

_OPEN = Assignment.status == "open"
# The longest notice and the longest holidays lie within so many days of a row's end.
_HORIZON = timedelta(days=45)
_BEGINNING = timedelta(days=15)

# The rules somebody goes by; empty where there are none.
_RULES = (
    AlertRules.notice_days,
    AlertRules.escalation_days,
    AlertRules.acceptance_days,
    AlertRules.six_day_week,
)


def _rules_of(place: Any) -> ColumnElement[bool]:
    """Joins `AlertRules`: those a place goes by."""
    found: ColumnElement[bool] = AlertRules.organisation_id == settled_at(AlertRules, place)
    return found


async def rules(session: AsyncSession, organisations: Collection[int]) -> Sequence[AnyRow]:
    """The rules of those that have any: organisation_id and the columns of `AlertRules`."""
    query = (
        select(Organisation.id.label("organisation_id"), *_RULES)
        .join(AlertRules, _rules_of(Organisation.id))
        .where(Organisation.id.in_(organisations))
    )
    return (await session.execute(query)).all()


async def set_rules(session: AsyncSession, row: dict[str, Any]) -> None:
    statement = upserting(session, AlertRules).values(row)
    changed = {name: statement.excluded[name] for name in row if name != "organisation_id"}
    await session.execute(
        statement.on_conflict_do_update(index_elements=["organisation_id"], set_=changed)
    )


async def open_in(
    session: AsyncSession, organisations: Collection[int], by: date | None = None
) -> Sequence[AnyRow]:
    """All that is open in force there and may be spoken of, up to the day `by` if it is given: id,
    organisation_id, activity_id, own (of the organisation's own plan), opens_on, due_on,
    watched_on, kept_on, number, title, kind, freq, ends_on (of what has no last day), and the
    rules of the organisation (empty: the defaults)."""
    spoken = [
        Assignment.due_on.is_not(None),
        Assignment.opens_on.is_not(None),
        Activity.kind == "continuous",
    ]
    if by is not None:
        spoken = [
            Assignment.due_on <= by + _HORIZON,
            and_(Assignment.opens_on <= by, Assignment.opens_on > by - _BEGINNING),
            Activity.kind == "continuous",
        ]
    query = (
        select(
            Assignment.id,
            Assignment.organisation_id,
            Assignment.activity_id,
            (Activity.organisation_id == Assignment.organisation_id).label("own"),
            Assignment.opens_on,
            Assignment.due_on,
            Assignment.watched_on,
            Assignment.kept_on,
            Activity.number,
            Activity.title,
            Activity.kind,
            Activity.freq,
            func.coalesce(Activity.end, Roadmap.period_end).label("ends_on"),
            *_RULES,
        )
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .join(AlertRules, _rules_of(Organisation.id), isouter=True)
        .where(
            Assignment.organisation_id.in_(organisations),
            _OPEN,
            Roadmap.status == "confirmed",
            or_(*spoken),
        )
        .order_by(Assignment.due_on.is_(None), Assignment.due_on, Activity.position, Assignment.id)
    )
    return (await session.execute(query)).all()


async def issued_overdue(
    session: AsyncSession, issuers: Collection[int], before: date
) -> Sequence[AnyRow]:
    """Open assignments of plans that these issued, due before a day, those of one organisation
    together: id, issuer_id, organisation_id, organisation, activity_id, own, opens_on, due_on,
    watched_on, number, title, kind, freq, and the issuer's rules."""
    issuer = aliased(Organisation)
    query = (
        select(
            Assignment.id,
            Activity.organisation_id.label("issuer_id"),
            Assignment.organisation_id,
            Assignment.activity_id,
            Organisation.name.label("organisation"),
            (Activity.organisation_id == Assignment.organisation_id).label("own"),
            Assignment.opens_on,
            Assignment.due_on,
            Assignment.watched_on,
            Assignment.kept_on,
            Activity.number,
            Activity.title,
            Activity.kind,
            Activity.freq,
            Assignment.due_on.label("ends_on"),
            *_RULES,
        )
        .select_from(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .join(Organisation, Organisation.id == Assignment.organisation_id)
        .join(issuer, issuer.id == Activity.organisation_id)
        .join(AlertRules, _rules_of(issuer.id), isouter=True)
        .where(
            Activity.organisation_id.in_(issuers),
            Roadmap.status == "confirmed",
            _OPEN,
            Assignment.due_on < before,
        )
        .order_by(Organisation.name, Organisation.id, Assignment.due_on, Activity.position)
    )
    return (await session.execute(query)).all()


async def moved(
    session: AsyncSession, organisations: Collection[int], since: date, until: date
) -> Sequence[AnyRow]:
    """Last days that were moved there after `since` up to `until`, the latest for each row:
    organisation_id, activity_id, own, number, title, old_due, new_due, reason, by (a name),
    moved_by, asked_by (whose petition it was, if it was one)."""
    latest = (
        select(func.max(TermChange.id).label("id"), func.min(TermChange.id).label("first"))
        .where(
            TermChange.organisation_id.in_(organisations),
            TermChange.moved_on > since,
            TermChange.moved_on <= until,
        )
        .group_by(TermChange.assignment_id)
        .subquery()
    )
    first = aliased(TermChange)
    query = (
        select(
            TermChange.organisation_id,
            Assignment.activity_id,
            (Activity.organisation_id == Assignment.organisation_id).label("own"),
            Activity.number,
            Activity.title,
            first.old_due,
            TermChange.new_due,
            TermChange.reason,
            Person.name.label("by"),
            TermChange.moved_by,
            _asked_by().label("asked_by"),
        )
        .join(latest, latest.c.id == TermChange.id)
        .join(first, first.id == latest.c.first)
        .join(Assignment, Assignment.id == TermChange.assignment_id)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Person, Person.id == TermChange.moved_by)
        .order_by(TermChange.id)
    )
    return (await session.execute(query)).all()


def _asked_by() -> Any:
    """Who asked for the term that a `TermChange` gave."""
    return (
        select(func.max(Petition.asked_by))
        .where(
            Petition.assignment_id == TermChange.assignment_id,
            Petition.until == TermChange.new_due,
            Petition.decided_by == TermChange.moved_by,
            Petition.agreed.is_(True),
        )
        .correlate(TermChange)
        .scalar_subquery()
    )


async def moved_days(session: AsyncSession, organisation_id: int, after: date) -> list[date]:
    query = select(TermChange.moved_on).where(
        TermChange.organisation_id == organisation_id, TermChange.moved_on > after
    )
    return list(await session.scalars(query.distinct()))


async def to_decide(
    session: AsyncSession, issuers: Collection[int], since: datetime, today: date
) -> Sequence[AnyRow]:
    """What waits for those who issued plans: issuer_id, asked, asked_new (since an instant),
    handed, handed_new; only of issuers with any of it."""
    petitions = (
        select(
            Activity.organisation_id.label("issuer_id"),
            func.count().label("asked"),
            func.count().filter(Petition.asked_at > since).label("asked_new"),
        )
        .select_from(Petition)
        .join(Assignment, Assignment.id == Petition.assignment_id)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(
            Activity.organisation_id.in_(issuers),
            Roadmap.status == "confirmed",
            Petition.decided_at.is_(None),
        )
        .group_by(Activity.organisation_id)
    )
    handed = (
        select(
            Activity.organisation_id.label("issuer_id"),
            func.count().label("handed"),
            func.count().filter(Assignment.closed_at > since).label("handed_new"),
        )
        .select_from(Assignment)
        .join(Activity, Activity.id == Assignment.activity_id)
        .join(Roadmap, Roadmap.id == Activity.roadmap_id)
        .where(Activity.organisation_id.in_(issuers), Roadmap.status == "confirmed", waits(today))
        .group_by(Activity.organisation_id)
    )
    first, second = petitions.subquery(), handed.subquery()
    query = (
        select(
            Organisation.id.label("issuer_id"),
            *(
                func.coalesce(column, 0).label(column.name)
                for column in (
                    first.c.asked,
                    first.c.asked_new,
                    second.c.handed,
                    second.c.handed_new,
                )
            ),
        )
        .join(first, first.c.issuer_id == Organisation.id, isouter=True)
        .join(second, second.c.issuer_id == Organisation.id, isouter=True)
        .where(
            Organisation.id.in_(issuers),
            or_(first.c.asked.is_not(None), second.c.handed.is_not(None)),
        )
    )
    found: Sequence[AnyRow] = (await session.execute(query)).all()
    return found
