"""Those above look at what was handed in and at what is asked: all at once, or one by one."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.navigation import open_dialog
from handlers.kit.screens import Say, SayEach, Screen, button, go, leave, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from handlers.kit.turning import (
    labelled,
    numbers,
    page_buttons,
    page_of,
    to_first_page,
    turning,
)
from handlers.roadmaps.states import Deciding
from mentoring.roadmaps import accepting, answering
from mentoring.roadmaps.asking import REASON_LIMIT
from mentoring.roadmaps.wording import LINE_LIMIT, SOURCE_LIMIT, clip
from mentoring.roles import Role

_PAGE = 8
_MOST_PROOFS = 10
# More than that is decided page by page.
_MOST_LEFT = 100


def my_plan(manager: DialogManager) -> int:
    """The organisation for whose plan the person decides: a department's before a school's."""
    actor = unit_of(manager).actor
    seat = actor.seat(Role.DEPARTMENT) or actor.seat(Role.HEAD)
    return seat.organisation_id if seat else 0


def _left(manager: DialogManager) -> list[int]:
    """What is not to be accepted along with the rest."""
    found = manager.dialog_data.get("left", [])
    return found if isinstance(found, list) else []


async def home_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, place = unit_of(dialog_manager), my_plan(dialog_manager)
    page, left = page_of(dialog_manager), _left(dialog_manager)
    rows, total = await accepting.waiting(
        unit, organisation_id=place, offset=page * _PAGE, limit=_PAGE
    )
    asked = await answering.asked(unit, organisation_id=place)
    shown = [
        _handed(row, page * _PAGE + place_in, left=row.id in left)
        for place_in, row in enumerate(rows, 1)
    ]
    return {
        "rows": shown,
        **labelled(shown),
        "total": total,
        "any": total > 0,
        "asked": len(asked),
        "asks": bool(asked),
        "left": len(left),
        **turning(page, more=(page + 1) * _PAGE < total),
    }


def _handed(row: accepting.Handed, place: int, *, left: bool) -> dict[str, Any]:
    return {
        "id": row.id,
        "label": str(place),
        "place": place,
        "school": clip(row.school, LINE_LIMIT),
        "number": row.number,
        "title": clip(row.title, LINE_LIMIT),
        "documents": row.documents,
        "checked": "no" if row.by_itself_on else "yes",
        "left": "yes" if left else "no",
    }


async def on_row(_callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str) -> None:
    manager.dialog_data["handed"] = number(item)
    await manager.switch_to(Deciding.row)


def _row(manager: DialogManager) -> int:
    return number(str(manager.dialog_data.get("handed", "")))


async def row_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit, words = unit_of(dialog_manager), words_of(dialog_manager)
    found = await accepting.one(unit, assignment_id=_row(dialog_manager))
    proofs = await accepting.proofs(unit, assignment_id=_row(dialog_manager))
    return {
        "school": found.school,
        "number": found.number,
        "title": clip(found.title, SOURCE_LIMIT),
        "proofs": [
            {
                "text": clip(
                    proof.note or proof.name or words.plain(f"roadmap-sent-{proof.sent_as}"),
                    LINE_LIMIT,
                ),
                "given_on": proof.given_on,
            }
            for proof in proofs[-_MOST_PROOFS:]
        ],
        "bare": not proofs,
        "files": any(proof.sent_as for proof in proofs),
        "accept": "yes" if _row(dialog_manager) in _left(dialog_manager) else "no",
    }


async def on_documents(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await accepting.send_documents(unit_of(manager), assignment_id=_row(manager))
    remark(manager, "roadmap-documents-coming", count=count)


async def on_left(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Leave it out of "accept all", or take it in again."""
    left, row = _left(manager), _row(manager)
    manager.dialog_data["left"] = (
        [one for one in left if one != row] if row in left else [*left, row][-_MOST_LEFT:]
    )
    await manager.switch_to(Deciding.home)


async def on_back(manager: DialogManager, note: str) -> None:
    await accepting.give_back(unit_of(manager), assignment_id=_row(manager), note=note)
    remark(manager, "roadmap-gave-back")
    await manager.switch_to(Deciding.home)


