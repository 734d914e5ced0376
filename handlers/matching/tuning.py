"""How much each thing counts, with the effect at once; which mentors are missing."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Start

from handlers.announcements.announcing import Announce
from handlers.kit.actions import action
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.matching import checks, ruling
from handlers.matching.states import Lending, Tuning
from handlers.people.participants import my_school
from mentoring.announcements import announcing
from mentoring.matching import lacking, tuning
from mentoring.matching.model import WEIGHTS, Term
from mentoring.surveys import taxonomy

_EXCERPT = 200
_LISTED = 20


def _programme(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("programme", 0))


def _draft(manager: DialogManager) -> dict[str, float]:
    """Weights turned and not kept yet."""
    return dict(manager.dialog_data.get("weights", {}))


async def weights_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, unit, draft = words_of(dialog_manager), unit_of(dialog_manager), _draft(dialog_manager)
    programme = _programme(dialog_manager)
    kept = await tuning.weights(unit, programme_id=programme)
    draft = {term: weight for term, weight in draft.items() if weight != kept[Term(term)]}
    rows = []
    for term, weight in kept.items():
        now, name = int(draft.get(term, weight)), words.plain(f"tune-term-{term}")
        rows.append({"id": term.value, "label": words.plain("tune-label", term=name, weight=now)})
    turned = await tuning.effect(unit, programme_id=programme, changed=draft) if draft else None
    return {
        "terms": rows,
        "changed": bool(draft),
        "known": turned is not None,
        "large": bool(draft) and turned is None,
        "pairs": turned.pairs if turned else 0,
        "other": turned.changed if turned else 0,
        "gain": _gain(turned) if turned else 0,
    }


def _gain(turned: tuning.Effect) -> int:
    """By how many per cent the new pairs suit better than the present ones, by the new weights."""
    if turned.total_before <= 0:
        return 0
    return max(0, round(100 * (turned.total_after / turned.total_before - 1)))


async def weight_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    term = dialog_manager.dialog_data.get("term", Term.REQUEST.value)
    kept = await tuning.weights(unit_of(dialog_manager), programme_id=_programme(dialog_manager))
    now = _draft(dialog_manager).get(term, kept[Term(term)])
    levels = [{"id": level, "label": str(level)} for level in range(tuning.HEAVIEST + 1)]
    term_name = words_of(dialog_manager).plain(f"tune-term-{term}")
    return {"levels": levels, "term": term_name, "weight": int(now)}


async def lacking_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    language = words_of(dialog_manager).language
    found = await lacking.lacking(unit_of(dialog_manager), programme_id=_programme(dialog_manager))
    rows = []
    for one in found[:_LISTED]:
        named = taxonomy.words("topics", one.topic)
        topic = named.to(language) if named else one.topic
        rows.append({"topic": topic, "asked": one.asked, "room": one.room})
    return {"lacks": rows, "count": len(found)}


async def on_term(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in WEIGHTS:
        manager.dialog_data["term"] = item
        await manager.switch_to(Tuning.weight)


async def on_level(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item.isascii() and item.isdigit() and int(item) <= tuning.HEAVIEST:
        term = manager.dialog_data.get("term", Term.REQUEST.value)
        manager.dialog_data["weights"] = _draft(manager) | {term: float(item)}
    await manager.switch_to(Tuning.weights)


async def on_usual(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["weights"] = {term.value: weight for term, weight in WEIGHTS.items()}


async def on_keep(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await tuning.set_weights(
        unit_of(manager), programme_id=_programme(manager), changed=_draft(manager)
    )
    manager.dialog_data["weights"] = {}
    remark(manager, "tune-kept")


async def on_call(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await lacking.call(unit_of(manager), programme_id=_programme(manager))
    remark(manager, "lack-drafted")


@action("mentor-call")
async def announce_call(manager: DialogManager, _argument: str) -> None:
    """Under the draft of a call: it is announced as it stands there, after a look at it."""
    unit, message = unit_of(manager), getattr(manager.event, "message", None)
    if not isinstance(message, Message):
        return
    excerpt = (message.text or "")[:_EXCERPT]
    drafted = await announcing.draft(
        unit,
        organisation_id=my_school(manager),
        audience="everyone",
        source_chat_id=message.chat.id,
        source_message_id=message.message_id,
        excerpt=excerpt,
    )
    data = {"announcement": drafted, "audience": "everyone", "excerpt": excerpt}
    await open_dialog(manager, Announce.preview, data)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("tune-menu"),
            go("tune-weights", "weights", Tuning.weights),
            go("tune-rules", "rules", Tuning.rules),
            go("tune-checks", "checks", Tuning.checks),
            go("tune-lacking", "lacking", Tuning.lacking),
            Start(Say("loans-open", plain=True), id="loans", state=Lending.list),
            leave("button-back"),
            state=Tuning.menu,
        ),
        Screen(
            Say("tune-weights-title"),
            Say("tune-effect", when="known"),
            Say("tune-large", when="large"),
            Group(choice("t", "terms", on_term), width=1),
            button("tune-keep", "keep", on_keep, when="changed"),
            button("tune-usual", "usual", on_usual),
            go("button-back", "back", Tuning.menu),
            state=Tuning.weights,
            getter=weights_data,
        ),
        Screen(
            Say("tune-weight"),
            Group(choice("l", "levels", on_level), width=3),
            go("button-back", "back", Tuning.weights),
            state=Tuning.weight,
            getter=weight_data,
        ),
        Screen(
            Say("lack-title"),
            SayEach("lack-row", "lacks"),
            button("lack-call", "call", on_call, when="count"),
            go("button-back", "back", Tuning.menu),
            state=Tuning.lacking,
            getter=lacking_data,
        ),
        *ruling.screens(),
        *checks.screens(),
        on_start=adopt,
    )
