"""Administrators found departments, departments connect schools; each gets links to pass on."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from handlers.kit import menu
from handlers.kit.actions import action, number
from handlers.kit.links import invite_link
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people.staff import Staff
from handlers.people.states import Place
from handlers.roadmaps import files
from mentoring.people import invites, organisations, registers, school_lists
from mentoring.roles import Role


class Departments(StatesGroup):
    """An administrator's departments."""

    list = State()
    name = State()
    link = State()
    region_name = State()
    region = State()


class Schools(StatesGroup):
    """A department's schools."""

    list = State()
    name = State()
    link = State()
    department_link = State()
    head_link = State()
    file = State()


def _rows(places: list[organisations.Place], manager: DialogManager) -> list[dict[str, Any]]:
    words = words_of(manager)
    return [
        {
            "id": place.id,
            "kind": place.kind,
            "above": place.above,
            "name": place.name,
            "label": words.plain("departments-region", name=place.name)
            if place.kind == "region"
            else place.name,
        }
        for place in places
    ]


def _my_department(manager: DialogManager) -> int:
    seat = unit_of(manager).actor.seat(Role.DEPARTMENT)
    return seat.organisation_id if seat else 0


async def departments_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    places = await organisations.departments(unit_of(dialog_manager))
    rows = _rows(places, dialog_manager)
    return {
        "places": rows,
        "regions": [row for row in rows if row["kind"] == "region"],
        "count": sum(1 for row in rows if row["kind"] != "region"),
    }


async def department_data(dialog_manager: DialogManager, **more: Any) -> dict[str, Any]:
    """The link for its staff, and which region it is in."""
    data = await departments_data(dialog_manager)
    here = next(
        (row for row in data["places"] if row["id"] == dialog_manager.dialog_data["place"]), None
    )
    above = next((row for row in data["regions"] if here and row["id"] == here["above"]), None)
    office = here is not None and here["kind"] == "municipality"
    shown: dict[str, Any] = await _link_data(Role.DEPARTMENT)(dialog_manager, **more)
    return shown | {
        "movable": office and bool(data["regions"]),
        "within": "yes" if above else "no",
        "region": above["name"] if above else "-",
        "kind": here["kind"] if here else "municipality",
    }


async def region_data(dialog_manager: DialogManager, **more: Any) -> dict[str, Any]:
    data = await department_data(dialog_manager, **more)
    found = await departments_data(dialog_manager)
    regions = [{"id": row["id"], "label": row["name"]} for row in found["regions"]]
    return data | {"regions": regions, "inside": data["within"] == "yes"}


async def schools_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    places = await organisations.schools(
        unit_of(dialog_manager), department_id=_my_department(dialog_manager)
    )
    lonely = sum(1 for place in places if not place.members)
    rows = _rows(places, dialog_manager)
    return {"places": rows, "count": len(places), "lonely": lonely}


async def _show_link(manager: DialogManager, state: State, place: int, name: str) -> None:
    manager.dialog_data.update(place=place, name=name)
    await manager.switch_to(state)


async def on_department_name(manager: DialogManager, text: str) -> None:
    created = await organisations.found_department(unit_of(manager), name=text)
    await _show_link(manager, Departments.link, created, text)


async def on_region_name(manager: DialogManager, text: str) -> None:
    created = await organisations.found_region(unit_of(manager), name=text)
    await _show_link(manager, Departments.link, created, text)


