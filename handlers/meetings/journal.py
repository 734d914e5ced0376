"""A curator looks at the meetings of their school: by pair, and each pair's timeline."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import go_home
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import page_buttons, page_of, to_first_page, turning
from handlers.meetings import hearing
from handlers.meetings.states import MeetingJournal
from handlers.people.participants import my_school
from mentoring.meetings import journal, outings
from mentoring.meetings.status import KNOWN_REASONS

_PAGE = 6
_ENTRIES = 10
_SHOWN = 120


def _row(one: journal.Standing, manager: DialogManager) -> dict[str, Any]:
    label = words_of(manager).plain(
        "pairs-label", mentor=shortened(one.mentors, HALF), mentee=shortened(one.mentees, HALF)
    )
    return {
        "id": one.pair_id,
        "label": label,
        "mentors": shortened(one.mentors, _SHOWN),
        "mentees": shortened(one.mentees, _SHOWN),
        "planned": one.planned,
        "held": one.held,
        "missed": one.missed,
        "disputed": one.disputed,
        "share": -1 if one.share is None else one.share,
        "silent": one.silent,
        "met": "yes" if one.last_on else "no",
        "last_on": one.last_on or unit_of(manager).today(),
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await journal.listed(unit_of(dialog_manager), organisation_id=my_school(dialog_manager))
    rows = [_row(one, dialog_manager) for one in found]
    return {
        "pairs": rows,
        "shown": await shown(dialog_manager, "jp", rows, _PAGE),
        "count": len(rows),
        "held": sum(one.held for one in found),
        "missed": sum(one.missed for one in found),
        "any": bool(rows),
    }


async def pair_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words, page = words_of(dialog_manager), page_of(dialog_manager)
    pair = int(dialog_manager.dialog_data.get("pair", 0))
    found = await journal.timeline(
        unit_of(dialog_manager), pair_id=pair, offset=page * _ENTRIES, limit=_ENTRIES + 1
    )
    entries = []
    for one in found[:_ENTRIES]:
        marks = [
            words.plain(f"pair-marks-{side}", marks=", ".join(map(str, given)))
            for side, given in one.marks.items()
        ]
        reason = (
            words.plain(f"meeting-reason-{one.reason}")
            if one.reason in KNOWN_REASONS
            else one.reason
        )
        entries.append(
            {
                "held_on": one.held_on,
                "kind": words.plain(f"meeting-kind-{one.kind}"),
                "minutes": one.minutes,
                "status": str(one.status),
                "marked": "yes" if marks else "no",
                "marks": ", ".join(marks),
                "why": "yes" if reason else "no",
                "reason": shortened(reason, _SHOWN),
            }
        )
    return {
        "entries": entries,
        "count": len(entries),
        "owed": await hearing.owed_of(dialog_manager, pair),
        **turning(page, more=len(found) > _ENTRIES),
    }


async def on_pair(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["pair"] = number(item)
    to_first_page(manager)
    await manager.switch_to(MeetingJournal.pair)


async def on_export(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await journal.export(unit_of(manager), organisation_id=my_school(manager))
    remark(manager, "journal-sent")


async def on_month(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await journal.send_month(unit_of(manager), organisation_id=my_school(manager))
    remark(manager, "journal-sent")


@action("outing-paper")
async def on_paper(manager: DialogManager, argument: str) -> None:
    """The curator holds the paper."""
    meeting, _, child = argument.partition(":")
    await outings.on_paper(unit_of(manager), meeting_id=number(meeting), child_id=number(child))
    remark(manager, "outing-paper-kept")
    await go_home(manager, ShowMode.SEND)


def dialog() -> Dialog:
    return Dialog(
        Screen(
            Say("journal"),
            SayEach("journal-row", "shown", separator="\n\n"),
            pages(choice("p", "pairs", on_pair), "jp", height=_PAGE),
            button("journal-month", "month", on_month, when="any"),
            button("journal-export", "export", on_export, when="any"),
            leave("button-back"),
            state=MeetingJournal.list,
            getter=list_data,
        ),
        Screen(
            Say("journal-pair"),
            SayEach("journal-entry", "entries"),
            hearing.entry(),
            page_buttons(),
            go("button-back", "back", MeetingJournal.list),
            state=MeetingJournal.pair,
            getter=pair_data,
        ),
        on_start=adopt,
    )
