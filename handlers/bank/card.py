"""One person of the bank: what is known, what comes next, requests, selection, training."""

import re
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row, Start

from handlers.bank import from_partner, own_link, same_person, topics
from handlers.bank.states import Bank, Edit
from handlers.bank.wording import described
from handlers.kit.dates import parse_day
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.matching.states import Matching
from mentoring.bank import cards, editing, requests, selecting
from mentoring.bank.status import Selection, Side, Status, Voice
from mentoring.people import claiming

_TRAINING_LIMIT = 300
_NUMBER = re.compile(r"(\d{1,4})(?:\s*[^\W\d]{1,6}\.?)?")
_CERTIFICATE = re.compile("\u2116|^#|\\d.*[-/\u2013]|[^\\W\\d]+-?\\d{3,}", re.IGNORECASE)


def profile_of(manager: DialogManager) -> int:
    found = manager.dialog_data.get("profile", 0)
    return found if isinstance(found, int) else 0


async def _card(manager: DialogManager) -> cards.Card:
    return await cards.card(unit_of(manager), profile_id=profile_of(manager))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _card(dialog_manager)
    there = found.status != Status.LISTED
    return described(words, found) | {
        "can_accept": found.next_action == "accept",
        "can_pair": found.next_action == "pair",
        "can_request": there and found.side == Side.MENTEE,
        "can_select": there and found.side == Side.MENTOR,
        "can_pause": there and found.status not in (Status.PAUSED, Status.LEFT, Status.MATCHED),
        "can_resume": found.status in (Status.PAUSED, Status.LEFT),
        "claimed": found.connected
        and await claiming.may_release(unit_of(dialog_manager), profile_id=found.id),
        "alone": not found.connected and found.status != Status.LEFT,
    }


async def voice_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, found = words_of(dialog_manager), await _card(dialog_manager)
    voices = [{"id": voice, "label": words.plain(f"bank-voice-button-{voice}")} for voice in Voice]
    return {"name": found.name, "voices": voices}


async def request_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"name": (await _card(dialog_manager)).name, **topics.data(dialog_manager)}


async def on_edit(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Edit.fields, {"profile": profile_of(manager), "own": False})


