"""Whose digest names which row: those who keep the plan, executors, deputies of who is on leave."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from db.queries import alerting as queries
from db.queries import audience
from db.types import AnyRow
from mentoring.roadmaps.deadlines import Freq, Kind
from mentoring.roadmaps.rules import ALWAYS, DEFAULT, Alert, Policy, Term, latest_alert
from mentoring.roles import Role
from mentoring.unit import Unit

KEEPERS = (Role.CURATOR, Role.DEPARTMENT)
# Everybody a plan may name.
STAFF = (*KEEPERS, Role.METHODOLOGIST, Role.HEAD, Role.COUNCIL, Role.EXECUTOR)


@dataclass(slots=True)
class Told:
    """What one person is told of one organisation: rows by the reason, and how many more are
    overdue without being named today."""

    named: dict[Alert, list[AnyRow]] = field(default_factory=dict)
    overdue_more: int = 0


@dataclass(frozen=True, slots=True)
class Staff:
    """Who is who in some organisations on one day."""

    keepers: dict[int, set[int]]
    roles: dict[tuple[int, str], set[int]]
    people: dict[int, set[int]]
    # (organisation, who is on leave) -> who stands in.
    deputies: dict[tuple[int, int], int]
    # activity -> its executors among people and roles.
    duties: dict[int, list[AnyRow]]
    muted: set[tuple[int, str]]
    # Who has stopped the bot: their rows are those of the keepers again.
    gone: set[int]

    def receivers(self, row: AnyRow, alert: Alert | None) -> set[int]:
        """Executors get their own rows; who keeps the plan sees of those only what is late."""
        place = row.organisation_id
        named: set[int] = set()
        for duty in self.duties.get(row.activity_id, ()) if row.own else ():
            if duty.person_id is not None:
                named |= {duty.person_id} & self.people.get(place, set())
            else:
                named |= self.roles.get((place, duty.role), set())
        named -= self.gone
        keepers = self.keepers.get(place, set())
        found = named | keepers if not named or alert in {Alert.OVERDUE, None} else named
        if alert is not None and alert not in ALWAYS:
            found = {person for person in found if (person, alert) not in self.muted}
        return self.standing_in(place, found)

    def standing_in(self, place: int, people: Iterable[int]) -> set[int]:
        return {self.deputies.get((place, person), person) for person in people}


def term_of(row: AnyRow) -> Term:
    """The days of a row as `db.queries.alerting` gives it."""
    return Term(
        opens_on=row.opens_on,
        due_on=row.due_on,
        watched_on=row.watched_on,
        frequent=row.freq == Freq.WEEKLY,
        continuous=row.kind == Kind.CONTINUOUS and row.due_on is None,
        kept_on=row.kept_on,
        policy=policy_in(row),
    )


def policy_in(row: AnyRow) -> Policy:
    """The rules in a row's columns, the defaults where they are empty."""
    if row.notice_days is None:
        return DEFAULT
    return Policy(
        notice_days=row.notice_days,
        escalation_days=row.escalation_days,
        acceptance_days=row.acceptance_days,
        six_day_week=bool(row.six_day_week),
    )


def alert_of(row: AnyRow, since: date, until: date) -> Alert | None:
    found = latest_alert(term_of(row), since, until)
    # What goes on without a last day is asked about till its plan ends.
    ended = row.due_on is None and row.ends_on is not None and row.ends_on < until
    return None if found is Alert.GOES_ON and ended else found


async def told(
    unit: Unit, organisations: Collection[int], since: date, until: date
) -> dict[int, dict[int, Told]]:
    """Organisation -> person -> what they are told; only people with something to be named."""
    rows = await queries.open_in(unit.session, organisations, until)
    alerts = [(row, alert_of(row, since, until)) for row in rows]
    if not any(alert for _row, alert in alerts):
        return {}
    staff = await staff_of(unit, organisations, until)
    found: dict[int, dict[int, Told]] = {}
    for row, alert in alerts:
        late = row.due_on is not None and row.due_on < until
        if alert is None and not late:
            continue
        for person in staff.receivers(row, alert):
            one = found.setdefault(row.organisation_id, {}).setdefault(person, Told())
            if alert is None:
                one.overdue_more += 1
            else:
                one.named.setdefault(alert, []).append(row)
    return {
        place: {person: one for person, one in people.items() if one.named}
        for place, people in found.items()
    }


async def staff_of(unit: Unit, organisations: Collection[int], day: date) -> Staff:
    keepers: dict[int, set[int]] = {}
    roles: dict[tuple[int, str], set[int]] = {}
    people: dict[int, set[int]] = {}
    for seat in await audience.seats(unit.session, organisations, STAFF):
        place, person = seat.organisation_id, seat.person_id
        if seat.role in KEEPERS:
            keepers.setdefault(place, set()).add(person)
        roles.setdefault((place, seat.role), set()).add(person)
        people.setdefault(place, set()).add(person)
    duties: dict[int, list[AnyRow]] = {}
    for duty in await audience.duties(unit.session, organisations):
        duties.setdefault(duty.activity_id, []).append(duty)
    leaves = await audience.on_leave(unit.session, organisations, day)
    everybody = set().union(*people.values()) if people else set()
    return Staff(
        keepers=keepers,
        roles=roles,
        people=people,
        deputies={(one.organisation_id, one.person_id): one.deputy_id for one in leaves},
        duties=duties,
        muted=await audience.muted(unit.session, everybody) if everybody else set(),
        gone=await audience.unreachable(unit.session, organisations),
    )


async def places_of(unit: Unit, day: date) -> dict[int, str]:
    """The organisations whose rows a person may be told of: their own, and where they stand in."""
    own = {
        seat.organisation_id: seat.organisation for seat in unit.actor.seats if seat.role in STAFF
    }
    for place in await audience.deputised(unit.session, unit.me, day):
        own.setdefault(place.id, place.name)
    return own
