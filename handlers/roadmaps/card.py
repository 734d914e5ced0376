"""One activity of the roadmap in force: what is asked, how it stands, what proves it."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps import files
from handlers.roadmaps.place import place_of
from handlers.roadmaps.states import Tasks
from handlers.roadmaps.wording import is_pressing, task_words, term_words
from mentoring.roadmaps import board, closing
from mentoring.roadmaps.status import AssignmentStatus
from mentoring.roadmaps.wording import LINE_LIMIT, RESULT_LIMIT, SOURCE_LIMIT, TITLE_LIMIT, clip

_MOST_PROOFS = 10


def _task(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("task", "")))


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    card = await board.card(unit, assignment_id=_task(dialog_manager))
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
        "by": card.closed_by or "",
        "closed_on": card.closed_on or unit.today(),
        "has_source": bool(card.source),
        "has_people": bool(card.responsible),
        "has_result": bool(card.result),
        "issuer": card.issuer or "",
        "proofs": [_proof(dialog_manager, proof) for proof in card.proofs[-_MOST_PROOFS:]],
        "bare": task.status is AssignmentStatus.DONE and not card.proofs,
        "speaks": not is_open or is_pressing(task, unit.today()),
        "is_open": is_open,
        "is_closed": not is_open,
        "is_done": task.status is AssignmentStatus.DONE,
    }


def _proof(manager: DialogManager, proof: board.Proof) -> dict[str, Any]:
    words = words_of(manager)
    text = proof.note or proof.name or words.plain(f"roadmap-sent-{proof.sent_as}")
    return {"text": clip(text, LINE_LIMIT), "given_on": proof.given_on}


async def on_file(manager: DialogManager, message: Message) -> None:
    """A file sent while the card is open proves the activity."""
    file_id = await files.keep(manager, message, place_of(manager))
    closed = await closing.attach(
        unit_of(manager), assignment_id=_task(manager), file_ids=[file_id]
    )
    remark(manager, "roadmap-closed-by-file" if closed else "roadmap-file-added")
    await manager.switch_to(Tasks.card)


async def on_note(manager: DialogManager, text: str) -> None:
    closed = await closing.attach_note(unit_of(manager), assignment_id=_task(manager), note=text)
    remark(manager, "roadmap-closed-by-note" if closed else "roadmap-note-added")
    await manager.switch_to(Tasks.card)


async def on_done(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await closing.close(unit_of(manager), assignment_id=_task(manager))
    remark(manager, "roadmap-closed")


async def on_not_needed(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await closing.not_needed(unit_of(manager), assignment_id=_task(manager))
    remark(manager, "roadmap-closed-unneeded")


async def on_reopen(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await closing.reopen(unit_of(manager), assignment_id=_task(manager))
    remark(manager, "roadmap-reopened")


def screens() -> list[Screen]:
    """The card and the window that asks for what proves the activity."""
    return [
        Screen(
            Say("roadmap-card"),
            Say("roadmap-card-term"),
            Say("roadmap-card-stands", when="speaks"),
            Say("roadmap-card-issuer", when="issuer"),
            Say("roadmap-card-source", when="has_source"),
            Say("roadmap-card-people", when="has_people"),
            Say("roadmap-card-result", when="has_result"),
            Say("roadmap-card-closed", when="is_done"),
            SayEach("roadmap-card-proof", "proofs"),
            Say("roadmap-card-bare", when="bare"),
            Say("roadmap-card-hint", when="is_open"),
            files.file_input(on_file),
            go("roadmap-attach-button", "attach", Tasks.attach, when="is_open"),
            button("roadmap-done", "done", on_done, when="is_open"),
            button("roadmap-unneeded", "unneeded", on_not_needed, when="is_open"),
            button("roadmap-reopen", "reopen", on_reopen, when="is_closed"),
            go("roadmap-to-list", "back", Tasks.list),
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
    ]
