"""A programme in the chat: its state, its lines by number, its history."""

from datetime import date
from typing import Any

from aiogram_dialog import DialogManager

from core.translator import Words
from handlers.kit.labels import shortened
from handlers.kit.turn import words_of
from handlers.kit.turning import labelled, page_of, turning
from mentoring.plans.reading import Change, Item, Plan
from mentoring.plans.rules import ItemStatus, Kind

_PAGE = 8
_LINE, _PEOPLE, _WORDS, _LINES = 160, 60, 200, 12
_ORDER = [Kind.GOAL, Kind.DIFFICULTY, Kind.GROWTH, Kind.TASK]


def _in_order(plan: Plan) -> list[Item]:
    """Goals first; then activities and tasks, each by their terms."""
    return sorted(
        plan.items, key=lambda item: (_ORDER.index(item.kind), item.due_on or date.max, item.id)
    )


def plan_data(manager: DialogManager, plan: Plan) -> dict[str, Any]:
    """What `personal-plan` and the lines below it say, a page of them."""
    words = words_of(manager)
    items = list(enumerate(_in_order(plan), 1))
    page = min(page_of(manager), max(0, (len(items) - 1) // _PAGE))
    here = items[page * _PAGE : (page + 1) * _PAGE]
    lines: list[dict[str, Any]] = []
    before = None
    for number, item in here:
        head = "none" if item.kind == before else str(item.kind)
        lines.append({"head": head, "n": number, **item_data(words, item)})
        before = item.kind
    return {
        "mentors": shortened(plan.mentors, _PEOPLE),
        "mentees": shortened(plan.mentees, _PEOPLE),
        "status": str(plan.status or "none"),
        "changed": "yes" if plan.changed else "no",
        "day": plan.approved_on or date.min,
        "term": plan.term or "usual",
        "remarked": "yes" if plan.remark else "no",
        "remark": plan.remark,
        "lines": lines,
        **labelled([{"id": item.id, "label": str(number)} for number, item in here]),
        **turning(page, more=len(items) > (page + 1) * _PAGE),
    }


def item_data(words: Words, item: Item) -> dict[str, Any]:
    """What is said of one line."""
    return {
        "kind": words.plain(f"personal-kind-{item.kind}"),
        "stands": words.plain(f"personal-stands-{item.status}"),
        "title": shortened(item.title, _LINE),
        "has_due": "yes" if item.due_on else "no",
        "due_on": item.due_on or date.min,
        "state": _state(item),
        "mark": item.mark or 0,
        "has_expected": "yes" if item.expected else "no",
        "expected": item.expected,
        "has_actual": "yes" if item.actual else "no",
        "actual": item.actual,
    }


def _state(item: Item) -> str:
    if item.status != ItemStatus.OPEN:
        return str(item.status)
    return "told" if item.told else "late" if item.late else "open"


def history_data(manager: DialogManager, changes: list[Change]) -> dict[str, Any]:
    words = words_of(manager)
    rows = [
        {
            "on": change.on,
            "who": change.who,
            "what": words.plain(f"personal-change-{change.what}"),
            "titled": "yes" if change.title else "no",
            "title": shortened(change.title, _PEOPLE),
            "moved": _moved(change),
            "was": _value(words, change.was),
            "became": _value(words, change.became),
        }
        for change in changes[:_LINES]
    ]
    return {"changes": rows, "count": len(rows)}


def _moved(change: Change) -> str:
    """Which of the two values there are."""
    if change.was and change.became:
        return "both"
    return "became" if change.became and change.became != change.title else "none"


def _value(words: Words, value: str | date) -> str:
    if isinstance(value, date):
        return words.plain("personal-change-day", day=value)
    return shortened(value, _WORDS)
