"""Own questions in the shipped forms: which form, what is in it, one more or one less."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.labels import WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.participants import my_place
from handlers.surveys.states import Forms
from mentoring.programmes import kinds
from mentoring.roles import Role
from mentoring.surveys import own
from mentoring.surveys.questions import Kind

_PAGE = 8
_LISTED = 12
_KINDS = (
    Kind.YES_NO,
    Kind.CHOICE,
    Kind.SEVERAL,
    Kind.SCALE,
    Kind.NUMBER,
    Kind.DATE,
    Kind.SHORT,
    Kind.TEXT,
    Kind.MEDIA,
    Kind.CONTACT,
)
_PURPOSES = ("entry", "exit", "feedback", "preference")


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


def screens() -> list[Screen]:
    return [
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
    ]
