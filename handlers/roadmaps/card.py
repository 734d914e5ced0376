"""One activity of the roadmap in force: what is asked, how it stands, what proves it."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, typed
from handlers.kit.turn import also, remark, unit_of, words_of
from handlers.roadmaps import files
from handlers.roadmaps.states import Tasks
from handlers.roadmaps.wording import is_pressing, task_words, term_words
from handlers.surveys.managing import Surveys
from mentoring.roadmaps import board, closing, going
from mentoring.roadmaps.expected import likeliest
from mentoring.roadmaps.held import Held, kind_of
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import LINE_LIMIT, RESULT_LIMIT, SOURCE_LIMIT, TITLE_LIMIT, clip
from mentoring.roles import GRANTS, Permission, Role

_MOST_PROOFS = 10


def task_of(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("task", "")))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    card = await board.card(unit, assignment_id=task_of(dialog_manager))
    task, is_open = card.task, card.task.status is AssignmentStatus.OPEN
    return {
        "number": task.number,
        "title": clip(task.title, TITLE_LIMIT),
        "short": clip(task.title, LINE_LIMIT),
        "deadline": term_words(words, task, card.deadline),
        "stands": task_words(words, task, unit.today()),
        "source": clip(card.source, SOURCE_LIMIT),
        "people": clip(", ".join(card.responsible), SOURCE_LIMIT),
        "result": clip(card.result, RESULT_LIMIT),
        "issuer": card.issuer or "",
        "by": card.closed_by or "",
        "closed_on": card.closed_on or unit.today(),
        "has_source": bool(card.source),
        "has_people": bool(card.responsible),
        "has_result": bool(card.result) and not card.wanted,
        "wanted": [
            {"name": name, "given": "yes" if name in card.given else "no"} for name in card.wanted
        ],
        "given": len(card.given),
        "many": bool(card.wanted),
        "count": len(card.wanted),
        "proofs": [_proof(dialog_manager, proof) for proof in card.proofs[-_MOST_PROOFS:]],
        "bare": task.status is AssignmentStatus.DONE and not card.proofs,
        "speaks": not is_open or is_pressing(task, unit.today()),
        "returned": bool(card.returned) and is_open,
        "remark": clip(card.returned, SOURCE_LIMIT),
        "asking": card.asked is not None,
        "asked": str(card.asked or "term"),
        "accepting": card.accept_on is not None,
        "by_itself": "yes" if card.accept_on and card.accept_on.year < 9999 else "no",
        "until": card.accept_on or unit.today(),
        "goes_on": is_open and card.is_continuous,
        "holds": card.held is not None,
        "held": _held(dialog_manager, card.held),
        "survey": is_open and _asks_survey(dialog_manager, card),
        "day": _survey_day(task, unit.today()),
        "is_open": is_open,
        "is_closed": not is_open,
        "is_done": task.status is AssignmentStatus.DONE,
        "may_ask": is_open and card.asked is None,
        "agrees": str(card.agrees or "nobody"),
        "items": [
            {"id": str(place), "label": shortened(name, WHOLE)}
            for place, name in enumerate(card.wanted)
            if name not in card.given
        ],
    }


def _asks_survey(manager: DialogManager, card: board.Card) -> bool:
    """Whether the row is a survey, and the person may put one to their school."""
    curates = any(
        seat.role == Role.CURATOR and seat.organisation_id == card.organisation_id
        for seat in unit_of(manager).actor.seats
    )
    return curates and kind_of(card.task.title) == "surveys"


def _survey_day(task: board.Task, today: date) -> date:
    """When the row's survey is to be asked: as its window opens, else at its end, not in the
    past."""
    return max(task.opens_on or task.due_on or today, today)


async def on_survey(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    card = await board.card(unit_of(manager), assignment_id=task_of(manager))
    day = _survey_day(card.task, unit_of(manager).today())
    await manager.start(Surveys.form, {"offered": day.isoformat()})


def _held(manager: DialogManager, held: Held | None) -> str:
    if held is None:
        return ""
    return words_of(manager).plain(f"roadmap-held-{held.kind}", count=held.count)


def _proof(manager: DialogManager, proof: board.Proof) -> dict[str, Any]:
    words = words_of(manager)
    text = proof.note or proof.name or words.plain(f"roadmap-sent-{proof.sent_as}")
    return {"text": clip(text, LINE_LIMIT), "given_on": proof.given_on}


async def on_file(manager: DialogManager, message: Message) -> None:
    """A file sent while the card is open proves the activity, or one document of several."""
    card = await board.card(unit_of(manager), assignment_id=task_of(manager))
    file_id = await files.keep(manager, message, card.organisation_id)
    file = files.incoming(message)
    await prove(manager, card, {"file": file_id}, file.name if file else "")


async def on_note(manager: DialogManager, text: str) -> None:
    """So do an address or words."""
    card = await board.card(unit_of(manager), assignment_id=task_of(manager))
    await prove(manager, card, {"note": text[: closing.NOTE_LIMIT]}, text)


async def prove(manager: DialogManager, card: board.Card, sent: dict[str, Any], name: str) -> None:
    """Add what was `sent` to a card: a kept "file" or a "note"; asked first is which document of a
    list it is, where the `name` does not tell."""
    item = _item_of(card, name)
    if item is None:
        manager.dialog_data["sent"] = sent
        await manager.switch_to(Tasks.which)
        return
    await _attach(manager, sent, item)


def _item_of(card: board.Card, name: str) -> str | None:
    """Which of the documents asked for this is, by its name; empty where no list is asked for.

    None where the person has to say it.
    """
    left = [wanted for wanted in card.wanted if wanted not in card.given]
    if len(left) > 1:
        return likeliest(name, left) or None
    return left[0] if left else ""


async def _attach(manager: DialogManager, sent: dict[str, Any], item: str) -> None:
    unit, task = unit_of(manager), task_of(manager)
    if "note" in sent:
        note = str(sent["note"])
        given = await closing.attach_note(unit, assignment_id=task, note=note, item=item)
        say_given(manager, given, "note")
    else:
        file_id = number(str(sent.get("file", "")))
        given = await closing.attach(unit, assignment_id=task, file_ids=[file_id], item=item)
        say_given(manager, given, "file")
    await manager.switch_to(Tasks.card)


def say_given(manager: DialogManager, given: closing.Given, what: str) -> None:
    """What a sent document or note has done, in one sentence."""
    if given.outcome is closing.Outcome.PARTLY:
        remark(manager, "roadmap-partly", given=given.given, wanted=given.wanted)
    elif given.outcome is closing.Outcome.CLOSED:
        remark(manager, f"roadmap-closed-by-{what}")
    else:
        remark(manager, f"roadmap-{what}-added")
    if given.large:
        also(manager, "roadmap-file-large")


async def on_item(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    card = await board.card(unit_of(manager), assignment_id=task_of(manager))
    place = number(item)
    name = card.wanted[place] if place < len(card.wanted) else ""
    await _attach(manager, manager.dialog_data.pop("sent", {}), name)


async def on_other(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _attach(manager, manager.dialog_data.pop("sent", {}), "")


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await closing.close(unit_of(manager), assignment_id=task_of(manager))
    remark(manager, "roadmap-closed")


async def on_held(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """What the bot itself has counted is the evidence."""
    card = await board.card(unit_of(manager), assignment_id=task_of(manager))
    if card.held is None:
        return
    note = words_of(manager).plain(f"roadmap-held-{card.held.kind}", count=card.held.count)
    given = await closing.attach_note(unit_of(manager), assignment_id=task_of(manager), note=note)
    if given.outcome is closing.Outcome.PARTLY:
        await closing.close(unit_of(manager), assignment_id=task_of(manager))
    remark(manager, "roadmap-closed-by-note")


async def on_goes_on(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await going.keep_on(unit_of(manager), assignment_id=task_of(manager))
    remark(manager, "roadmap-kept-on")


async def on_reopen(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await closing.reopen(unit_of(manager), assignment_id=task_of(manager))
    remark(manager, "roadmap-reopened")


async def on_back(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """To the list the person may see: the plan's, or that of their own rows."""
    seats = unit_of(manager).actor.seats
    sees = any(Permission.SEE_ROADMAP in GRANTS[seat.role] for seat in seats)
    await manager.switch_to(Tasks.list if sees else Tasks.mine)


