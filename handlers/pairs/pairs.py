"""The list of pairs and the card of one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Start

from handlers.care.states import Thread
from handlers.council import passing as council
from handlers.council.wording import marks_of
from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import open_dialog
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.matching.states import Matching
from handlers.meetings.states import MeetingJournal
from handlers.pairs import changing, creating, reports
from handlers.pairs.states import Applications, Drafts, Members, Orders, Pairs
from handlers.people.participants import my_school
from handlers.plans.states import PlanOffice
from mentoring.care import asking
from mentoring.council import passing
from mentoring.meetings import attachments
from mentoring.pairs import deciding, life, orders, pairs
from mentoring.pairs.states import DRAFTS, OVER, RUNNING, State
from mentoring.people import participants
from mentoring.roles import Role

# So many pairs, or texts of so many characters, fit one message whatever the names.
_PAGE = 6
_TEXTS = 10
_TEXT_LIMIT = 300


def _row(pair: pairs.PairView, manager: DialogManager) -> dict[str, Any]:
    label = words_of(manager).plain(
        "pairs-label",
        mentor=shortened(", ".join(pair.mentors), HALF),
        mentee=shortened(", ".join(pair.mentees), HALF),
    )
    return {"id": pair.id, "label": label, **_described(pair)}


def _described(pair: pairs.PairView) -> dict[str, Any]:
    return {
        "mentors": ", ".join(pair.mentors),
        "mentees": ", ".join(pair.mentees),
        "started_on": pair.started_on,
        "ended_on": pair.ended_on,
        "ended": "yes" if pair.ended_on else "no",
        "paused": "yes" if pair.paused_until and not pair.ended_on else "no",
        "until": pair.paused_until or pair.started_on,
        "held": pair.held,
        "last_on": pair.last_on,
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, school = unit_of(dialog_manager), my_school(dialog_manager)
    every = await pairs.listed(unit, organisation_id=school)
    running = [pair for pair in every if pair.status in RUNNING]
    # What was called off before it began is of no interest to anybody.
    over = [pair for pair in every if pair.status in OVER - {State.CANCELLED}]
    show_ended = bool(dialog_manager.dialog_data.get("ended") and over)
    rows = [_row(pair, dialog_manager) for pair in (over if show_ended else running)]
    asked = await deciding.listed(unit, organisation_id=school)
    unsigned = await orders.listed(unit, organisation_id=school)
    return {
        "pairs": rows,
        "shown": await shown(dialog_manager, "pp", rows, _PAGE),
        "running": len(running),
        "applications": 0 if show_ended else len(asked),
        "orders": 0 if show_ended else len(unsigned),
        "ended": len(over),
        "drafts": sum(1 for pair in every if pair.status in DRAFTS),
        "missing": "nobody" if running else await _missing(dialog_manager, over),
        "of_ended": show_ended,
        "of_running": not show_ended,
        "has_ended": bool(over) and not show_ended,
        "has_drafts": not show_ended and any(pair.status in DRAFTS for pair in every),
    }


async def _missing(manager: DialogManager, over: list[pairs.PairView]) -> str:
    """What is missing where no pair is running: one side's people, or only running pairs."""
    unit, school = unit_of(manager), my_school(manager)
    for role in (Role.MENTOR, Role.MENTEE):
        if not await participants.listed(unit, organisation_id=school, role=role):
            return f"{role}s"
    return "running" if over else "nobody"


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    card = await _card(dialog_manager)
    meetings = []
    for meeting in card.meetings:
        marks = [
            words.plain(f"pair-marks-{side}", marks=", ".join(map(str, given)))
            for side, given in meeting.marks.items()
        ]
        meetings.append(
            {
                "held_on": meeting.held_on,
                "kind": words.plain(f"meeting-kind-{meeting.kind}"),
                "minutes": meeting.minutes,
                "marked": "yes" if marks else "no",
                "marks": ", ".join(marks),
            }
        )
    count = card.pair.held - len(meetings)
    judged = await passing.glance(unit_of(dialog_manager), pair_id=card.pair.id)
    return {
        **_described(card.pair),
        "has_order": "yes" if card.order else "no",
        "order": card.order[0] if card.order else "",
        "order_on": card.order[1] if card.order else card.pair.started_on,
        "meetings": meetings,
        "council": judged.exists,
        "judged": judged.result is not None,
        **marks_of(words, judged.result),
        "count": count,
        "earlier": count > 0,
        "texts": any(meeting.note or meeting.words for meeting in card.meetings)
        or bool(await attachments.of_pair(unit_of(dialog_manager), pair_id=card.pair.id)),
        "is_running": card.pair.status in RUNNING,
        "watched": await asking.may_read(unit_of(dialog_manager), pair_id=card.pair.id),
        "is_over": card.pair.status in OVER,
        "completed": card.pair.status == State.COMPLETED,
        "journal": card.pair.held > 0,
        "reports": await reports.rows(dialog_manager)
        if card.pair.status == State.COMPLETED
        else [],
        "undoable": await life.may_undo(unit_of(dialog_manager), pair_id=card.pair.id),
    }


