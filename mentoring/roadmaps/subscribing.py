"""A calendar that a program reads by a secret address: a person's open terms and agreed meetings.

The address is the right to read: it names nobody, a new one ends the old, and what it shows is
what its owner may see at the moment of reading.
"""

from core.errors import NotAllowed
from core.tokens import new_token
from db.models import CalendarLink
from db.queries import calendars as queries
from db.queries import executors as executing
from db.queries import roadmap_views as views
from db.types import AnyRow
from documents.calendar_file import calendar
from mentoring.access import oneself, use_case
from mentoring.meetings import calendars
from mentoring.roadmaps.exporting import entries_of
from mentoring.roadmaps.holding import KEEPERS
from mentoring.roles import GRANTS, Permission
from mentoring.unit import Unit
from mentoring.words import words_in

_MOST_ROWS = 2000


@use_case(Permission.OWN_CALENDAR, target=oneself)
async def present(unit: Unit) -> str:
    """The token of the actor's address; empty where there is none."""
    found = await queries.working(unit.session, unit.me)
    return found.token if found else ""


@use_case(Permission.OWN_CALENDAR, target=oneself)
async def renew(unit: Unit) -> str:
    """Give the actor a new address in place of the one there may be. Returns its token."""
    await queries.revoke(unit.session, unit.me, unit.now)
    token = new_token()
    unit.session.add(CalendarLink(person_id=unit.me, token=token, made_at=unit.now))
    await unit.session.flush()
    return token


@use_case(Permission.OWN_CALENDAR, target=oneself)
async def stop(unit: Unit) -> None:
    """From now on the actor's address shows nothing."""
    await queries.revoke(unit.session, unit.me, unit.now)


@use_case(Permission.OWN_CALENDAR, target=oneself)
async def book(unit: Unit, *, token: str) -> bytes:
    """The calendar at the actor's own address: rows of plans they keep, rows they execute, and
    meetings they have.

    Read twice within an hour with nothing changed between, it is the same to the byte. Raises
    NotAllowed for an address that is not theirs, or no longer.
    """
    link = await queries.by_token(unit.session, token)
    if link is None or link.person_id != unit.me:
        raise NotAllowed
    rows: dict[int, AnyRow] = {}
    kept = {seat.organisation_id for seat in unit.actor.seats if seat.role in KEEPERS}
    for place in sorted(kept):
        for row in await views.everything(unit.session, place):
            rows[row.id] = row
    seats = [
        (seat.organisation_id, str(seat.role))
        for seat in unit.actor.seats
        if seat.organisation_id not in kept and Permission.CLOSE_ROW in GRANTS[seat.role]
    ]
    mine = (
        await executing.mine(unit.session, unit.me, seats, offset=0, limit=_MOST_ROWS)
        if seats
        else []
    )
    wanted = {row.id for row in mine}
    for place in sorted({place for place, _role in seats}) if wanted else ():
        for row in await views.everything(unit.session, place):
            if row.id in wanted:
                rows[row.id] = row
    words = words_in(unit.actor.locale)
    # By a later stamp programs know that what they have under this number is out of date.
    made_at = unit.now.replace(minute=0, second=0, microsecond=0)
    return calendar(
        words.plain("calendar-name"),
        entries_of(rows.values()),
        await calendars.agreed(unit),
        made_at=max(made_at, link.made_at),
    )
