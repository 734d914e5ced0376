"""A curator begins a programme in two taps: the form of mentoring, then yes; changes it later."""

from datetime import date
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.dates import parse_day
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_school
from handlers.programmes.states import Stages
from mentoring.programmes import programmes
from mentoring.programmes.forms import MentoringForm
from mentoring.roles import Role

_PAGE = 6
_DAY_LIMIT = 30


class Programmes(StatesGroup):
    """A school's programmes."""

    list = State()
    form = State()
    confirm = State()
    card = State()
    title = State()
    starts = State()
    ends = State()
    over = State()


async def _forms(manager: DialogManager) -> dict[str, MentoringForm]:
    found = await programmes.forms(unit_of(manager), organisation_id=my_school(manager))
    return {form.key: form for form in found}


def _title(form: MentoringForm | None, language: str) -> str:
    return (form.title.get(language) or form.title["ru"]) if form else ""


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await programmes.listed(
        unit_of(dialog_manager), organisation_id=my_school(dialog_manager)
    )
    rows = [
        {
            "id": row.id,
            "label": shortened(row.title, WHOLE),
            **_described(row),
        }
        for row in found
    ]
    page = await shown(dialog_manager, "pgp", rows, _PAGE)
    return {"programmes": rows, "shown": page, "count": len(rows)}


def _described(row: programmes.ProgrammeView) -> dict[str, Any]:
    return {
        "title": row.title,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "mentors": row.mentors,
        "mentees": row.mentees,
        "ended": "yes" if row.status == programmes.ProgrammeStatus.ENDED else "no",
    }


async def form_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    found = await _forms(dialog_manager)
    return {"forms": [{"id": key, "label": _title(form, language)} for key, form in found.items()]}


def _draft(manager: DialogManager) -> dict[str, Any]:
    """What is about to be created: what was typed, else the school year."""
    data = manager.dialog_data
    first, last = programmes.school_year(unit_of(manager).today())
    starts_on = date.fromisoformat(data["starts"]) if "starts" in data else first
    ends_on = date.fromisoformat(data["ends"]) if "ends" in data else last
    return {"title": data.get("title", ""), "starts_on": starts_on, "ends_on": ends_on}


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    form = (await _forms(dialog_manager)).get(dialog_manager.dialog_data.get("form", ""))
    return _draft(dialog_manager) | {"form": _title(form, language)}


async def _present(manager: DialogManager) -> programmes.ProgrammeView | None:
    found = await programmes.listed(unit_of(manager), organisation_id=my_school(manager))
    wanted = manager.dialog_data.get("programme")
    return next((row for row in found if row.id == wanted), None)


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    present = await _present(dialog_manager)
    if present is None:
        # Opened for a new one: the same windows change its title and days.
        return _draft(dialog_manager) | {"mentors": 0, "mentees": 0, "ended": "no", "open": True}
    return _described(present) | {"open": present.status != programmes.ProgrammeStatus.ENDED}


