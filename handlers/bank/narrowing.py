"""A bank narrowed to a class, a status, a source: by buttons or by a typed line."""

from collections.abc import Mapping
from hashlib import blake2s
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.translator import Words
from handlers.bank.states import Bank
from handlers.kit.labels import WHOLE, capital, shortened
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import to_first_page
from handlers.people.participants import my_school
from mentoring.bank import fields, filtering, finding
from mentoring.bank.filtering import Choices, Filters, State
from mentoring.bank.status import Side

WORDS_LIMIT = 100
# What the dialog remembers of the filter, by the names of its fields.
_PARTS = ("state", "place", "source")
# Three classes of such names stand side by side on a small phone.
_NARROW = 4
_SOURCES = fields.FIELDS["source"].options


def filters_of(manager: DialogManager) -> Filters:
    state, place, source = (manager.dialog_data.get(part) for part in _PARTS)
    return Filters(State(state) if state is not None else None, place, source)


def choose(manager: DialogManager, filters: Filters, words: str = "") -> None:
    """Narrow the list to this and to nothing else."""
    manager.dialog_data.update({part: getattr(filters, part) for part in _PARTS}, words=words)
    to_first_page(manager)


async def find(manager: DialogManager, *, offset: int = 0, limit: int = 0) -> finding.Page:
    """A stretch of the bank that is open, narrowed to what is chosen."""
    return await finding.find(
        unit_of(manager),
        organisation_id=my_school(manager),
        side=Side(manager.dialog_data["side"]),
        words=manager.dialog_data.get("words", ""),
        filters=filters_of(manager),
        offset=offset,
        limit=limit,
    )


def told(manager: DialogManager, choices: Choices) -> dict[str, Any]:
    """What `chosen` shows, and what the list's buttons go by."""
    words, filters = words_of(manager), filters_of(manager)
    query = manager.dialog_data.get("words", "")
    place = next((one for one in choices.places if one.key == filters.place), None)
    parts = [
        _place(words, place) if place else filters.place,
        _source(words, filters.source) if filters.source is not None else None,
        words.plain(f"bank-state-{filters.state}") if filters.state else None,
    ]
    return {
        "side": manager.dialog_data["side"],
        "count": choices.total,
        "filter": shortened(", ".join(filter(None, parts)) or "-", 120),
        "filtered": bool(filters),
        "words": query or "-",
        "searched": bool(query),
        "narrowed": bool(filters or query),
        "anybody": bool(choices.places or choices.states),
        "nobody": not choices.total,
        # It asks everybody whose entry is old, so it stands where they are all shown.
        "stale": filters == Filters(State.STALE) and not query and choices.total > 0,
    }


def chosen() -> tuple[Say, ...]:
    """How many are shown, and by what they were found."""
    return (
        Say("bank-list"),
        Say("bank-filtered", when="filtered"),
        Say("bank-searched", when="searched"),
    )


async def filter_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, filters = words_of(dialog_manager), filters_of(dialog_manager)
    choices = (await find(dialog_manager)).choices
    narrow = all(len(one.label) <= _NARROW for one in choices.places if one.is_class)
    places: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    for place in choices.places:
        if place.key or len(choices.places) > 1:
            row = _option(place.key, _place(words, place), place.people, filters.place)
            places[narrow and place.is_class].append(row)
    return {
        "classes": places[True],
        "posts": places[False],
        "sources": [
            _option(one, _source(words, one), count, filters.source)
            for one, count in choices.sources.items()
            if one or len(choices.sources) > 1
        ],
        "states": [
            _option(one, words.plain(f"bank-state-{one}"), count, filters.state)
            for one, count in choices.states.items()
        ],
        **told(dialog_manager, choices),
    }


def _option(key: str, label: str, people: int, now: str | None) -> dict[str, Any]:
    mark = "✓ " if key == now else ""
    name = shortened(capital(label), WHOLE - 4)
    return {"id": _id(key), "label": f"{mark}{name}: {people}"}


def _id(key: str) -> str:
    """Of a value for callback data: short however long it is, and the same at every time."""
    return blake2s(key.encode(), digest_size=6).hexdigest()


def _place(words: Words, place: filtering.Place) -> str:
    return place.label if place.key else words.plain("bank-place-none")


def _source(words: Words, source: str) -> str:
    if source not in _SOURCES:
        return words.plain("bank-source-none")
    label = words.plain(f"bank-source-{source}")
    return label[:1].lower() + label[1:]


def _on_choice(part: str) -> Any:
    async def on_choice(
        _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
    ) -> None:
        """A second press takes the choice back."""
        choices = (await find(manager)).choices
        keys: dict[str, list[str]] = {
            "place": [one.key for one in choices.places],
            "source": [*choices.sources],
            "state": [*choices.states],
        }
        key = next((one for one in keys[part] if _id(one) == item), None)
        if key is None:
            remark(manager, "bank-filter-gone")
            return
        manager.dialog_data[part] = None if manager.dialog_data.get(part) == key else key
        to_first_page(manager)

    return on_choice


async def on_forget(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    choose(manager, Filters())


async def on_words(manager: DialogManager, text: str) -> None:
    """The line says all that is looked for."""
    filters, rest = await _read(manager, text)
    if filters or rest:
        choose(manager, filters, rest if filters else text)
    else:
        remark(manager, "input-not-understood")


async def on_filter_words(manager: DialogManager, text: str) -> None:
    """The line says what to add to that which is marked already."""
    filters, rest = await _read(manager, text)
    if not filters and not rest:
        remark(manager, "input-not-understood")
        return
    before = filters_of(manager)
    both = (getattr(before if getattr(filters, part) is None else filters, part) for part in _PARTS)
    choose(manager, Filters(*both), rest or manager.dialog_data.get("words", ""))
    await manager.switch_to(Bank.list)


async def _read(manager: DialogManager, text: str) -> tuple[Filters, str]:
    words = words_of(manager)
    everybody = await finding.find(
        unit_of(manager),
        organisation_id=my_school(manager),
        side=Side(manager.dialog_data["side"]),
        limit=0,
    )
    states = {one: _said(words, f"bank-state-{one}", f"bank-state-said-{one}") for one in State}
    sources: Mapping[str, str] = {
        one: _said(words, f"bank-source-{one}", f"bank-source-said-{one}")
        for one in everybody.choices.sources
        if one in _SOURCES
    }
    return filtering.read(text, everybody.choices.places, states, sources)


def _said(words: Words, *keys: str) -> str:
    return ",".join(words.plain(key) for key in keys)


def screen() -> Screen:
    return Screen(
        *chosen(),
        Say("bank-filter-hint"),
        pages(choice("c", "classes", _on_choice("place")), "cp", width=3, height=7),
        pages(choice("o", "posts", _on_choice("place")), "op", height=6),
        pages(choice("s", "sources", _on_choice("source")), "sp"),
        pages(choice("t", "states", _on_choice("state")), "tp", width=2, height=5),
        go("bank-filter-show", "back", Bank.list),
        button("bank-forget-filter", "forget", on_forget, when="narrowed"),
        leave("button-home"),
        typed(on_filter_words, limit=WORDS_LIMIT),
        state=Bank.filter,
        getter=filter_data,
    )
