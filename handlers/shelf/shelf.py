"""The shelf: a tap sends a document; whoever keeps it adds one by sending a file."""

from dataclasses import asdict
from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from core.errors import Refusal
from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.roadmaps import files
from mentoring.papers import plan_papers
from mentoring.plans import reading
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import GRANTS, Permission, Role
from mentoring.shelf import shelf

_PAGE = 8


class Shelf(StatesGroup):
    """The documents of the person's organisation."""

    list = State()
    add = State()
    kind = State()
    title = State()
    remove = State()


def _place(manager: DialogManager) -> int:
    """The organisation whose shelf is read: of the seat the person acts from."""
    hat = unit_of(manager).actor.hat
    return hat.organisation_id if hat else 0


def _keeps(manager: DialogManager) -> bool:
    hat = unit_of(manager).actor.hat
    return hat is not None and Permission.KEEP_SHELF in GRANTS[hat.role]


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await shelf.documents(unit_of(dialog_manager), organisation_id=_place(dialog_manager))
    rows = [
        {
            "id": f"r{one.id}" if one.roadmap else f"d{one.id}",
            "label": shortened(one.title, WHOLE),
            "kind": words.plain(f"shelf-kind-{one.kind}"),
            "title": shortened(one.title, 90),
            "on": one.on,
            "own": "yes" if one.own else "no",
            "organisation": shortened(one.organisation, 60),
        }
        for one in found
    ]
    own = [row for one, row in zip(found, rows, strict=True) if one.own and not one.roadmap]
    rows = await _programmes(dialog_manager) + rows
    keeps = _keeps(dialog_manager)
    return {
        "documents": rows,
        "page": await shown(dialog_manager, "dp", rows, _PAGE),
        "count": len(rows),
        "keeps": keeps,
        "own": own,
        "removable": keeps and bool(own),
    }


async def _programmes(manager: DialogManager) -> list[dict[str, Any]]:
    """The personal programmes of one's own pairs, for mentors and mentees."""
    hat, words = unit_of(manager).actor.hat, words_of(manager)
    if hat is None or Permission.TAKE_PART not in GRANTS[hat.role]:
        return []
    found = await reading.shelved(unit_of(manager), organisation_id=hat.organisation_id)
    return [
        {
            "id": f"p{one.pair_id}",
            "label": shortened(words.plain("shelf-plan", others=one.others), WHOLE),
            "kind": words.plain("shelf-kind-personal"),
            "title": shortened(one.others, 90),
            "on": one.on,
            "own": "yes",
            "organisation": "",
        }
        for one in found
    ]


async def on_document(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item.startswith("r"):
        await shelf.send_roadmap(unit_of(manager), roadmap_id=number(item[1:]))
    elif item.startswith("p"):
        await plan_papers.send_own(unit_of(manager), pair_id=number(item[1:]))
    else:
        await shelf.send(unit_of(manager), document_id=number(item[1:]))
    remark(manager, "shelf-coming")


async def on_file(manager: DialogManager, message: Message) -> None:
    file = files.incoming(message)
    if file is None:
        raise Refusal("shelf-not-a-document")
    shelf.check(file)
    manager.dialog_data["file"] = asdict(file)
    await manager.switch_to(Shelf.kind)


async def kind_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    kinds = [
        {"id": kind, "label": words.plain(f"shelf-kind-{kind}")} for kind in shelf.DocumentKind
    ]
    return {"kinds": kinds}


def _named(manager: DialogManager) -> str:
    """What the file is called, without the ending."""
    name = str(manager.dialog_data.get("file", {}).get("name", ""))
    return " ".join(name.rsplit(".", 1)[0].replace("_", " ").split())[: shelf.TITLE_LIMIT]


async def title_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    title = _named(dialog_manager)
    kept = "yes" if title else "no"
    return {"title": title or "-", "kept": kept, "named": bool(title)}


async def on_kind(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    if item in set(shelf.DocumentKind):
        manager.dialog_data["kind"] = item
        await manager.switch_to(Shelf.title)


async def on_title(manager: DialogManager, text: str) -> None:
    file = manager.dialog_data.pop("file", None)
    if file is None:
        return
    await shelf.add(
        unit_of(manager),
        organisation_id=_place(manager),
        kind=shelf.DocumentKind(manager.dialog_data.get("kind", "other")),
        title=" ".join(text.split()),
        file=Incoming(**file),
    )
    remark(manager, "shelf-added")
    await manager.switch_to(Shelf.list)


async def on_named(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await on_title(manager, _named(manager))


async def on_remove(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await shelf.remove(unit_of(manager), document_id=number(item[1:]))
    remark(manager, "shelf-removed")
    await manager.switch_to(Shelf.list)


def dialog() -> Dialog:
    everybody = [role for role in Role if Permission.READ_SHELF in GRANTS[role]]
    menu.entry("shelf", "menu-shelf", Shelf.list, *everybody, group="papers", command="documents")
    return Dialog(
        Screen(
            Say("shelf"),
            SayEach("shelf-row", "page"),
            pages(choice("d", "documents", on_document), "dp", height=_PAGE),
            go("shelf-add", "add", Shelf.add, when="keeps"),
            go("shelf-remove", "remove", Shelf.remove, when="removable"),
            leave("button-home"),
            state=Shelf.list,
            getter=list_data,
        ),
        Screen(
            Say("shelf-send"),
            files.file_input(on_file),
            go("button-back", "back", Shelf.list),
            state=Shelf.add,
        ),
        Screen(
            Say("shelf-kind-ask"),
            Group(choice("k", "kinds", on_kind), width=1),
            go("button-back", "back", Shelf.add),
            state=Shelf.kind,
            getter=kind_data,
        ),
        Screen(
            Say("shelf-title-ask"),
            button("shelf-title-same", "same", on_named, when="named"),
            go("button-back", "back", Shelf.kind),
            typed(on_title, limit=shelf.TITLE_LIMIT),
            state=Shelf.title,
            getter=title_data,
        ),
        Screen(
            Say("shelf-remove-ask"),
            pages(choice("x", "own", on_remove), "xp"),
            go("button-back", "back", Shelf.list),
            state=Shelf.remove,
            getter=list_data,
        ),
    )
