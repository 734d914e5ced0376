"""What both sides of a completed pair wrote of it, read by the curator."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, pages
from handlers.kit.turn import unit_of, words_of
from handlers.pairs.states import Pairs
from handlers.surveys.asking import spoken
from handlers.surveys.states import Putting
from mentoring.pairs import reports
from mentoring.surveys.questions import Question, Value

# So long an answer fits one message with the others, whatever the questions are called.
_SAID = 1000


async def rows(manager: DialogManager) -> list[dict[str, Any]]:
    """A row for each of the pair, with how far their report is."""
    unit = unit_of(manager)
    found = await reports.listed(unit, pair_id=manager.dialog_data.get("pair", 0))
    return [
        {
            "id": one.response_id or 0,
            "label": shortened(
                words_of(manager).plain("report-read", side=str(one.side), name=one.name), WHOLE
            ),
            "side": str(one.side),
            "name": one.name,
            "sent": "yes" if one.sent_on else "no",
            "sent_on": one.sent_on or unit.today(),
        }
        for one in found
    ]


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await rows(dialog_manager)
    return {
        "reports": found,
        "sent": [row for row in found if row["sent"] == "yes"],
        "waiting": any(row["sent"] == "no" for row in found),
    }


async def report_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    wanted = dialog_manager.dialog_data.get("report", 0)
    sitting = await reports.read(unit_of(dialog_manager), response_id=wanted)
    row = next((row for row in await rows(dialog_manager) if row["id"] == wanted), None)
    return {
        "side": str(sitting.role),
        "name": row["name"] if row else "-",
        "sent_on": row["sent_on"] if row else unit_of(dialog_manager).today(),
        "answers": [
            {
                "question": question.text.to(words.language),
                "said": _said(question, sitting.answers.get(question.key), words.language),
            }
            for question in sitting.asked
        ],
    }


def _said(question: Question, value: Value, language: str) -> str:
    if question.options:
        return spoken(question, value, language, "")
    return shortened(str(value if value is not None else "-"), _SAID)


async def on_report(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["report"] = number(item)
    await manager.switch_to(Pairs.report)


async def on_ask(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Where any form is reminded of, printed, or filled in for somebody."""
    key = reports.key_of(manager.dialog_data.get("pair", 0))
    await manager.start(Putting.card, {"occasion": key})


def screens() -> list[Screen]:
    return [
        Screen(
            Say("reports-title"),
            SayEach("report-row", "reports"),
            pages(choice("r", "sent", on_report), "rp"),
            button("reports-ask", "ask", on_ask, when="waiting"),
            go("button-back", "back", Pairs.card),
            state=Pairs.reports,
            getter=list_data,
        ),
        Screen(
            Say("report-card"),
            SayEach("report-answer", "answers", separator="\n\n"),
            go("button-back", "back", Pairs.reports),
            state=Pairs.report,
            getter=report_data,
        ),
    ]
