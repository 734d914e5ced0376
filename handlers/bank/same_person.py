"""From somebody's card: another record is of the same person, and both become one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from core.translator import Words
from handlers.bank.states import Bank
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, typed
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.bank import cards, merging

_WORDS_LIMIT = 100
# Tables that a person knows by other words.
_DOUBLED = ("membership", "profile", "survey_response", "mentor_check")


def _profile(manager: DialogManager) -> int:
    found = manager.dialog_data.get("profile", 0)
    return found if isinstance(found, int) else 0


async def alike_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, profile = unit_of(dialog_manager), _profile(dialog_manager)
    query = dialog_manager.dialog_data.get("same_words", "")
    found = await merging.alike(unit, profile_id=profile, words=query)
    words = words_of(dialog_manager)
    return {
        "name": (await cards.card(unit, profile_id=profile)).name,
        "records": [
            {"id": one.profile_id, "label": shortened(_called(words, one), WHOLE)} for one in found
        ],
        "none": not found and not query,
        "not_found": not found and bool(query),
        "words": query or "-",
    }


def _called(words: Words, record: merging.Record) -> str:
    parts = (record.name, record.place, words.plain("merge-chat") if record.connected else "")
    return ", ".join(filter(None, parts))


async def on_open(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["same_words"] = ""
    await manager.switch_to(Bank.same)


async def on_words(manager: DialogManager, text: str) -> None:
    manager.dialog_data["same_words"] = text


async def on_record(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    """What would be done is looked at here first: a record that is no more is refused here."""
    other = number(item)
    await merging.preview(unit_of(manager), profile_id=_profile(manager), other_id=other)
    manager.dialog_data["other"] = other
    await manager.switch_to(Bank.merge)


async def merge_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await merging.preview(
        unit_of(dialog_manager),
        profile_id=_profile(dialog_manager),
        other_id=dialog_manager.dialog_data.get("other", 0),
    )
    years = (found.stays.born, found.goes.born)
    moved = [
        f"{words.plain(f'data-area-{area}').lower()}: {count}"
        for area, count in found.moved.items()
        if area != "person"
    ]
    filled = [words.plain(f"merge-field-{name}") for name in found.filled]
    doubled = [
        words.plain(f"merge-doubled-{name.replace('_', '-')}")
        for name in _DOUBLED
        if name in found.doubled
    ]
    return {
        "stays": _called(words, found.stays),
        "goes": _called(words, found.goes),
        "moved": "; ".join(moved) or "-",
        "moves": bool(moved),
        "filled": ", ".join(filled) or "-",
        "fills": bool(filled),
        "doubled": " ".join(doubled) or "-",
        "doubles": bool(doubled),
        "differ": None not in years and years[0] != years[1],
        "first": str(years[0]),
        "second": str(years[1]),
        "why": words.plain(f"merge-no-{found.why}") if found.why else "-",
        "refused": found.why is not None,
        "allowed": found.why is None,
    }


async def on_merge(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["profile"] = await merging.merge(
        unit_of(manager),
        profile_id=_profile(manager),
        other_id=manager.dialog_data.get("other", 0),
    )
    remark(manager, "merge-done")
    await manager.switch_to(Bank.card)


def screens() -> list[Screen]:
    return [
        Screen(
            Say("merge-ask"),
            Say("merge-none", when="none"),
            Say("merge-not-found", when="not_found"),
            Group(choice("m", "records", on_record), width=1),
            go("button-back", "back", Bank.card),
            typed(on_words, limit=_WORDS_LIMIT),
            state=Bank.same,
            getter=alike_data,
        ),
        Screen(
            Say("merge-preview"),
            Say("merge-moved", when="moves"),
            Say("merge-filled", when="fills"),
            Say("merge-doubled", when="doubles"),
            Say("merge-differ", when="differ"),
            Say("merge-final", when="allowed"),
            Say("merge-refused", when="refused"),
            button("merge-yes", "yes", on_merge, when="allowed"),
            go("button-back", "back", Bank.same),
            state=Bank.merge,
            getter=merge_data,
        ),
    ]
