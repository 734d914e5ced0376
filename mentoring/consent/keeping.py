"""A curator's view of consents: who lacks which and why, reminders, papers, years of birth."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.errors import NotAllowed, Refusal
from db.models import File
from db.queries import consents as queries
from db.queries import lacking as lists
from mentoring.access import organisation, use_case
from mentoring.consent import representing, texts
from mentoring.consent.giving import Lack, add, lacks
from mentoring.consent.rules import SOON, Channel, Giver, plausible
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.notices import button, notice, plan
from mentoring.people.admission import settle
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

NUMBER_LIMIT = 40


class Reason(StrEnum):
    """Why somebody is on the list; the first that holds."""

    YEAR = "year"
    PAPER = "paper"
    PARENTS = "parents"
    SELF = "self"
    ENDS = "ends"


class Signed(StrEnum):
    """Who signed a paper; `alone`: the participant, and the paper shows that this is enough."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    BOTH = "both"
    ALONE = "alone"


_GIVERS: dict[Signed, tuple[Giver, ...]] = {
    Signed.SELF: (Giver.SELF,),
    Signed.REPRESENTATIVE: (Giver.REPRESENTATIVE,),
    Signed.BOTH: (Giver.SELF, Giver.REPRESENTATIVE),
    Signed.ALONE: (Giver.SELF,),
}


@dataclass(frozen=True, slots=True)
class Lacking:
    """Somebody without (all) consents, or whose term ends soon."""

    person_id: int
    name: str
    role: Role
    birth_year: int | None
    reason: Reason
    missing: Lack
    # No seat yet: they wait for this.
    waits: bool
    # Whether anybody can be written to: they or who speaks for them.
    reachable: bool
    until: date | None = None
    # To what the consents end soon.
    ending: frozenset[Purpose] = frozenset()


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def lacking(unit: Unit, *, organisation_id: int) -> list[Lacking]:
    """Everybody of the school who lacks a consent that taking part needs, by name."""
    return await _lacking(unit, organisation_id)


async def _lacking(
    unit: Unit, organisation_id: int, only: Collection[int] | None = None
) -> list[Lacking]:
    rows = await lists.participants(unit.session, organisation_id, only)
    years = {row.person_id: row.birth_year for row in rows}
    every = tuple(dict.fromkeys(purpose for purposes in REQUIRED.values() for purpose in purposes))
    missing = await lacks(unit, organisation_id, years, every)
    ends = await lists.ends(unit.session, organisation_id, unit.today() + SOON)
    found: dict[int, Lacking] = {}
    for row in rows:
        role = Role(row.role)
        lack = {
            purpose: whose
            for purpose, whose in missing[row.person_id].items()
            if purpose in REQUIRED[role] and whose
        }
        ending = {
            Purpose(purpose): last
            for purpose, last in ends.get(row.person_id, {}).items()
            if purpose in REQUIRED[role]
        }
        until = min(ending.values(), default=None)
        if lack or (until is not None and not row.waits):
            reason = _reason(unit, row.birth_year, lack)
            found.setdefault(
                row.person_id,
                Lacking(
                    person_id=row.person_id,
                    name=shown(row, unit.today()),
                    role=role,
                    birth_year=row.birth_year,
                    reason=reason,
                    missing=lack,
                    waits=bool(row.waits),
                    reachable=bool(row.reachable),
                    until=None if lack else until,
                    ending=frozenset(ending),
                ),
            )
    return sorted(found.values(), key=lambda one: one.name)


def _reason(unit: Unit, year: int | None, lack: Lack) -> Reason:
    if not lack:
        return Reason.ENDS
    if year is None:
        return Reason.YEAR
    channels = {texts.newest(purpose).channel(year, unit.today()) for purpose in lack}
    if Channel.PAPER in channels:
        return Reason.PAPER
    if any(Giver.REPRESENTATIVE in whose for whose in lack.values()):
        return Reason.PARENTS
    return Reason.SELF


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def card(unit: Unit, *, organisation_id: int, person_id: int) -> Lacking:
    """One of the list. Raises Refusal for somebody who lacks nothing (any more)."""
    return await _one(unit, organisation_id, person_id)


