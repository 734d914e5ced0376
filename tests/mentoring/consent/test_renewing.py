"""A consent in its last month is renewed by the same button that gave it."""

from datetime import timedelta

import pytest

from core.clock import SettableClock
from core.errors import NotAllowed
from db.engines import Database
from db.models import Consent
from mentoring.consent import own
from mentoring.consent.texts import Purpose
from mentoring.roles import Role
from mentoring.unit import Unit
from tests.mentoring.seed import Town, acting


async def programme(unit: Unit) -> own.Item:
    return next(one for one in await own.listed(unit) if one.purpose is Purpose.PROGRAMME)


@pytest.mark.parametrize(("left", "renewable"), [(20, True), (30, True), (31, False)])
async def test_in_the_last_month_only(
    database: Database, clock: SettableClock, town: Town, left: int, renewable: bool
) -> None:
    today = clock.now().date()
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        unit.session.add(
            Consent(
                organisation_id=town.school,
                person_id=unit.me,
                purpose="programme",
                version=1,
                giver="self",
                channel="button",
                alone=False,
                given_by=unit.me,
                given_on=today - timedelta(days=700),
                until=today + timedelta(days=left),
                recorded_at=clock.now(),
            )
        )
        await unit.session.flush()
        item = await programme(unit)
        assert item.in_force and item.by_button == renewable
        # A second press changes nothing: the new term is far from its end.
        for _press in range(2 if renewable else 1):
            assert await own.agree(unit, key=item.key)
        renewed = await programme(unit)
        assert renewed.in_force and not renewed.by_button
        assert renewed.until is not None and item.until is not None
        assert (renewed.until > item.until) == renewable


async def test_nobody_renews_for_somebody_else(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, town.actor("school", Role.MENTEE), clock.now()) as unit:
        key = (await programme(unit)).key
    async with acting(database, town.actor("school", Role.MENTEE, 1), clock.now()) as unit:
        with pytest.raises(NotAllowed):
            await own.agree(unit, key=key)
