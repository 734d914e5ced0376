"""Links that bring people in: which there are, how many came by each, new ones, posters."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Row

from core.clock import local_date
from handlers.kit import menu
from handlers.kit.actions import number
from handlers.kit.labels import WHOLE, shortened
from handlers.kit.links import invite_link
from handlers.kit.paging import shown
from handlers.kit.screens import Say, SayEach, Screen, button, choice, go, leave, pages, typed
from handlers.kit.starting import adopt
from handlers.kit.turn import remark, unit_of, words_of
from mentoring.people import invites, posters
from mentoring.people.invites import Link
from mentoring.roles import Role

PAGE = 6
USES = (1, 10, 30, 200)
DAYS = (7, 30, 90, 365)


class Links(StatesGroup):
    """Invitations of one organisation."""

    list = State()
    role = State()
    programme = State()
    label = State()
    card = State()
    limits = State()
    revoke = State()


def here(manager: DialogManager) -> int:
    """The organisation the dialog was opened for, else the one the person acts from."""
    hat = unit_of(manager).actor.hat
    place = manager.dialog_data.get("place")
    return int(place) if place else hat.organisation_id if hat else 0


def _row(manager: DialogManager, link: Link) -> dict[str, Any]:
    words = words_of(manager)
    role = words.plain(f"role-{link.role}")
    name = f"{role}, {link.label}" if link.label else role
    return {
        "id": link.id,
        "label": shortened(name, WHOLE),
        "name": name,
        "used": link.used,
        "left": link.left,
        "until": local_date(link.expires_at, unit_of(manager).timezone),
        "works": "yes" if link.works else "no",
        "people": link.people,
        "arrived": link.arrived,
        "of_class": link.people > 0,
        "class": link.label,
    }


async def list_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await invites.listed(unit_of(dialog_manager), organisation_id=here(dialog_manager))
    rows = [_row(dialog_manager, link) for link in found]
    return {
        "links": rows,
        "rows": await shown(dialog_manager, "lp", rows, PAGE),
        "count": len(rows),
    }


async def role_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    roles = await invites.choices(unit_of(dialog_manager), organisation_id=here(dialog_manager))
    return {"roles": [{"id": role, "label": words.plain(f"role-{role}")} for role in roles]}


async def programme_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    found = await invites.programmes(unit_of(dialog_manager), organisation_id=here(dialog_manager))
    rows = [{"id": one.id, "label": shortened(one.name, WHOLE), "name": one.name} for one in found]
    return {"programmes": rows}


async def label_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    found = await invites.classes(unit_of(dialog_manager), organisation_id=here(dialog_manager))
    return {
        "classes": [
            {
                "id": place,
                "name": one.name,
                "label": shortened(
                    words.plain(
                        "link-class", name=one.name, arrived=one.arrived, people=one.people
                    ),
                    WHOLE,
                ),
            }
            for place, one in enumerate(found)
        ]
    }


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    link = await invites.card(
        unit_of(dialog_manager), invite_id=dialog_manager.dialog_data.get("link", 0)
    )
    return _row(dialog_manager, link) | {
        "role": words.plain(f"role-{link.role}"),
        "organisation": link.place,
        "detail": ", ".join(part for part in (link.programme, link.label) if part),
        "labelled": bool(link.programme or link.label),
        "link": invite_link(dialog_manager, link.token),
        "open": link.works,
    }


async def limits_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    return await card_data(dialog_manager) | {
        "uses": [{"id": one, "label": words.plain("link-uses", count=one)} for one in USES],
        "days": [{"id": one, "label": words.plain("link-days", count=one)} for one in DAYS],
    }


async def on_link(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["link"] = number(item)
    await manager.switch_to(Links.card)


async def on_role(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data.update(role=item, programme=None)
    if item in (Role.MENTOR, Role.MENTEE):
        found = await invites.programmes(unit_of(manager), organisation_id=here(manager))
        if len(found) > 1:
            await manager.switch_to(Links.programme)
            return
        manager.dialog_data["programme"] = found[0].id if found else None
    await _labelled_or_made(manager)


async def on_programme(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["programme"] = number(item)
    await _labelled_or_made(manager)


async def _labelled_or_made(manager: DialogManager) -> None:
    if manager.dialog_data["role"] == Role.MENTEE:
        await manager.switch_to(Links.label)
    else:
        await _make(manager, "")


async def on_label(manager: DialogManager, text: str) -> None:
    await _make(manager, " ".join(text.split()))


async def on_class(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    found = await invites.classes(unit_of(manager), organisation_id=here(manager))
    place = number(item)
    if 0 <= place < len(found):
        await _make(manager, found[place].name)


async def on_no_label(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _make(manager, "")


async def _make(manager: DialogManager, label: str) -> None:
    data, unit, place = manager.dialog_data, unit_of(manager), here(manager)
    allowed = await invites.choices(unit, organisation_id=place)
    role = next((role for role in allowed if role == data.get("role")), None)
    if role is None:
        # The person's own role has changed since the choice was made.
        await manager.switch_to(Links.list)
        return
    data["link"] = await invites.create(
        unit, organisation_id=place, role=role, label=label, programme_id=data.get("programme")
    )
    await manager.switch_to(Links.card)


async def on_code(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await posters.send_code(unit_of(manager), **await _addressed(manager))
    remark(manager, "file-coming")


async def on_poster(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await posters.send_poster(unit_of(manager), **await _addressed(manager))
    remark(manager, "file-coming")


async def _addressed(manager: DialogManager) -> dict[str, Any]:
    link = await invites.card(unit_of(manager), invite_id=manager.dialog_data.get("link", 0))
    return {"invite_id": link.id, "address": str(invite_link(manager, link.token))}


async def on_uses(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _limit(manager, uses=number(item), days=None)


async def on_days(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _limit(manager, uses=None, days=number(item))


async def on_typed_uses(manager: DialogManager, text: str) -> None:
    wanted = number(text.split(maxsplit=1)[0])
    if not 1 <= wanted <= invites.MOST_USES:
        remark(manager, "link-uses-wrong", most=invites.MOST_USES)
        return
    await _limit(manager, uses=wanted, days=None)


async def _limit(manager: DialogManager, uses: int | None, days: int | None) -> None:
    link = manager.dialog_data.get("link", 0)
    await invites.limit(unit_of(manager), invite_id=link, uses=uses, days=days)
    await manager.switch_to(Links.card)


async def on_revoke(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await invites.revoke(unit_of(manager), invite_id=manager.dialog_data.get("link", 0))
    remark(manager, "link-revoked")
    await manager.switch_to(Links.list)


def dialog() -> Dialog:
    keepers = (Role.CURATOR, Role.HEAD, Role.DEPARTMENT)
    menu.entry("links", "menu-links", Links.list, *keepers, group="people")
    return Dialog(
        Screen(
            Say("links"),
            SayEach("links-row", "rows"),
            pages(choice("l", "links", on_link), "lp", height=PAGE),
            go("links-new", "new", Links.role),
            leave("button-back"),
            state=Links.list,
            getter=list_data,
        ),
        Screen(
            Say("link-role"),
            pages(choice("r", "roles", on_role), "rp"),
            go("button-back", "back", Links.list),
            state=Links.role,
            getter=role_data,
        ),
        Screen(
            Say("link-programme"),
            SayEach("register-line", "programmes"),
            pages(choice("p", "programmes", on_programme), "pp"),
            go("button-back", "back", Links.role),
            state=Links.programme,
            getter=programme_data,
        ),
        Screen(
            Say("link-label"),
            pages(choice("c", "classes", on_class), "cp", height=5),
            button("link-no-label", "none", on_no_label),
            typed(on_label, limit=invites.LABEL_LIMIT),
            go("button-back", "back", Links.role),
            state=Links.label,
            getter=label_data,
        ),
        Screen(
            Say("link-card"),
            Say("link-detail", when="labelled"),
            Say("link-text", when="open"),
            Say("link-counts"),
            Say("link-class-counts", when="of_class"),
            Row(
                button("link-code", "code", on_code, when="open"),
                button("link-poster", "poster", on_poster, when="open"),
            ),
            go("link-limits", "limits", Links.limits, when="open"),
            go("link-revoke", "revoke", Links.revoke, when="open"),
            go("button-back", "back", Links.list),
            state=Links.card,
            getter=card_data,
        ),
        Screen(
            Say("link-limits-ask"),
            Group(choice("u", "uses", on_uses), width=4),
            Group(choice("d", "days", on_days), width=4),
            typed(on_typed_uses, limit=20),
            go("button-back", "back", Links.card),
            state=Links.limits,
            getter=limits_data,
        ),
        Screen(
            Say("link-revoke-ask"),
            button("link-revoke", "yes", on_revoke),
            go("button-back", "back", Links.card),
            state=Links.revoke,
            getter=card_data,
        ),
        on_start=adopt,
    )
