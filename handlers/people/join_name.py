"""The last step of a link: under what name somebody comes in, and in they are."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from core.names import given_of
from handlers.kit.actions import number
from handlers.kit.onward import onward
from handlers.kit.screens import Say, Screen, button, choice, go, leave, pages, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people import claiming, own_phone
from handlers.people.states import Join
from mentoring.consent.rules import YOUNGEST, is_minor
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.people import joining
from mentoring.roles import Role

# So many years stand on the buttons at once, the youngest decade first.
_DECADES = 6


def token_of(manager: DialogManager) -> str:
    """The link's."""
    return str(manager.dialog_data.get("token", ""))


def _suggested(manager: DialogManager) -> str:
    """The name the person is known under here, else the one Telegram shows."""
    user = manager.middleware_data.get("event_from_user")
    known = unit_of(manager).actor.name
    shown = " ".join((user.full_name if user else "").split())
    return (known or shown)[: joining.NAME_LIMIT]


async def invitation_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    words = words_of(dialog_manager)
    unit = unit_of(dialog_manager)
    invitation = await joining.read_invitation(unit, token=token_of(dialog_manager))
    latest = unit.today().year - YOUNGEST
    decades = [latest // 10 * 10 - 10 * back for back in range(_DECADES)]
    return {
        "organisation": invitation.organisation,
        "role": words.plain(f"role-as-{invitation.role}"),
        "name": _suggested(dialog_manager),
        "child": invitation.child,
        "for_child": bool(invitation.child),
        "staff": invitation.role not in {*REQUIRED, Role.REPRESENTATIVE},
        "decades": [
            {"id": decade, "label": words.plain("join-decade", first=str(decade))}
            for decade in decades
        ],
    }


async def come_in(manager: DialogManager, name: str, given: str | None = None) -> None:
    """Take the link, under this name, with the consents that were given on the way."""
    data, words = manager.dialog_data, words_of(manager)
    # Read before: the last place on the link may be taken by this.
    child = (await joining.read_invitation(unit_of(manager), token=token_of(manager))).child
    joined = await joining.join(
        unit_of(manager),
        token=token_of(manager),
        name=name,
        language=words.language,
        given=given,
        birth_year=data.get("year"),
        listed=data.get("listed"),
        agreed=[Purpose(purpose) for purpose in data.get("agreed", [])],
        right=bool(data.get("right")),
    )
    if child and data.get("agreed"):
        remark(manager, "joined-for-child", child=child)
    elif joined.admitted:
        remark(manager, "joined", role=words.plain(f"role-as-{joined.role}"))
    await manager.middleware_data["reseat"](manager.middleware_data["turn"])
    if data.get("record"):
        await claiming.onward_from(manager, right=bool(data.get("right")))
    else:
        await onward(manager)


async def _named(manager: DialogManager, name: str) -> None:
    """In, unless it cannot be told which word of a minor's name is the given one."""
    year = manager.dialog_data.get("year")
    minor = year is not None and is_minor(year, unit_of(manager).today())
    if minor and len(name.split()) > 1 and given_of(name) is None:
        manager.dialog_data["name"] = name
        await manager.switch_to(Join.given)
        return
    await come_in(manager, name)


async def given_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    name = dialog_manager.dialog_data.get("name", "")
    rows = [{"id": place, "label": word[:30]} for place, word in enumerate(name.split()[:4])]
    return {"name": name, "parts": rows}


async def on_given(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    name = manager.dialog_data.get("name", "")
    words = name.split()
    place = number(item)
    await come_in(manager, name, words[place][:60] if place < len(words) else None)


async def name_data(dialog_manager: DialogManager, **more: Any) -> dict[str, Any]:
    shown = await invitation_data(dialog_manager, **more)
    return shown | {"has_list": await own_phone.offered(dialog_manager, token_of(dialog_manager))}


async def on_confirm(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("listed", None)
    await _named(manager, _suggested(manager))


async def on_name(manager: DialogManager, text: str) -> None:
    manager.dialog_data.pop("listed", None)
    await _named(manager, " ".join(text.split()))


def screens() -> list[Screen]:
    return [
        Screen(
            Say("join", when="staff"),
            Say("join-name", when=lambda data, *_: not data["staff"]),
            button("join-confirm", "yes", on_confirm),
            go("join-phone", "phone", Join.phone, when="has_list"),
            leave("join-refuse"),
            typed(on_name, limit=joining.NAME_LIMIT),
            state=Join.name,
            getter=name_data,
        ),
        *own_phone.screens(_named),
        Screen(
            Say("join-given"),
            pages(choice("g", "parts", on_given), "gp"),
            go("button-back", "back", Join.name),
            state=Join.given,
            getter=given_data,
        ),
    ]