async def on_accept(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await accepting.accept(
        unit_of(manager), organisation_id=my_plan(manager), but=_left(manager)
    )
    remark(manager, "roadmap-accepted", count=count)
    manager.dialog_data["left"] = []
    manager.dialog_data["accepted"] = True
    to_first_page(manager)


async def on_accept_one(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await accepting.accept_one(unit_of(manager), assignment_id=_row(manager))
    remark(manager, "roadmap-accepted", count=1)
    manager.dialog_data["accepted"] = True
    await manager.switch_to(Deciding.home)


async def on_undo(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    count = await accepting.undo(unit_of(manager), organisation_id=my_plan(manager))
    remark(manager, "roadmap-accepted-undone", count=count)


async def asked_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    asked = await answering.asked(unit, organisation_id=my_plan(dialog_manager))
    one = asked[0] if asked else None
    # What is shown is what an answer is for, whatever else is asked meanwhile.
    dialog_manager.dialog_data["petition"] = one.id if one else 0
    return {
        "count": len(asked),
        "any": one is not None,
        "none": one is None,
        "kind": one.kind if one else "term",
        "school": one.school if one else "",
        "number": one.number if one else "",
        "title": clip(one.title, SOURCE_LIMIT) if one else "",
        "has_due": "yes" if one and one.due_on else "no",
        "due": one.due_on if one and one.due_on else unit.today(),
        "until": one.until if one and one.until else unit.today(),
        "reason": clip(one.reason, SOURCE_LIMIT) if one else "",
        "by": one.by if one else "",
    }


def _answering(agreed: bool) -> Any:
    async def on_answer(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        petition = number(str(manager.dialog_data.get("petition", "")))
        await answering.decide(unit_of(manager), petition_id=petition, agreed=agreed)
        remark(manager, "roadmap-answered")

    return on_answer


@action("roadmap-deciding")
async def open_deciding(manager: DialogManager, _argument: str) -> None:
    """Under the morning's line about what waits."""
    await open_dialog(manager, Deciding.home)


def dialog() -> Dialog:
    menu.entry(
        "deciding", "menu-deciding", Deciding.home, Role.DEPARTMENT, Role.HEAD, command="decide"
    )
    return Dialog(
        Screen(
            Say("roadmap-deciding"),
            SayEach("roadmap-handed", "rows"),
            *numbers("h", on_row),
            page_buttons(),
            button("roadmap-accept", "accept", on_accept, when="any"),
            button("roadmap-accept-undo", "undo", on_undo, when=_has_accepted),
            go("roadmap-asked-button", "asked", Deciding.asked, when="asks"),
            leave("button-home"),
            state=Deciding.home,
            getter=home_data,
        ),
        Screen(
            Say("roadmap-handed-card"),
            SayEach("roadmap-card-proof", "proofs"),
            Say("roadmap-card-bare", when="bare"),
            button("roadmap-documents", "files", on_documents, when="files"),
            button("roadmap-accept-one", "one", on_accept_one),
            go("roadmap-give-back", "back", Deciding.note),
            button("roadmap-leave-out", "leaveout", on_left),
            go("button-back", "list", Deciding.home),
            state=Deciding.row,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-give-back-ask"),
            typed(on_back, limit=REASON_LIMIT),
            go("button-back", "back", Deciding.row),
            state=Deciding.note,
            getter=row_data,
        ),
        Screen(
            Say("roadmap-asked-card", when="any"),
            Say("roadmap-asked-none", when="none"),
            button("roadmap-agree", "yes", _answering(True), when="any"),
            button("roadmap-disagree", "no", _answering(False), when="any"),
            go("button-back", "back", Deciding.home),
            state=Deciding.asked,
            getter=asked_data,
        ),
        on_start=adopt,
    )


def _has_accepted(_data: dict[str, Any], _widget: Any, manager: DialogManager) -> bool:
    return bool(manager.dialog_data.get("accepted"))
