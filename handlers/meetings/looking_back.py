"""A person's own meetings, and what they say of them: from the list, or under the bot's question.

One answer does it: a mark confirms the meeting; that there was none is an answer too.
"""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Group, Start

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import HALF, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import (
    OpenScreen,
    Say,
    SayEach,
    Screen,
    button,
    choice,
    go,
    leave,
    pages,
    typed,
)
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings import hours
from handlers.meetings.files import attached, takes_files
from handlers.meetings.marks import MARK_ROWS, marks
from handlers.meetings.states import MyMeetings, Record
from mentoring.meetings import attachments, attendance, disputes, feedback, journal, own
from mentoring.meetings.status import Status
from mentoring.roles import Role


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    mine = await own.mine(unit)
    rows = [
        {
            "id": meeting.id,
            "label": words.plain(
                "meeting-label",
                held_on=meeting.held_on,
                status=meeting.status,
                partner=shortened(", ".join(meeting.partners), HALF + 4),
            ),
        }
        for meeting in mine
    ]
    there = [meeting for meeting in mine if meeting.took_place]
    statuses = [meeting.status for meeting in mine]
    missed, cancelled = statuses.count(Status.MISSED), statuses.count(Status.CANCELLED)
    minutes = sum(meeting.minutes for meeting in there)
    return {
        "meetings": rows,
        "count": len(rows) - missed - cancelled,
        "missed": missed,
        "cancelled": cancelled,
        "fell_through": missed + cancelled,
        "hours": minutes // 60,
        "minutes": minutes % 60,
        "any": bool(rows),
        "unmarked": sum(1 for meeting in there if meeting.mark is None),
        "mentor": "yes" if unit.actor.seat(Role.MENTOR) else "no",
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    meeting = await own.my_meeting(unit, meeting_id=_meeting(dialog_manager))
    mood = words.plain(f"feedback-mood-{meeting.mood}") if meeting.mood else ""
    return {
        "held_on": meeting.held_on,
        "who": ", ".join(meeting.partners),
        "kind": words.plain(f"meeting-kind-{meeting.kind}"),
        "minutes": meeting.minutes,
        "status": meeting.status,
        "why": "yes" if meeting.reason else "no",
        "reason": meeting.reason,
        "past": meeting.past,
        "note": meeting.note,
        "has_note": bool(meeting.note),
        "shared_note": meeting.shared_note,
        "has_shared": bool(meeting.shared_note),
        "agreed": meeting.agreed,
        "has_agreed": bool(meeting.agreed),
        "said": [{"name": name, "text": text} for name, text in meeting.said],
        "disputed": meeting.status is Status.DISPUTED,
        "absent": meeting.past and not meeting.present,
        "mark": meeting.mark or 0,
        "mood": mood,
        "has_mood": bool(mood),
        "words": meeting.words,
        "whose": "both" if meeting.shared else "curator",
        "has_words": bool(meeting.words),
        "open": "yes" if meeting.is_open else "no",
        "is_open": meeting.is_open,
        "marks": MARK_ROWS if meeting.is_open else [],
        "adds": meeting.is_open and meeting.mark is not None,
        "files": await attachments.mine(unit, meeting_id=meeting.id) if meeting.past else 0,
    }


async def on_month(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await journal.send_my_month(unit_of(manager))
    remark(manager, "journal-sent")


async def thanks_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    data, words = dialog_manager.dialog_data, words_of(dialog_manager)
    chosen = data.get("mood", 0)
    moods = [
        {
            "id": int(mood),
            "label": words.plain(
                "feedback-mood-chosen" if mood == chosen else "feedback-mood-label",
                mood=words.plain(f"feedback-mood-{mood}"),
            ),
        }
        for mood in reversed(feedback.Mood)
    ]
    return {
        "mark": data.get("mark", 0),
        "moods": moods,
        "whose": "both" if data.get("shared") else "curator",
    }


def _meeting(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("meeting", 0))


async def on_meeting(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["meeting"] = number(item)
    await manager.switch_to(MyMeetings.card)


async def on_mark(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    mark = number(item)
    await feedback.give(unit_of(manager), meeting_id=_meeting(manager), mark=mark)
    manager.dialog_data.update(mark=mark, mood=0, shared=False)
    await manager.switch_to(MyMeetings.thanks)


async def on_add(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    meeting = await own.my_meeting(unit_of(manager), meeting_id=_meeting(manager))
    manager.dialog_data.update(mark=meeting.mark or 0, mood=meeting.mood or 0, shared=False)
    await manager.switch_to(MyMeetings.thanks)


async def on_mood(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if (mood := number(item)) in set(feedback.Mood):
        await feedback.feel(
            unit_of(manager), meeting_id=_meeting(manager), mood=feedback.Mood(mood)
        )
        manager.dialog_data["mood"] = mood


async def on_whose(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["shared"] = not manager.dialog_data.get("shared")


async def on_words(manager: DialogManager, text: str) -> None:
    await feedback.comment(
        unit_of(manager),
        meeting_id=_meeting(manager),
        text=text,
        shared=bool(manager.dialog_data.get("shared")),
    )
    remark(manager, "feedback-words-saved")
    await go_home(manager)


async def on_voice(manager: DialogManager, message: Message) -> None:
    await feedback.say(unit_of(manager), meeting_id=_meeting(manager), voice=attached(message))
    remark(manager, "feedback-words-saved")
    await go_home(manager)


async def on_curator(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await feedback.call_curator(unit_of(manager), meeting_id=_meeting(manager))
    remark(manager, "feedback-curator-told")


async def on_files(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await attachments.send_mine(unit_of(manager), meeting_id=_meeting(manager))
    remark(manager, "meeting-files-sent")


async def on_denied(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _deny(manager, _meeting(manager))


async def _deny(manager: DialogManager, meeting_id: int) -> None:
    await disputes.deny(unit_of(manager), meeting_id=meeting_id)
    remark(manager, "meeting-denied")
    await go_home(manager, ShowMode.SEND)


async def on_absent(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await attendance.mark_myself(unit_of(manager), meeting_id=_meeting(manager), present=False)
    remark(manager, "meeting-absence-noted")
    await go_home(manager)


@action("feedback")
async def mark_given(manager: DialogManager, argument: str) -> None:
    """Under the question about a meeting: "<meeting>:<mark>", saved at once."""
    meeting, _, mark = argument.partition(":")
    given = {"meeting": number(meeting), "mark": number(mark)}
    await feedback.give(unit_of(manager), meeting_id=given["meeting"], mark=given["mark"])
    await open_dialog(manager, MyMeetings.thanks, given)


@action("meeting-none")
async def was_none(manager: DialogManager, argument: str) -> None:
    """Under the question about a meeting: there was none; of a group, or not with me."""
    meeting = number(argument)
    if await attendance.is_group(unit_of(manager), meeting_id=meeting):
        await open_dialog(manager, MyMeetings.none, {"meeting": meeting})
        return
    await _deny(manager, meeting)


@action("meeting-here")
async def was_there(manager: DialogManager, argument: str) -> None:
    """Under the message that one was absent: one was there, and gives a mark."""
    meeting = number(argument)
    await attendance.mark_myself(unit_of(manager), meeting_id=meeting, present=True)
    remark(manager, "meeting-presence-noted")
    await open_dialog(manager, MyMeetings.card, {"meeting": meeting})


@action("meeting-ask")
async def asked_again(manager: DialogManager, argument: str) -> None:
    """Under a reminder: the meeting that waits for a mark."""
    await open_dialog(manager, MyMeetings.card, {"meeting": number(argument)})


@action("meetings")
async def open_list(manager: DialogManager, _argument: str) -> None:
    """Under the message to a new mentee."""
    await open_dialog(manager, MyMeetings.list)


def dialog() -> Dialog:
    menu.entry(
        "meetings", "menu-meetings", MyMeetings.list, Role.MENTOR, Role.MENTEE, command="meetings"
    )
    return Dialog(
        OpenScreen(
            Say("meetings-mine"),
            Say("meetings-fell-through", when="fell_through"),
            pages(choice("m", "meetings", on_meeting), "mp"),
            Start(Say("menu-record", plain=True), id="record", state=Record.pair),
            go("meetings-hours", "hours", MyMeetings.hours, when="count"),
            button("journal-month", "month", on_month, when="any"),
            leave("button-home"),
            state=MyMeetings.list,
            getter=list_data,
        ),
        OpenScreen(
            Say("meeting-mine"),
            Say("meeting-mine-disputed", when="disputed"),
            Say("meeting-mine-absent", when="absent"),
            Say("meeting-mine-note", when="has_note"),
            Say("meeting-mine-shared", when="has_shared"),
            Say("meeting-card-agreed", when="has_agreed"),
            SayEach("meeting-mine-said", "said"),
            Say("meeting-mine-mark", when="past"),
            Say("meeting-mine-mood", when="has_mood"),
            Say("meeting-mine-words", when="has_words"),
            marks(on_mark, when="is_open"),
            button("feedback-add", "add", on_add, when="adds"),
            button("meeting-files", "files", on_files, when="files"),
            go("button-back", "back", MyMeetings.list),
            leave("button-home"),
            state=MyMeetings.card,
            getter=card_data,
        ),
        Screen(
            Say("feedback-thanks"),
            Group(choice("mood", "moods", on_mood), width=3),
            button("feedback-whose", "whose", on_whose),
            button("feedback-need-curator", "curator", on_curator),
            leave("button-done"),
            typed(on_words, limit=feedback.WORDS_LIMIT),
            takes_files(on_voice),
            state=MyMeetings.thanks,
            getter=thanks_data,
        ),
        hours.screen(),
        Screen(
            Say("meeting-none"),
            button("meeting-none-at-all", "none", on_denied),
            button("meeting-without-me", "absent", on_absent),
            leave("button-cancel"),
            state=MyMeetings.none,
        ),
        on_start=adopt,
    )
