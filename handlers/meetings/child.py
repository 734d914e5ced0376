"""A representative looks at their child's mentoring, pauses it, asks, answers for outings."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, Column

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.navigation import go_home, open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.meetings.states import Children
from mentoring.consent import questions
from mentoring.meetings import child, outings
from mentoring.roles import Role


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await child.listed(unit_of(dialog_manager))
    rows = [{"id": one.id, "label": shortened(one.name, WHOLE)} for one in found]
    return {"children": rows, "count": len(rows)}


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await child.card(
        unit_of(dialog_manager), child_id=int(dialog_manager.dialog_data.get("child", 0))
    )
    return {
        "child": found.child.name,
        "pairs": [
            {
                "mentors": ", ".join(one.mentors),
                "place": one.place,
                "paused": "yes" if one.paused else "no",
            }
            for one in found.pairs
        ],
        "ahead": [
            {
                "day": one.local.date(),
                "time": f"{one.local:%H:%M}",
                "minutes": one.minutes,
                "place": one.place,
                "placed": "yes" if one.place else "no",
                "setting": one.setting,
                "consent": one.consent or "none",
            }
            for one in found.ahead
        ],
        "agreeable": _answers(dialog_manager, "child-outing-yes", found.ahead, child.ASKED),
        "refusable": _answers(
            dialog_manager, "child-outing-no", found.ahead, child.ASKED, outings.YES
        ),
        "nothing": not found.ahead,
        "alone": not found.pairs,
        "paired": bool(found.pairs),
    }


def _answers(
    manager: DialogManager, label: str, ahead: Sequence[child.Ahead], *consents: str
) -> list[dict[str, Any]]:
    """Rows of the buttons for outings in one of these states."""
    return [
        {
            "id": one.id,
            "label": words_of(manager).plain(
                label, day=one.local.date(), time=f"{one.local:%H:%M}"
            ),
        }
        for one in ahead
        if one.consent in consents
    ]


async def on_child(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["child"] = number(item)
    await manager.switch_to(Children.card)


def _stopping(*, stop: bool) -> Any:
    async def on_press(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        until = await child.pause(
            unit_of(manager), child_id=manager.dialog_data["child"], stop=stop
        )
        if until is None:
            remark(manager, "child-curator-told")
        else:
            remark(manager, "child-paused", day=until)
        await manager.switch_to(Children.card)

    return on_press


def _answering(*, yes: bool) -> Any:
    async def on_press(
        _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
    ) -> None:
        await _say(manager, number(item), manager.dialog_data["child"], yes=yes)

    return on_press


async def on_question(manager: DialogManager, text: str) -> None:
    await child.ask(unit_of(manager), child_id=manager.dialog_data["child"], text=text)
    remark(manager, "question-sent")
    await manager.switch_to(Children.card)


@action("children")
async def open_list(manager: DialogManager, _argument: str) -> None:
    """Under the monthly line."""
    await open_dialog(manager, Children.list)


def which(argument: str) -> tuple[int, int]:
    """The meeting and the child of "<meeting>:<child>"."""
    meeting, _, child = argument.partition(":")
    return number(meeting), number(child)


async def _answer(manager: DialogManager, argument: str, *, yes: bool) -> None:
    meeting, child = which(argument)
    await _say(manager, meeting, child, yes=yes)
    await go_home(manager, ShowMode.SEND)


async def _say(manager: DialogManager, meeting_id: int, child_id: int, *, yes: bool) -> None:
    await outings.answer(unit_of(manager), meeting_id=meeting_id, child_id=child_id, yes=yes)
    remark(manager, "outing-answered-yes" if yes else "outing-answered-no")


@action("outing-yes")
async def agree(manager: DialogManager, argument: str) -> None:
    """A parent says yes."""
    await _answer(manager, argument, yes=True)


@action("outing-no")
async def refuse(manager: DialogManager, argument: str) -> None:
    """A parent says no."""
    await _answer(manager, argument, yes=False)


def dialog() -> Dialog:
    menu.entry("children", "menu-children", Children.list, Role.REPRESENTATIVE)
    return Dialog(
        Screen(
            Say("children"),
            pages(choice("c", "children", on_child), "cp"),
            leave("button-home"),
            state=Children.list,
            getter=list_data,
        ),
        Screen(
            Say("child-card"),
            SayEach("child-pair", "pairs"),
            Say("child-alone", when="alone"),
            SayEach("child-meeting", "ahead"),
            Say("child-nothing", when="nothing"),
            Say("child-private"),
            Column(choice("y", "agreeable", _answering(yes=True))),
            Column(choice("n", "refusable", _answering(yes=False))),
            go("child-ask", "ask", Children.ask),
            go("child-pause", "pause", Children.pause, when="paired"),
            go("button-back", "back", Children.list),
            state=Children.card,
            getter=card_data,
        ),
        Screen(
            Say("child-pause-sure"),
            button("child-pause-yes", "yes", _stopping(stop=False)),
            button("child-stop-yes", "stop", _stopping(stop=True)),
            go("button-back", "back", Children.card),
            state=Children.pause,
            getter=card_data,
        ),
        Screen(
            Say("question-ask"),
            typed(on_question, limit=questions.LIMIT - 100),
            go("button-back", "back", Children.card),
            state=Children.ask,
        ),
        on_start=adopt,
    )
