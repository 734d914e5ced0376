"""The yearly round: each is asked once a year whether their entry still holds, one tap answers."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, select

from core.clock import local_date
from db.models import Profile, Programme
from mentoring.access import organisation, use_case
from mentoring.bank.cards import FRESH_DAYS
from mentoring.bank.status import Status
from mentoring.digest import Line, digest_source
from mentoring.notices import Lane, button, notice, plan
from mentoring.roles import Permission
from mentoring.unit import Unit

_YEAR = timedelta(days=FRESH_DAYS)
_LOOKED_AT = func.coalesce(Profile.checked_at, Profile.created_at)
_ASKED = (Status.LISTED, Status.LEFT)


def _due(since: date, until: date) -> list[ColumnElement[bool]]:
    """Entries whose year runs out later than `since` and not later than `until`."""
    return [
        _midnight(since) - _YEAR < _LOOKED_AT,
        _midnight(until) - _YEAR >= _LOOKED_AT,
        Profile.status.not_in(_ASKED),
    ]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)


@digest_source(order=60)
class YearlyRound:
    """Entries that a year has passed over."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        query = select(Profile.person_id).where(
            Profile.organisation_id == organisation_id, *_due(since, until)
        )
        return set(await unit.session.scalars(query))

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        query = (
            select(Profile.id, Programme.title)
            .join(Programme, Programme.id == Profile.programme_id)
            .where(Profile.person_id == person_id, *_due(since, until))
            .order_by(Profile.id)
        )
        rows = (await unit.session.execute(query)).all()
        return [_line(row.id, row.title) for row in rows]

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        first: datetime | None = await unit.session.scalar(
            select(func.min(_LOOKED_AT)).where(
                Profile.organisation_id == organisation_id,
                _midnight(after) - _YEAR < _LOOKED_AT,
                Profile.status.not_in(_ASKED),
            )
        )
        if first is None:
            return None
        day = local_date(first + _YEAR, "UTC")
        return day if _midnight(day) == first + _YEAR else day + timedelta(days=1)


def _line(profile_id: int, title: str) -> Line:
    return Line(
        "bank-yearly", {"programme": title}, button("bank-yearly-yes", f"profile-ok:{profile_id}")
    )


@use_case(Permission.KEEP_BANK, target=organisation("organisation_id"))
async def ask_stale(unit: Unit, *, organisation_id: int) -> int:
    """Ask everybody whose entry is out of date, once a month at most. Returns how many."""
    rows = (
        await unit.session.execute(
            select(Profile.id, Profile.person_id, Programme.title)
            .join(Programme, Programme.id == Profile.programme_id)
            .where(
                Profile.organisation_id == organisation_id,
                unit.now - _YEAR >= _LOOKED_AT,
                Profile.status.not_in((*_ASKED, Status.PAUSED)),
            )
        )
    ).all()
    await plan(
        unit,
        [
            notice(
                unit,
                unique=f"profile-stale:{row.id}:{unit.today():%Y-%m}",
                message="bank-yearly",
                person_id=row.person_id,
                args={"programme": row.title},
                buttons=[button("bank-yearly-yes", f"profile-ok:{row.id}")],
                lane=Lane.BULK,
            )
            for row in rows
        ],
    )
    return len(rows)