async def _one(unit: Unit, organisation_id: int, person_id: int) -> Lacking:
    found = await _lacking(unit, organisation_id, [person_id])
    if not found:
        raise Refusal("consents-in-order")
    return found[0]


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def remind(
    unit: Unit, *, organisation_id: int, reason: Reason, person_id: int | None = None
) -> int:
    """Remind everybody on the list for a reason, or one of them; at most once a day each.

    Of a minor, whoever speaks for them too. Returns how many people are written to by this.
    """
    people = await _lacking(unit, organisation_id, None if person_id is None else [person_id])
    wanted = [one for one in people if one.reason is reason and one.reachable]
    receivers = await lists.reminded(unit.session, [one.person_id for one in wanted])
    today = unit.today()
    rows = [
        notice(
            unit,
            unique=f"consent-reminder:{receiver}:{today.isoformat()}",
            message="consent-reminder",
            person_id=receiver,
            buttons=[button("consent-reminder-open", "consents")],
        )
        for receiver in receivers
    ]
    before = await lists.outbox_keys(unit.session, [row["unique_key"] for row in rows])
    fresh = [row for row in rows if row["unique_key"] not in before]
    await plan(unit, fresh)
    return len(fresh)


def may_be_signed(unit: Unit, given_on: date) -> bool:
    """Whether a paper put on record today may be of this day: within a year, not to come."""
    return unit.today() - timedelta(days=366) <= given_on <= unit.today()


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def record_papers(
    unit: Unit,
    *,
    organisation_id: int,
    people: Sequence[int],
    signed: Signed,
    number: str,
    given_on: date,
    photo_id: int | None = None,
) -> int:
    """Record signed papers for all that these people lack. Returns how many people that were.

    One number for several people is numbered on: 12-1, 12-2. Raises Refusal for a day to come or
    when nobody of them lacks anything, NotAllowed for people or a photo of another place.
    """
    if not may_be_signed(unit, given_on):
        raise Refusal("consent-paper-day-wrong")
    if photo_id is not None:
        photo = await unit.session.get(File, photo_id)
        if photo is None or photo.organisation_id != organisation_id:
            raise NotAllowed
    found = await _lacking(unit, organisation_id, people)
    if not found:
        raise Refusal("consents-in-order")
    for place, one in enumerate(found, start=1):
        for purpose in one.missing or one.ending:
            for giver in _GIVERS[signed]:
                add(
                    unit,
                    organisation_id=organisation_id,
                    person_id=one.person_id,
                    version=texts.newest(purpose),
                    giver=giver,
                    given_by=one.person_id if giver is Giver.SELF else None,
                    channel=Channel.PAPER,
                    given_on=given_on,
                    number=number[:NUMBER_LIMIT] + (f"-{place}" if len(found) > 1 else ""),
                    alone=signed is Signed.ALONE,
                    photo_id=photo_id,
                )
        if one.waits:
            await _expect(unit, organisation_id, one)
        await settle(unit, organisation_id, one.person_id)
    return len(found)


async def _expect(unit: Unit, organisation_id: int, one: Lacking) -> None:
    """Somebody of a roster has opened no link: they are on the way in from now on."""
    if not await queries.waiting(unit.session, one.person_id, organisation_id):
        await queries.expect(
            unit.session,
            organisation_id=organisation_id,
            person_id=one.person_id,
            role=one.role,
            invite_id=None,
            programme_id=None,
            now=unit.now,
        )


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def note_year(unit: Unit, *, organisation_id: int, person_id: int, year: int) -> None:
    """Note the year of birth of somebody whose year was not known. Raises Refusal for nonsense."""
    await _one(unit, organisation_id, person_id)
    if not plausible(year, unit.today()):
        raise Refusal("consent-paper-year-wrong")
    await queries.set_birth_year(unit.session, person_id, year)
    await settle(unit, organisation_id, person_id)


@use_case(Permission.KEEP_CONSENTS, target=organisation("organisation_id"))
async def parents_link(unit: Unit, *, organisation_id: int, person_id: int) -> str:
    """The token of a link for a minor's representatives. Raises Refusal for an adult."""
    await _one(unit, organisation_id, person_id)
    return await representing.link(unit, organisation_id, person_id)
