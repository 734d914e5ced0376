"""Giving a consent, and whether there is one. Part of journeys that check the right themselves."""

from collections.abc import Iterable, Mapping
from datetime import date

from core.errors import NotAllowed
from db.models import Consent
from db.queries import consents as queries
from db.types import AnyRow
from mentoring.audit import record as note
from mentoring.consent import texts
from mentoring.consent.rules import Channel, Given, Giver, missing
from mentoring.consent.texts import Purpose
from mentoring.unit import Unit

# What each purpose lacks: whose consents.
Lack = dict[Purpose, frozenset[Giver]]


def holding(row: AnyRow) -> Given | None:
    """A row as the rules see it; None when its version holds no more."""
    if texts.version(Purpose(row.purpose), row.version) is None:
        return None
    return Given(Giver(row.giver), row.given_on, row.until, row.alone)


async def lacks(
    unit: Unit,
    organisation_id: int,
    years: Mapping[int, int | None],
    purposes: Iterable[Purpose],
) -> dict[int, Lack]:
    """What people lack for each purpose, by their ids; `years` are their years of birth."""
    purposes, today = tuple(purposes), unit.today()
    rows = await queries.given(unit.session, organisation_id, years)
    found: dict[tuple[int, str], list[Given]] = {}
    for row in rows:
        given = holding(row)
        if given is not None:
            found.setdefault((row.person_id, row.purpose), []).append(given)
    return {
        person_id: {
            purpose: missing(year, today, found.get((person_id, purpose), ()))
            for purpose in purposes
        }
        for person_id, year in years.items()
    }


async def lack(
    unit: Unit, organisation_id: int, person_id: int, purposes: Iterable[Purpose]
) -> Lack:
    """What one person lacks; purposes in order are not in it."""
    year = await queries.birth_year(unit.session, person_id)
    found = (await lacks(unit, organisation_id, {person_id: year}, purposes))[person_id]
    return {purpose: whose for purpose, whose in found.items() if whose}


async def has_consent(
    unit: Unit,
    *,
    organisation_id: int,
    person_id: int,
    purpose: Purpose = Purpose.PROGRAMME,
) -> bool:
    """Whether all consents that the purpose needs are in force today."""
    return not await lack(unit, organisation_id, person_id, (purpose,))


async def press(
    unit: Unit,
    *,
    organisation_id: int,
    person_id: int,
    purpose: Purpose,
    giver: Giver,
    given_by: int,
) -> None:
    """Record that somebody pressed "I agree" to the newest version, today.

    Raises NotAllowed where only paper counts. A second press changes nothing.
    """
    version, today = texts.newest(purpose), unit.today()
    year = await queries.birth_year(unit.session, person_id)
    if version.channel(year, today) is not Channel.BUTTON:
        raise NotAllowed
    if await queries.already(
        unit.session,
        organisation_id=organisation_id,
        person_id=person_id,
        purpose=purpose,
        version=version.number,
        giver=giver,
        today=today,
    ):
        return
    add(
        unit,
        organisation_id=organisation_id,
        person_id=person_id,
        version=version,
        giver=giver,
        given_by=given_by,
        channel=Channel.BUTTON,
        given_on=today,
    )


def add(
    unit: Unit,
    *,
    organisation_id: int,
    person_id: int,
    version: texts.Version,
    giver: Giver,
    given_by: int | None,
    channel: Channel,
    given_on: date,
    number: str | None = None,
    alone: bool = False,
    photo_id: int | None = None,
) -> None:
    """Put one consent on record, and into the log."""
    by = given_by if channel is Channel.BUTTON else unit.actor.person_id
    unit.session.add(
        Consent(
            organisation_id=organisation_id,
            person_id=person_id,
            purpose=version.purpose,
            version=version.number,
            giver=giver,
            given_by=given_by,
            channel=channel,
            number=number,
            alone=alone,
            photo_id=photo_id,
            given_on=given_on,
            until=version.until(given_on),
            recorded_by=by,
            recorded_at=unit.now,
        )
    )
    note(
        unit,
        organisation_id,
        "consent-given",
        subject_id=person_id,
        actor_id=by,
        purpose=version.purpose,
        channel=channel,
    )
