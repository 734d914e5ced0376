"""What participants are told of surveys: on the day one opens, and once more if they forget."""

from datetime import date, timedelta
from typing import Any

from db.queries import responses
from db.queries import surveys as queries
from mentoring.digest import Line, digest_source
from mentoring.letters import Paragraph, builder
from mentoring.notices import button
from mentoring.surveys import library
from mentoring.surveys.forms import Form
from mentoring.unit import Unit

# A reminder to whoever has not answered, once.
REMINDED_AFTER = timedelta(days=3)


@digest_source(order=30)
class SurveyAlerts:
    """Surveys that open, and those left unanswered since."""

    async def who(self, unit: Unit, organisation_id: int, since: date, until: date) -> set[int]:
        return await queries.to_tell(unit.session, organisation_id, since, until, REMINDED_AFTER)

    async def lines(self, unit: Unit, person_id: int, since: date, until: date) -> list[Line]:
        found = []
        for row in await queries.open_for(unit.session, person_id, until):
            form = await library.find(unit, row.form)
            if row.opens_on > since:
                found.append(_line(unit, "survey-digest", form, row.id))
            elif since < row.opens_on + REMINDED_AFTER <= until:
                found.append(_line(unit, "survey-reminder", form, row.id))
        return found

    async def next_day(self, unit: Unit, organisation_id: int, after: date) -> date | None:
        opening = await queries.opening_days(unit.session, organisation_id, after - REMINDED_AFTER)
        days = (day for opens_on in opening for day in (opens_on, opens_on + REMINDED_AFTER))
        return min((day for day in days if day > after), default=None)


@builder("survey-invitation")
async def build_invitation(unit: Unit, person_id: int, args: dict[str, Any]) -> list[Paragraph]:
    """A survey set for a day whose digests are out already."""
    rows = await queries.open_for(unit.session, person_id, unit.today())
    for row in rows:
        if row.id == args["survey"]:
            form = await library.find(unit, row.form)
            return [[_line(unit, "survey-invitation", form, row.id)]]
    return []


@builder("form-invitation")
async def build_form_invitation(
    unit: Unit, person_id: int, args: dict[str, Any]
) -> list[Paragraph]:
    """A form that a programme asks for."""
    for row in await responses.waiting(unit.session, person_id):
        if row.occasion == args["occasion"] and row.completed_at is None:
            form = await library.find(unit, row.form)
            title = form.title.to(unit.actor.locale)
            press = button("survey-open", f"form:{row.id}", title=title)
            return [[Line("form-invitation", {"title": title}, press)]]
    return []


def _line(unit: Unit, message: str, form: Form, survey_id: int) -> Line:
    title = form.title.to(unit.actor.locale)
    return Line(
        message, {"title": title}, button("survey-open", f"survey:{survey_id}", title=title)
    )
