"""Own questions in the shipped forms, and forms of a school's or a department's own."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps.files import file_input, incoming
from handlers.surveys.states import Answering
from mentoring.programmes import kinds
from mentoring.roles import Role
from mentoring.surveys import custom, own
from mentoring.surveys.questions import Kind

_PAGE = 8
_LISTED = 12
_KINDS = (Kind.YES_NO, Kind.CHOICE, Kind.SEVERAL, Kind.SCALE, Kind.NUMBER, Kind.SHORT, Kind.TEXT)
_PURPOSES = ("entry", "exit", "feedback", "preference")
_TITLE_LIMIT = 120


class Forms(StatesGroup):
    """Questions and forms of one's own."""

    home = State()
    purpose = State()
    mentoring = State()
    side = State()
    card = State()
    text = State()
    kind = State()
    options = State()
    own = State()
    form = State()
    title = State()
    table = State()


def my_place(manager: DialogManager) -> int:
    """The school whose curator, or the department whose member the person is; 0 for neither."""
    actor = unit_of(manager).actor
    seat = actor.seat(Role.CURATOR) or actor.seat(Role.DEPARTMENT)
    return seat.organisation_id if seat else 0


def _where(manager: DialogManager) -> dict[str, Any]:
    data = manager.dialog_data
    return {
        "organisation_id": my_place(manager),
        "purpose": data.get("purpose", "entry"),
        "mentoring": data.get("mentoring", ""),
    }


async def purpose_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return {"purposes": [{"id": one, "label": words.plain(f"purpose-{one}")} for one in _PURPOSES]}