async def on_new_request(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    topics.forget(manager)
    await manager.switch_to(Bank.voice)


async def on_voice(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in set(Voice):
        manager.dialog_data["voice"] = item
        await manager.switch_to(Bank.request)


async def on_request(manager: DialogManager, text: str) -> None:
    await requests.voice(
        unit_of(manager),
        profile_id=profile_of(manager),
        text=text,
        topics=topics.chosen(manager),
        voiced_by=Voice(manager.dialog_data.get("voice", Voice.SELF)),
    )
    remark(manager, "bank-request-saved")
    await manager.switch_to(Bank.card)


async def on_request_done(
    _callback: CallbackQuery, _button: Button, manager: DialogManager
) -> None:
    await on_request(manager, "")


def _decide(selection: Selection) -> Any:
    async def on_decision(
        _callback: CallbackQuery, _button: Button, manager: DialogManager
    ) -> None:
        await selecting.decide(
            unit_of(manager), profile_id=profile_of(manager), selection=selection
        )
        remark(manager, "bank-selection-saved")
        await manager.switch_to(Bank.card)

    return on_decision


async def on_ground(manager: DialogManager, text: str) -> None:
    await selecting.decide(
        unit_of(manager),
        profile_id=profile_of(manager),
        selection=Selection.DECLINED,
        ground=text,
    )
    remark(manager, "bank-selection-saved")
    await manager.switch_to(Bank.card)


async def on_training(manager: DialogManager, text: str) -> None:
    """One line: the course, and in any order hours, a certificate, a day, apart by semicolons."""
    today, language = unit_of(manager).today(), words_of(manager).language
    read: dict[str, Any] = {"finished_on": today.isoformat()}
    course: list[str] = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        day = parse_day(part, today=today, language=language)
        hours = _NUMBER.fullmatch(part)
        if day is not None:
            read["finished_on"] = day.isoformat()
        elif hours and 0 < int(hours[1]) <= selecting.MOST_HOURS:
            read["hours"] = int(hours[1])
        elif course and _CERTIFICATE.search(part):
            read["certificate"] = part
        else:
            course.append(part)
    if not course:
        remark(manager, "bank-training-unclear")
        return
    manager.dialog_data["training"] = read | {"course": "; ".join(course)[:200]}
    await manager.switch_to(Bank.where)


async def where_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    read = dialog_manager.dialog_data.get("training", {})
    today = unit_of(dialog_manager).today()
    return {
        "course": read.get("course", ""),
        "hours": read.get("hours", 0),
        "certificate": read.get("certificate", "-"),
        "finished_on": topics.day_of(read.get("finished_on"), today),
    }


def _trained(*, outside: bool) -> Any:
    async def on_where(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        read = manager.dialog_data.pop("training", None)
        if read is None:
            return
        unit = unit_of(manager)
        finished_on = topics.day_of(read["finished_on"], unit.today())
        await selecting.trained(
            unit,
            profile_id=profile_of(manager),
            outside=outside,
            **(read | {"finished_on": finished_on}),
        )
        remark(manager, "bank-training-saved")
        await manager.switch_to(Bank.card)

    return on_where


async def on_accept(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await editing.accept(unit_of(manager), profile_id=profile_of(manager))
    remark(manager, "bank-accepted")


async def on_pause(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await editing.pause(unit_of(manager), profile_id=profile_of(manager))


async def on_resume(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await editing.resume(unit_of(manager), profile_id=profile_of(manager))


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the list the card was opened from, if it was."""
    listed = "side" in manager.dialog_data
    await manager.switch_to(Bank.list if listed else Bank.home)


def _card_screen() -> Screen:
    return Screen(
        Say("bank-card"),
        Say("bank-card-waits", when="waits"),
        Say("bank-card-stale", when="stale"),
        Say("bank-card-paired", when="paired"),
        SayEach("bank-fact", "facts"),
        SayEach("bank-request", "requests"),
        Say("bank-selection", when="chosen"),
        SayEach("bank-training", "trainings"),
        Say("bank-changed", when="changed"),
        Say("bank-next"),
        # What comes next stands first.
        button("bank-accept", "accept", on_accept, when="can_accept"),
        Start(
            Say("bank-find-pair", plain=True), id="pair", state=Matching.programme, when="can_pair"
        ),
        button("bank-edit", "edit", on_edit),
        button("bank-add-request", "request", on_new_request, when="can_request"),
        go("bank-select", "select", Bank.select, when="can_select"),
        go("bank-add-training", "training", Bank.training, when="can_select"),
        go("bank-partner", "partner", Bank.partner, when="can_select"),
        button("claim-link", "own", own_link.on_link, when="alone"),
        go("claim-release", "release", Bank.release, when="claimed"),
        button("merge-open", "same", same_person.on_open),
        button("bank-pause", "pause", on_pause, when="can_pause"),
        button("bank-resume", "resume", on_resume, when="can_resume"),
        Row(button("button-back", "back", on_back), leave("button-home")),
        state=Bank.card,
        getter=card_data,
    )


def screens() -> list[Screen]:
    return [
        _card_screen(),
        *own_link.screens(),
        *same_person.screens(),
        from_partner.screen(),
        Screen(
            Say("bank-voice-ask"),
            Group(choice("v", "voices", on_voice), width=2),
            go("button-back", "back", Bank.card),
            state=Bank.voice,
            getter=voice_data,
        ),
        Screen(
            Say("bank-request-ask"),
            *topics.buttons(),
            button("button-done", "done", on_request_done, when="any_chosen"),
            go("button-back", "back", Bank.voice),
            typed(on_request, limit=requests.TEXT_LIMIT),
            state=Bank.request,
            getter=request_data,
        ),
        Screen(
            Say("bank-select-ask"),
            button("bank-select-interviewed", "talked", _decide(Selection.INTERVIEWED)),
            button("bank-select-selected", "yes", _decide(Selection.SELECTED)),
            go("bank-select-declined", "no", Bank.ground),
            go("button-back", "back", Bank.card),
            state=Bank.select,
            getter=card_data,
        ),
        Screen(
            Say("bank-ground-ask"),
            go("button-back", "back", Bank.select),
            typed(on_ground, limit=selecting.GROUND_LIMIT),
            state=Bank.ground,
            getter=card_data,
        ),
        Screen(
            Say("bank-training-ask"),
            go("button-back", "back", Bank.card),
            typed(on_training, limit=_TRAINING_LIMIT),
            state=Bank.training,
            getter=card_data,
        ),
        Screen(
            Say("bank-training-where"),
            button("bank-training-inside", "inside", _trained(outside=False)),
            button("bank-training-outside", "outside", _trained(outside=True)),
            go("button-back", "back", Bank.training),
            state=Bank.where,
            getter=where_data,
        ),
    ]