async def _card(manager: DialogManager) -> pairs.PairCard:
    return await pairs.card(unit_of(manager), pair_id=manager.dialog_data.get("pair", 0))


async def texts_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    card = await _card(dialog_manager)
    texts = [
        {"held_on": meeting.held_on, "by": by, "text": shortened(text, _TEXT_LIMIT)}
        for meeting in card.meetings
        for by, text in [("note", meeting.note), *meeting.words]
        if text
    ]
    files = await attachments.of_pair(unit_of(dialog_manager), pair_id=card.pair.id)
    return {**_described(card.pair), "texts": texts[:_TEXTS], "files": len(files)}


async def on_files(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await attachments.send_of_pair(unit_of(manager), pair_id=manager.dialog_data.get("pair", 0))
    remark(manager, "meeting-files-sent")


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    await manager.switch_to(Pairs.card)


async def on_toggle(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["ended"] = not manager.dialog_data.get("ended")


async def on_thread(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Thread.now, {"pair": manager.dialog_data.get("pair", 0)})


async def on_members(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Members.list, {"pair": manager.dialog_data.get("pair", 0)})


async def on_plan(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(PlanOffice.plan, {"pair": manager.dialog_data.get("pair", 0)})


@action("pair")
async def open_card(manager: DialogManager, argument: str) -> None:
    """Under a message to the curator: the card of the pair it tells of."""
    await open_dialog(manager, Pairs.card, {"pair": number(argument)})


def dialog() -> Dialog:
    menu.entry("pairs", "menu-pairs", Pairs.list, Role.CURATOR, command="pairs")
    return Dialog(
        Screen(
            Say("pairs", when="of_running"),
            Say("pairs-ended", when="of_ended"),
            SayEach("pairs-row", "shown"),
            pages(choice("p", "pairs", on_pair), "pp", height=_PAGE),
            Start(Say("journal-open", plain=True), id="journal", state=MeetingJournal.list),
            Start(
                Say("pairs-match", plain=True),
                id="match",
                state=Matching.programme,
                when="of_running",
            ),
            Start(
                Say("pairs-drafts", plain=True),
                id="drafts",
                state=Drafts.list,
                when="has_drafts",
            ),
            Start(
                Say("pairs-applications", plain=True),
                id="applications",
                state=Applications.list,
                when="applications",
            ),
            Start(Say("pairs-orders", plain=True), id="orders", state=Orders.list, when="orders"),
            go("pairs-create", "new", Pairs.mentor, when="of_running"),
            button("pairs-show-ended", "ended", on_toggle, when="has_ended"),
            button("pairs-show-running", "running", on_toggle, when="of_ended"),
            leave("button-home"),
            state=Pairs.list,
            getter=list_data,
        ),
        Screen(
            Say("pair-card"),
            SayEach("pair-meeting", "meetings"),
            Say("pair-earlier", when="earlier"),
            SayEach("report-row", "reports", when="completed"),
            Say("council-pair-marks", when="judged"),
            go("pair-texts-button", "texts", Pairs.texts, when="texts"),
            button("pair-members", "members", on_members),
            button("focus-thread", "thread", on_thread, when="watched"),
            button("pair-plan", "plan", on_plan),
            button("council-open", "council", council.on_open, when="council"),
            go("pair-change-button", "change", Pairs.change, when="is_running"),
            go("pair-end", "end", Pairs.ground, when="is_running"),
            go("reports-open", "reports", Pairs.reports, when="completed"),
            button("pair-certificate", "certificate", changing.on_certificate, when="completed"),
            button("pair-journal", "journal", changing.on_journal, when="journal"),
            button("pair-undo", "undo", changing.on_undo, when="undoable"),
            button("pair-again", "again", changing.on_again, when="is_over"),
            go("pair-list", "back", Pairs.list),
            leave("button-home"),
            state=Pairs.card,
            getter=card_data,
        ),
        Screen(
            Say("pair-texts"),
            SayEach("pair-text", "texts", separator="\n\n"),
            button("meeting-files", "files", on_files, when="files"),
            go("button-back", "back", Pairs.card),
            state=Pairs.texts,
            getter=texts_data,
        ),
        *reports.screens(),
        *changing.screens(),
        *creating.screens(),
        on_start=adopt,
    )