async def mentoring_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    found = await kinds.listed(unit_of(dialog_manager), organisation_id=my_place(dialog_manager))
    return {
        "kinds": [
            {"id": kind.key, "label": shortened(kind.title_in(language), WHOLE)}
            for kind in found
            if not kind.hidden
        ]
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, role = words_of(dialog_manager), Role(dialog_manager.dialog_data.get("role", "mentee"))
    form = await own.current(unit_of(dialog_manager), **_where(dialog_manager))
    rows = [
        {
            "id": question.key,
            "n": n,
            "label": f"{n}. {shortened(question.name.to(words.language), WHOLE)}",
            "name": question.name.to(words.language),
            "own": "yes" if question.key.startswith("own_") else "no",
            "required": "yes" if question.required else "no",
        }
        for n, question in enumerate(form.roles[role], start=1)
    ]
    hidden = await own.left_out(unit_of(dialog_manager), role=role, **_where(dialog_manager))
    back = words.plain("forms-back")
    rows += [
        {
            "id": question.key,
            "n": n,
            "label": f"{back} {shortened(question.name.to(words.language), WHOLE - 8)}",
            "name": question.name.to(words.language),
            "own": "out",
            "required": "no",
        }
        for n, question in enumerate(hidden, start=len(rows) + 1)
    ]
    return {
        "title": form.title.to(words.language),
        "role": role.value,
        "shown": await shown(dialog_manager, "lp", rows, _LISTED),
        "all": rows,
        "mine": any(row["own"] == "yes" for row in rows),
        "department": unit_of(dialog_manager).actor.seat(Role.CURATOR) is None,
    }


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return {
        "text": dialog_manager.dialog_data.get("text", ""),
        "kinds": [{"id": one.value, "label": words.plain(f"kind-{one}")} for one in _KINDS],
    }


async def own_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await own.listed(unit_of(dialog_manager), organisation_id=my_place(dialog_manager))
    rows = [
        {
            "id": one.id,
            "label": shortened(one.title, WHOLE),
            "title": one.title,
            "status": one.status,
            "mine": "yes" if one.mine else "no",
        }
        for one in found
    ]
    mine = [row for row in rows if row["mine"] == "yes"]
    return {"forms": mine, "rows": rows[:_LISTED], "count": len(rows)}


async def form_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await own.listed(unit_of(dialog_manager), organisation_id=my_place(dialog_manager))
    form = next((one for one in found if one.id == dialog_manager.dialog_data.get("form")), None)
    questions = form.questions if form else {}
    return {
        "title": form.title if form else "",
        "status": form.status if form else "retired",
        "shared": "yes" if form and form.shared else "no",
        "mentors": questions.get(Role.MENTOR, 0),
        "mentees": questions.get(Role.MENTEE, 0),
        "draft": bool(form) and form.status == own.DRAFT if form else False,
        "there": form is not None,
        "department": unit_of(dialog_manager).actor.seat(Role.CURATOR) is None,
    }


async def on_purpose(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["purpose"] = item
    await manager.switch_to(Forms.mentoring)


async def on_mentoring(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["mentoring"] = item
    await manager.switch_to(Forms.side)


def _side(role: Role) -> Any:
    async def choose(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        manager.dialog_data["role"] = role.value
        await manager.switch_to(Forms.card)

    return choose


async def on_text(manager: DialogManager, text: str) -> None:
    manager.dialog_data["text"] = " ".join(text.split())
    await manager.switch_to(Forms.kind)


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item not in _KINDS:
        return
    manager.dialog_data["kind"] = item
    if item in {Kind.CHOICE, Kind.SEVERAL}:
        await manager.switch_to(Forms.options)
    else:
        await _add(manager, ())


async def on_options(manager: DialogManager, text: str) -> None:
    lines = [" ".join(line.split()) for line in text.replace(";", "\n").split("\n")]
    await _add(manager, tuple(line for line in lines if line))


async def _add(manager: DialogManager, options: tuple[str, ...]) -> None:
    data = manager.dialog_data
    question = own.Added(data["text"], Kind(data["kind"]), (Role(data["role"]),), options)
    await own.add_question(unit_of(manager), question=question, **_where(manager))
    remark(manager, "forms-added")
    await manager.switch_to(Forms.card)


async def on_leave_out(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    role = Role(manager.dialog_data.get("role", "mentee"))
    await own.leave_out(unit_of(manager), role=role, question=item, **_where(manager))
    remark(manager, "forms-changed")


async def on_share_added(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.share_additions(unit_of(manager), shared=True, **_where(manager))
    remark(manager, "forms-shared")


async def on_form(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["form"] = number(item)
    await manager.switch_to(Forms.form)


def _trial(role: Role) -> Any:
    async def start(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        data = {"trial": manager.dialog_data.get("form", 0), "role": role.value}
        await manager.start(Answering.list, data)

    return start


async def on_publish(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.publish(unit_of(manager), questionnaire_id=manager.dialog_data.get("form", 0))
    remark(manager, "forms-published")


async def on_share(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data = await form_data(dialog_manager=manager)
    await own.share(
        unit_of(manager),
        questionnaire_id=manager.dialog_data.get("form", 0),
        shared=data["shared"] == "no",
    )


async def on_retire(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await own.retire(unit_of(manager), questionnaire_id=manager.dialog_data.get("form", 0))
    remark(manager, "forms-retired")
    await manager.switch_to(Forms.own)


async def on_title(manager: DialogManager, text: str) -> None:
    manager.dialog_data["title"] = " ".join(text.split())
    await manager.switch_to(Forms.table)


async def on_template(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await custom.send_template(unit_of(manager), organisation_id=my_place(manager))
    remark(manager, "forms-template-comes")


async def on_table(manager: DialogManager, message: Message) -> None:
    file = incoming(message)
    if file is not None:
        await custom.receive(
            unit_of(manager),
            organisation_id=my_place(manager),
            title=str(manager.dialog_data.get("title", "")),
            file=file,
        )
        remark(manager, "putting-reading")
        await manager.switch_to(Forms.own)


@action("own")
async def open_own(manager: DialogManager, argument: str) -> None:
    """Under the message that a form was read out of a table."""
    await open_dialog(manager, Forms.form, {"form": number(argument)})


def dialog() -> Dialog:
    menu.entry("forms", "menu-forms", Forms.home, Role.CURATOR, Role.DEPARTMENT, group="papers")
    return Dialog(
        Screen(
            Say("forms"),
            go("forms-questions", "questions", Forms.purpose),
            go("forms-own", "own", Forms.own),
            leave("button-home"),
            state=Forms.home,
        ),
        Screen(
            Say("forms-purpose"),
            pages(choice("p", "purposes", on_purpose), "fpp"),
            go("button-back", "back", Forms.home),
            state=Forms.purpose,
            getter=purpose_data,
        ),
        Screen(
            Say("forms-mentoring"),
            pages(choice("m", "kinds", on_mentoring), "fmp"),
            go("button-back", "back", Forms.purpose),
            state=Forms.mentoring,
            getter=mentoring_data,
        ),
        Screen(
            Say("forms-side"),
            button("forms-side-mentee", "mentee", _side(Role.MENTEE)),
            button("forms-side-mentor", "mentor", _side(Role.MENTOR)),
            go("button-back", "back", Forms.mentoring),
            state=Forms.side,
        ),
        Screen(
            Say("forms-card"),
            SayEach("forms-row", "shown"),
            Say("forms-card-hint"),
            pages(choice("l", "all", on_leave_out), "lp", height=_LISTED),
            go("forms-add", "add", Forms.text),
            button(
                "forms-share-added",
                "share",
                on_share_added,
                when=lambda data, *_: data.get("mine") and data.get("department"),
            ),
            go("button-back", "back", Forms.side),
            leave("button-home"),
            state=Forms.card,
            getter=card_data,
        ),
        Screen(
            Say("forms-text"),
            typed(on_text, limit=own.QUESTION_LIMIT),
            go("button-back", "back", Forms.card),
            state=Forms.text,
        ),
        Screen(
            Say("forms-kind"),
            pages(choice("k", "kinds", on_kind), "fkp", height=_PAGE),
            go("button-back", "back", Forms.text),
            state=Forms.kind,
            getter=kind_data,
        ),
        Screen(
            Say("forms-options"),
            typed(on_options, limit=3000),
            go("button-back", "back", Forms.kind),
            state=Forms.options,
        ),
        Screen(
            Say("forms-own-list"),
            SayEach("forms-own-row", "rows"),
            pages(choice("f", "forms", on_form), "fop", height=_PAGE),
            go("forms-new", "new", Forms.title),
            go("button-back", "back", Forms.home),
            state=Forms.own,
            getter=own_data,
        ),
        Screen(
            Say("forms-form"),
            button("forms-try-mentee", "te", _trial(Role.MENTEE), when="mentees"),
            button("forms-try-mentor", "tm", _trial(Role.MENTOR), when="mentors"),
            button("forms-publish", "publish", on_publish, when="draft"),
            button("forms-share", "share", on_share, when="department"),
            button("forms-retire", "retire", on_retire, when="there"),
            go("button-back", "back", Forms.own),
            state=Forms.form,
            getter=form_data,
        ),
        Screen(
            Say("forms-title"),
            typed(on_title, limit=_TITLE_LIMIT),
            go("button-back", "back", Forms.own),
            state=Forms.title,
        ),
        Screen(
            Say("forms-table"),
            button("forms-template", "template", on_template),
            file_input(on_table),
            go("button-back", "back", Forms.title),
            state=Forms.table,
        ),
        on_start=adopt,
    )