def screens() -> list[Screen]:
    """The card, the window that asks for what proves it, and which of several documents it is."""
    return [
        Screen(
            Say("roadmap-card"),
            Say("roadmap-card-term"),
            Say("roadmap-card-stands", when="speaks"),
            Say("roadmap-card-issuer", when="issuer"),
            Say("roadmap-card-source", when="has_source"),
            Say("roadmap-card-people", when="has_people"),
            Say("roadmap-card-result", when="has_result"),
            Say("roadmap-card-wanted", when="many"),
            SayEach("roadmap-card-document", "wanted", when="many"),
            Say("roadmap-card-returned", when="returned"),
            Say("roadmap-card-asked", when="asking"),
            Say("roadmap-card-closed", when="is_done"),
            Say("roadmap-card-accepting", when="accepting"),
            SayEach("roadmap-card-proof", "proofs"),
            Say("roadmap-card-bare", when="bare"),
            Say("roadmap-card-held", when="holds"),
            Say("roadmap-card-hint", when="is_open"),
            files.file_input(on_file),
            files.link_input(on_note),
            button("roadmap-close-held", "held", on_held, when="holds"),
            button("roadmap-survey", "survey", on_survey, when="survey"),
            go("roadmap-attach-button", "attach", Tasks.attach, when="is_open"),
            button("roadmap-done", "done", on_done, when="is_open"),
            button("roadmap-keep-on", "goeson", on_goes_on, when="goes_on"),
            go("roadmap-unneeded", "unneeded", Tasks.unneeded, when="may_ask"),
            go("roadmap-another-term", "term", Tasks.term, when="may_ask"),
            button("roadmap-reopen", "reopen", on_reopen, when="is_closed"),
            button("roadmap-to-list", "back", on_back),
            leave("button-home"),
            state=Tasks.card,
            getter=card_data,
        ),
        Screen(
            Say("roadmap-attach"),
            files.file_input(on_file),
            typed(on_note, limit=closing.NOTE_LIMIT),
            go("button-back", "back", Tasks.card),
            state=Tasks.attach,
            getter=card_data,
        ),
        Screen(
            Say("roadmap-which"),
            Column(choice("i", "items", on_item)),
            button("roadmap-which-other", "other", on_other),
            go("button-back", "back", Tasks.card),
            state=Tasks.which,
            getter=card_data,
        ),
    ]
