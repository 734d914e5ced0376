"""A curator puts a survey to the school's participants and sees who has answered."""

from datetime import date, timedelta
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.dates import parse_day
from handlers.kit.labels import HALF, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from mentoring.roles import Role
from mentoring.surveys import library, surveys

_PAGE = 8
# A typed day is never longer.
_DAY_LIMIT = 30
# So many names of people who have not answered fit one message, whatever the names.
_NAMES = 25


class Surveys(StatesGroup):
    """A school's surveys."""

    list = State()
    card = State()
    form = State()
    day = State()
    confirm = State()


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await surveys.listed(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    rows = []
    for survey in found:
        title = survey.form.title.to(words.language)
        label = words.plain(
            "survey-label", title=shortened(title, HALF + 6), opens_on=survey.opens_on
        )
        rows.append(
            {
                "id": survey.id,
                "label": label,
                "title": title,
                "opens_on": survey.opens_on,
                "answered": survey.answered,
                "invited": survey.invited,
            }
        )
    page = await shown(dialog_manager, "sp", rows, _PAGE)
    return {"surveys": rows, "shown": page, "count": len(rows)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    results = await surveys.results(
        unit_of(dialog_manager), survey_id=dialog_manager.dialog_data.get("survey", 0)
    )
    averages = [
        {
            "role": row.role,
            "question": row.question.name.to(words.language),
            "average": round(row.average, 1),
            "answers": row.answers,
        }
        for row in results.averages
    ]
    return {
        "title": results.form.title.to(words.language),
        "opens_on": results.opens_on,
        "open": "yes" if results.opens_on <= unit_of(dialog_manager).today() else "no",
        "answered": results.answered,
        "invited": results.invited,
        "names": ", ".join(results.waiting[:_NAMES]),
        "more": max(0, len(results.waiting) - _NAMES),
        "waiting": bool(results.waiting and results.answered),
        "averages": averages,
        "least": surveys.LEAST_ANSWERS,
        "few": not averages,
    }


async def form_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    found = await surveys.forms(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    return {"forms": [{"id": form.id, "label": form.title.to(language)} for form in found]}


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, unit = dialog_manager.dialog_data, unit_of(dialog_manager)
    counts = await surveys.receivers(unit, organisation_id=my_school(dialog_manager))
    opens_on = date.fromisoformat(data["day"])
    return {
        "title": (await library.find(unit, data["form"])).title.to(
            words_of(dialog_manager).language
        ),
        "opens_on": opens_on,
        "today": "yes" if opens_on == unit.today() else "no",
        "mentors": counts.get(Role.MENTOR, 0),
        "mentees": counts.get(Role.MENTEE, 0),
    }


async def on_survey(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["survey"] = number(item)
    await manager.switch_to(Surveys.card)


async def on_form(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    found = await surveys.forms(unit_of(manager), organisation_id=my_school(manager))
    if item in {form.id for form in found}:
        manager.dialog_data["form"] = item
        offered = manager.dialog_data.get("offered")
        if offered:
            # From a row of the roadmap: its days are those of the survey.
            await _set_day(manager, date.fromisoformat(offered))
        else:
            await manager.switch_to(Surveys.day)


def _ahead(days: int) -> Any:
    async def set_day(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await _set_day(manager, unit_of(manager).today() + timedelta(days=days))

    return set_day


async def on_day(manager: DialogManager, text: str) -> None:
    today, language = unit_of(manager).today(), words_of(manager).language
    opens_on = parse_day(text, today=today, language=language)
    if opens_on is None:
        remark(manager, "survey-day-unclear")
    else:
        await _set_day(manager, opens_on)


async def _set_day(manager: DialogManager, opens_on: date) -> None:
    surveys.check_day(opens_on, unit_of(manager).today())
    manager.dialog_data["day"] = opens_on.isoformat()
    await manager.switch_to(Surveys.confirm)


async def on_assign(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = manager.dialog_data
    data["survey"] = await surveys.assign(
        unit_of(manager),
        organisation_id=my_school(manager),
        form=data["form"],
        opens_on=date.fromisoformat(data["day"]),
    )
    remark(manager, "survey-assigned")
    await manager.switch_to(Surveys.card)


def dialog() -> Dialog:
    menu.entry("surveys", "menu-surveys", Surveys.list, Role.CURATOR, command="surveys")
    return Dialog(
        Screen(
            Say("surveys"),
            SayEach("survey-row", "shown"),
            pages(choice("s", "surveys", on_survey), "sp", height=_PAGE),
            go("survey-new", "new", Surveys.form),
            leave("button-home"),
            state=Surveys.list,
            getter=list_data,
        ),
        Screen(
            Say("survey-card"),
            Say("survey-waiting", when="waiting"),
            SayEach("survey-average", "averages"),
            Say("survey-few", when="few"),
            go("survey-list", "back", Surveys.list),
            leave("button-home"),
            state=Surveys.card,
            getter=card_data,
        ),
        Screen(
            Say("survey-form"),
            pages(choice("f", "forms", on_form), "fp"),
            go("button-back", "back", Surveys.list),
            state=Surveys.form,
            getter=form_data,
        ),
        Screen(
            Say("survey-on"),
            button("survey-today", "d0", _ahead(0)),
            button("survey-tomorrow", "d1", _ahead(1)),
            button("survey-in-a-week", "d7", _ahead(7)),
            go("button-back", "back", Surveys.form),
            typed(on_day, limit=_DAY_LIMIT),
            state=Surveys.day,
        ),
        Screen(
            Say("survey-confirm"),
            button("survey-assign", "yes", on_assign),
            go("button-back", "back", Surveys.day),
            go("button-cancel", "list", Surveys.list),
            state=Surveys.confirm,
            getter=confirm_data,
        ),
        on_start=adopt,
    )
