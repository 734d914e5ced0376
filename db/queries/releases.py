"""Requests to let pupils off their lessons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from db.models import Meeting, Organisation, Person, Release
from db.queries.people import NAME
from db.types import AnyRow


async def of_meeting(session: AsyncSession, meeting_id: int) -> bool:
    """Whether a release was asked for."""
    return bool(await session.scalar(select(exists().where(Release.meeting_id == meeting_id))))


async def details(session: AsyncSession, meeting_id: int) -> Sequence[AnyRow]:
    """What the document says: name, organisation, asked_by_name, asked_at; a row for each pupil."""
    asker = aliased(Person)
    query: Select[*tuple[Any, ...]] = (
        select(
            Person.name,
            Organisation.name.label("organisation"),
            asker.name.label("asked_by_name"),
            Release.asked_at,
        )
        .join(Person, Person.id == Release.person_id)
        .join(Organisation, Organisation.id == Release.organisation_id)
        .join(asker, asker.id == Release.asked_by)
        .where(Release.meeting_id == meeting_id)
        .order_by(Person.name, Person.id)
    )
    return (await session.execute(query)).all()


async def waiting(session: AsyncSession, organisation_id: int, now: datetime) -> Sequence[AnyRow]:
    """Not signed yet, for meetings still to come: id, held_on, NAME."""
    query: Select[*tuple[Any, ...]] = (
        select(Release.id, Meeting.held_on, *NAME)
        .join(Meeting, Meeting.id == Release.meeting_id)
        .join(Person, Person.id == Release.person_id)
        .where(
            Release.organisation_id == organisation_id,
            Release.number.is_(None),
            Meeting.status == "planned",
            Meeting.starts_at > now,
        )
        .order_by(Release.id)
    )
    return (await session.execute(query)).all()