async def on_region(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _put_below(manager, number(item))


async def on_no_region(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _put_below(manager, None)


async def _put_below(manager: DialogManager, region_id: int | None) -> None:
    department_id = manager.dialog_data["place"]
    await organisations.put_below(
        unit_of(manager), department_id=department_id, region_id=region_id
    )
    remark(manager, "place-saved")
    await manager.switch_to(Departments.link)


async def on_school_name(manager: DialogManager, text: str) -> None:
    created = await organisations.connect_school(
        unit_of(manager), department_id=_my_department(manager), name=text
    )
    await _show_link(manager, Schools.link, created, text)


def _opened(state: State) -> Any:
    async def open_place(
        _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
    ) -> None:
        data = await manager.load_data() | await (
            departments_data if state == Departments.link else schools_data
        )(dialog_manager=manager)
        row = next((row for row in data["places"] if str(row["id"]) == item), None)
        if row is not None:
            of_office = state == Schools.link and row["kind"] == "municipality"
            where = Schools.department_link if of_office else state
            await _show_link(manager, where, row["id"], row["name"])

    return open_place


def _link_data(role: Role) -> Any:
    async def data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        token = await invites.invite_staff(
            unit_of(dialog_manager),
            organisation_id=dialog_manager.dialog_data["place"],
            role=role,
        )
        return {
            "organisation": dialog_manager.dialog_data["name"],
            "link": invite_link(dialog_manager, token),
        }

    return data


async def on_file(manager: DialogManager, message: Message) -> None:
    file = files.incoming(message)
    if file is not None:
        await school_lists.receive(
            unit_of(manager), department_id=_my_department(manager), file=file
        )
        remark(manager, "school-list-taken")


@action("schools-save")
async def on_save(manager: DialogManager, argument: str) -> None:
    await school_lists.confirm(unit_of(manager), file_id=number(argument))
    remark(manager, "school-list-saving")


@action("school-links")
async def on_all_links(manager: DialogManager, _argument: str) -> None:
    await registers.send_links(
        unit_of(manager),
        department_id=_my_department(manager),
        address=str(invite_link(manager, "")),
    )
    remark(manager, "file-coming")


async def on_links(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await on_all_links(manager, "")


def _opens(state: State) -> Any:
    """Opens a dialog for the school on the screen."""

    async def open_for_school(
        _callback: CallbackQuery, _button: Button, manager: DialogManager
    ) -> None:
        await manager.start(state, {"place": manager.dialog_data["place"]})

    return open_for_school


def dialogs() -> list[Dialog]:
    menu.entry("departments", "menu-departments", Departments.list, Role.ADMIN)
    menu.entry("schools", "menu-schools", Schools.list, Role.DEPARTMENT)
    return [
        Dialog(
            Screen(
                Say("departments"),
                pages(choice("d", "places", _opened(Departments.link)), "dp"),
                go("departments-add", "add", Departments.name),
                go("departments-add-region", "region", Departments.region_name),
                leave("button-home"),
                state=Departments.list,
                getter=departments_data,
            ),
            Screen(
                Say("department-name"),
                typed(on_department_name, limit=organisations.NAME_LIMIT),
                go("button-back", "back", Departments.list),
                state=Departments.name,
            ),
            Screen(
                Say("department-link"),
                Say("department-region", when="movable"),
                go("department-region-button", "region", Departments.region, when="movable"),
                go("button-back", "back", Departments.list),
                leave("button-home"),
                state=Departments.link,
                getter=department_data,
            ),
            Screen(
                Say("region-name"),
                typed(on_region_name, limit=organisations.NAME_LIMIT),
                go("button-back", "back", Departments.list),
                state=Departments.region_name,
            ),
            Screen(
                Say("department-which-region"),
                pages(choice("r", "regions", on_region), "rp"),
                button("department-no-region", "none", on_no_region, when="inside"),
                go("button-back", "back", Departments.link),
                state=Departments.region,
                getter=region_data,
            ),
        ),
        Dialog(
            Screen(
                Say("schools"),
                pages(choice("s", "places", _opened(Schools.link)), "sp"),
                go("schools-add", "add", Schools.name),
                go("schools-load", "load", Schools.file),
                button("school-links-button", "all", on_links, when="count"),
                leave("button-home"),
                state=Schools.list,
                getter=schools_data,
            ),
            Screen(
                Say("school-name"),
                typed(on_school_name, limit=organisations.NAME_LIMIT),
                go("button-back", "back", Schools.list),
                state=Schools.name,
            ),
            Screen(
                Say("school-link"),
                go("school-head-button", "head", Schools.head_link),
                Row(
                    button("menu-staff", "staff", _opens(Staff.list)),
                    button("menu-place", "place", _opens(Place.card)),
                ),
                go("button-back", "back", Schools.list),
                leave("button-home"),
                state=Schools.link,
                getter=_link_data(Role.CURATOR),
            ),
            Screen(
                Say("department-link"),
                go("button-back", "back", Schools.list),
                leave("button-home"),
                state=Schools.department_link,
                getter=_link_data(Role.DEPARTMENT),
            ),
            Screen(
                Say("school-head-link"),
                go("button-back", "back", Schools.link),
                state=Schools.head_link,
                getter=_link_data(Role.HEAD),
            ),
            Screen(
                Say("school-list-ask"),
                files.file_input(on_file),
                go("button-back", "back", Schools.list),
                state=Schools.file,
            ),
        ),
    ]