async def on_programme(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["programme"] = number(item)
    await manager.switch_to(Programmes.card)


async def on_new(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    for key in ("programme", "form", "title", "starts", "ends"):
        manager.dialog_data.pop(key, None)
    await manager.switch_to(Programmes.form)


async def on_form(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    form = (await _forms(manager)).get(item)
    if form is None:
        return
    words = words_of(manager)
    _first, last = programmes.school_year(unit_of(manager).today())
    manager.dialog_data["form"] = item
    manager.dialog_data["title"] = words.plain(
        "programme-title-default",
        form=_title(form, words.language),
        years=f"{last.year - 1}/{last.year}",
    )
    await manager.switch_to(Programmes.confirm)


async def on_create(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    draft = _draft(manager)
    manager.dialog_data["programme"] = await programmes.create(
        unit_of(manager),
        organisation_id=my_school(manager),
        form=manager.dialog_data.get("form", ""),
        **draft,
    )
    remark(manager, "programme-created")
    await manager.switch_to(Programmes.card)


async def _set(manager: DialogManager, **changed: Any) -> None:
    """Keep what was typed: of a programme there is at once, of a new one until it is created."""
    programme_id = manager.dialog_data.get("programme")
    if programme_id:
        await programmes.change(unit_of(manager), programme_id=programme_id, **changed)
        await manager.switch_to(Programmes.card)
        return
    names = {"title": "title", "starts_on": "starts", "ends_on": "ends"}
    for key, value in changed.items():
        manager.dialog_data[names[key]] = value if isinstance(value, str) else value.isoformat()
    await manager.switch_to(Programmes.confirm)


async def on_title(manager: DialogManager, text: str) -> None:
    await _set(manager, title=" ".join(text.split()))


def _typed_day(field: str) -> Any:
    async def on_day(manager: DialogManager, text: str) -> None:
        today, language = unit_of(manager).today(), words_of(manager).language
        day = parse_day(text, today=today, language=language)
        if day is None:
            remark(manager, "programme-day-unclear")
        else:
            await _set(manager, **{field: day})

    return on_day


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    made = manager.dialog_data.get("programme")
    await manager.switch_to(Programmes.card if made else Programmes.confirm)


async def on_board(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Stages.now, {"programme": manager.dialog_data.get("programme", 0)})


async def on_end(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await programmes.end(unit_of(manager), programme_id=manager.dialog_data.get("programme", 0))
    remark(manager, "programme-ended")
    await manager.switch_to(Programmes.list)


def _changing() -> list[Any]:
    return [
        go("programme-title-change", "title", Programmes.title),
        go("programme-starts-change", "starts", Programmes.starts),
        go("programme-ends-change", "ends", Programmes.ends),
    ]


def _asking() -> list[Screen]:
    """The windows that ask for a title or a day."""
    fields: list[tuple[str, State, Any, int]] = [
        ("programme-title", Programmes.title, on_title, programmes.TITLE_LIMIT),
        ("programme-starts", Programmes.starts, _typed_day("starts_on"), _DAY_LIMIT),
        ("programme-ends", Programmes.ends, _typed_day("ends_on"), _DAY_LIMIT),
    ]
    return [
        Screen(
            Say(key),
            typed(on_text, limit=limit),
            button("button-back", "back", on_back),
            state=state,
            getter=card_data,
        )
        for key, state, on_text, limit in fields
    ]


def dialog() -> Dialog:
    menu.entry("programmes", "menu-programmes", Programmes.list, Role.CURATOR, group="people")
    return Dialog(
        Screen(
            Say("programmes"),
            SayEach("programmes-row", "shown"),
            pages(choice("pg", "programmes", on_programme), "pgp", height=_PAGE),
            button("programmes-new", "new", on_new),
            leave("button-home"),
            state=Programmes.list,
            getter=list_data,
        ),
        Screen(
            Say("programme-form"),
            pages(choice("f", "forms", on_form), "fp", height=8),
            go("button-back", "back", Programmes.list),
            state=Programmes.form,
            getter=form_data,
        ),
        Screen(
            Say("programme-confirm"),
            button("programme-create", "yes", on_create),
            *_changing(),
            go("button-back", "back", Programmes.form),
            leave(),
            state=Programmes.confirm,
            getter=confirm_data,
        ),
        Screen(
            Say("programme-card"),
            button("programme-board", "board", on_board),
            *_changing(),
            go("programme-end", "over", Programmes.over, when="open"),
            go("button-back", "back", Programmes.list),
            leave("button-home"),
            state=Programmes.card,
            getter=card_data,
        ),
        Screen(
            Say("programme-end-confirm"),
            button("programme-end-yes", "yes", on_end),
            go("button-back", "back", Programmes.card),
            state=Programmes.over,
            getter=card_data,
        ),
        *_asking(),
    )
