"""The fields of a profile, one by one: typed, chosen, or ticked."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.bank import topics
from handlers.bank.states import Edit
from handlers.bank.wording import said
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.bank import cards, editing, fields, own
from mentoring.bank.cards import Card

_WINDOWS = {
    fields.Kind.TEXT: Edit.words,
    fields.Kind.NUMBER: Edit.words,
    fields.Kind.ONE: Edit.one,
    fields.Kind.KEYS: Edit.keys,
}


async def _card(manager: DialogManager) -> Card:
    unit, profile = unit_of(manager), manager.dialog_data.get("profile", 0)
    if not manager.dialog_data.get("own"):
        return await cards.card(unit, profile_id=profile)
    mine = await own.profiles(unit)
    return next(card for card in mine if card.id == profile)


def _field(manager: DialogManager) -> fields.Field:
    return fields.FIELDS[manager.dialog_data.get("field", "post")]


async def fields_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, card = words_of(dialog_manager), await _card(dialog_manager)
    rows = []
    for field in fields.of_side(card.side):
        name = words.plain(f"bank-field-{field.key}")
        value = said(words, field, card.values.get(field.key))
        rows.append(
            {"id": field.key, "label": shortened(f"{name}: {value}" if value else name, WHOLE)}
        )
    return {"name": card.name, "fields": rows, "own": "yes" if _is_own(dialog_manager) else "no"}


def _is_own(manager: DialogManager) -> bool:
    return bool(manager.dialog_data.get("own"))


async def field_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, field, card = (
        words_of(dialog_manager),
        _field(dialog_manager),
        await _card(dialog_manager),
    )
    value = card.values.get(field.key)
    data: dict[str, Any] = {
        "field": words.plain(f"bank-field-{field.key}"),
        "hint": words.plain(f"bank-hint-{field.key}"),
        "value": shortened(said(words, field, value), 300) or words.plain("bank-nothing"),
        "filled": bool(value) and field.kind != fields.Kind.NUMBER,
        "ones": [
            {"id": option, "label": words.plain(f"bank-{field.key}-{option}")}
            for option in field.options
        ],
    }
    if field.kind == fields.Kind.KEYS:
        data |= topics.data(dialog_manager, field.list)
    return data


async def on_field(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    field = fields.FIELDS.get(item)
    if field is None:
        return
    manager.dialog_data["field"] = item
    if field.many:
        present = (await _card(manager)).values.get(item)
        topics.forget(manager, present if isinstance(present, tuple) else ())
    await manager.switch_to(_WINDOWS[field.kind])


async def _set(manager: DialogManager, value: fields.Value) -> None:
    change = editing.change_mine if _is_own(manager) else editing.change
    await change(
        unit_of(manager),
        profile_id=manager.dialog_data.get("profile", 0),
        key=_field(manager).key,
        value=value,
    )
    remark(manager, "bank-saved")
    await manager.switch_to(Edit.fields)


async def on_words(manager: DialogManager, text: str) -> None:
    if _field(manager).kind != fields.Kind.NUMBER:
        await _set(manager, text)
    elif text.isascii() and text.isdigit() and len(text) < 5:
        await _set(manager, int(text))
    else:
        remark(manager, "bank-number-wrong", most=_field(manager).most)


async def on_one(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    await _set(manager, item)


async def on_keys(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _set(manager, topics.chosen(manager))


async def on_clear(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _set(manager, "")


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("bank-edit-fields"),
            pages(choice("f", "fields", on_field), "fp", height=9),
            leave("button-back"),
            state=Edit.fields,
            getter=fields_data,
        ),
        Screen(
            Say("bank-edit-words"),
            button("bank-clear", "clear", on_clear, when="filled"),
            go("button-back", "back", Edit.fields),
            typed(on_words, limit=fields.LONG),
            state=Edit.words,
            getter=field_data,
        ),
        Screen(
            Say("bank-edit-one"),
            pages(choice("c", "ones", on_one), "cp", height=8),
            go("button-back", "back", Edit.fields),
            state=Edit.one,
            getter=field_data,
        ),
        Screen(
            Say("bank-edit-keys"),
            *topics.buttons(),
            button("button-done", "done", on_keys),
            go("button-back", "back", Edit.fields),
            state=Edit.keys,
            getter=field_data,
        ),
        on_start=adopt,
    )
