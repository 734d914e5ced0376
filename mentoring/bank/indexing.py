"""Keeps what a profile is searched by in step with what it says."""

from collections.abc import Iterable

from sqlalchemy import select

from db.models import Person, Profile, Request
from mentoring.bank.words import search_text
from mentoring.surveys import taxonomy
from mentoring.surveys.questions import Wording
from mentoring.unit import Unit


async def reindex(unit: Unit, profile: Profile) -> None:
    """Write the search text of a profile anew: name, class, post, competences, requests."""
    await unit.session.flush()
    name = await unit.session.scalar(select(Person.name).where(Person.id == profile.person_id))
    requests = await unit.session.execute(
        select(Request.text, Request.topics).where(
            Request.organisation_id == profile.organisation_id,
            Request.profile_id == profile.id,
            Request.withdrawn_at.is_(None),
        )
    )
    parts = [name or "", profile.class_name, profile.post, profile.workplace, profile.competences]
    topics = list(profile.topics)
    for text, keys in requests:
        parts.append(text)
        topics += keys
    profile.search = search_text([*parts, *_said(topics)])


def _said(topics: Iterable[str]) -> list[str]:
    """What the keys stand for, in every language: a reader types their own."""
    found: list[Wording | None] = [taxonomy.words("topics", key) for key in topics]
    return [text for words in found if words for text in words.languages.values()]
