"""What tests of surveys begin with."""

from datetime import date

from core.clock import SettableClock
from db.engines import Database
from mentoring.roles import Role
from mentoring.surveys import answering, surveys
from mentoring.surveys.answering import Sitting
from mentoring.surveys.questions import Kind
from mentoring.unit import Actor
from tests.mentoring.seed import Town, acting

TODAY = date(2026, 9, 1)


async def assign(
    database: Database, clock: SettableClock, town: Town, opens_on: date = TODAY
) -> int:
    async with acting(database, town.actor("school", Role.CURATOR), clock.now()) as unit:
        return await surveys.assign(
            unit, organisation_id=town.school, form="entry-1", opens_on=opens_on
        )


async def fill(
    database: Database, clock: SettableClock, actor: Actor, survey_id: int, mark: int = 7
) -> Sitting:
    """Answer every question and send."""
    async with acting(database, actor, clock.now()) as unit:
        sitting = await answering.begin(unit, survey_id=survey_id)
        for question in sitting.questions:
            values = {Kind.SCALE: mark, Kind.CHOICE: "yes", Kind.TEXT: "тайные слова"}
            await answering.answer(
                unit,
                response_id=sitting.response_id,
                form=sitting.form.id,
                role=sitting.role,
                question=question.key,
                value=values[question.kind],
            )
        await answering.submit(unit, response_id=sitting.response_id)
    return sitting


async def answer(
    database: Database,
    clock: SettableClock,
    actor: Actor,
    sitting: Sitting,
    given: dict[str, answering.Value],
    **changes: object,
) -> None:
    values: dict[str, object] = {
        "response_id": sitting.response_id,
        "form": sitting.form.id,
        "role": sitting.role,
    } | changes
    async with acting(database, actor, clock.now()) as unit:
        for question, value in given.items():
            await answering.answer(unit, question=question, value=value, **values)  # type: ignore[arg-type]
