"""By a link into an organisation: who invites, the year of birth, consents, under what name."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import Dialog, DialogManager
from aiogram_dialog.widgets.kbd import Button, Group

from handlers.consent.showing import spoken
from handlers.kit.actions import number
from handlers.kit.navigation import go_home
from handlers.kit.screens import Say, Screen, button, choice, go, leave, typed
from handlers.kit.turn import remark, unit_of, words_of
from handlers.people import claiming, join_name
from handlers.people.join_name import invitation_data, token_of
from handlers.people.states import Join
from mentoring.consent import papers, questions
from mentoring.consent.rules import OLDEST, YOUNGEST, Channel, plausible
from mentoring.consent.texts import REQUIRED
from mentoring.people import joining
from mentoring.roles import Role


def first_window(invitation: joining.Invitation) -> State:
    """Where somebody begins: what is known already is not asked."""
    if invitation.record:
        return Join.held
    if invitation.role is Role.REPRESENTATIVE:
        return Join.consent
    if invitation.role in REQUIRED:
        return Join.year if invitation.birth_year is None else Join.consent
    return Join.name


async def begin(data: Any, manager: DialogManager) -> None:
    """What the link is, and a year that is known already."""
    if isinstance(data, dict):
        manager.dialog_data.update(data)
        if data.get("asking"):
            await _ask(manager)


def start_data(invitation: joining.Invitation) -> dict[str, Any]:
    """What the dialog is opened with."""
    year = invitation.birth_year if invitation.role in REQUIRED else None
    asking = first_window(invitation) is Join.consent
    return {
        "token": invitation.token,
        "year": year,
        "asking": asking,
        "record": invitation.record,
    }


async def years_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    unit = unit_of(dialog_manager)
    latest, decade = unit.today().year - YOUNGEST, dialog_manager.dialog_data.get("decade", 0)
    years = [year for year in range(decade, decade + 10) if latest - OLDEST <= year <= latest]
    return {"years": [{"id": year, "label": str(year)} for year in years]}


async def on_decade(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    manager.dialog_data["decade"] = number(item)
    await manager.switch_to(Join.years)


async def on_year(
    _callback: CallbackQuery, _widget: Any, manager: DialogManager, item: str
) -> None:
    await _year(manager, number(item))


async def on_typed_year(manager: DialogManager, text: str) -> None:
    await _year(manager, number(text.split(maxsplit=1)[0]))


async def _year(manager: DialogManager, year: int) -> None:
    today = unit_of(manager).today()
    if not plausible(year, today):
        remark(
            manager,
            "join-year-wrong",
            first=str(today.year - OLDEST),
            last=str(today.year - YOUNGEST),
        )
        return
    manager.dialog_data["year"] = year
    await _ask(manager)


async def _ask(manager: DialogManager, at: int = 0) -> None:
    """The consent number `at`, or the name behind the last one; a record has a name already."""
    data = manager.dialog_data
    data.setdefault("agreed", [])
    asked = await _asks(manager)
    if at < len(asked):
        data["at"] = at
        await manager.switch_to(Join.consent)
    elif data.get("record"):
        await join_name.come_in(manager, "")
    else:
        await manager.switch_to(Join.name)


async def _to_consents(manager: DialogManager) -> None:
    """Whoever takes their record over: only what it lacks is asked."""
    if manager.dialog_data.get("year") is None:
        await manager.switch_to(Join.year)
    else:
        await _ask(manager)


async def _asks(manager: DialogManager) -> list[joining.Ask]:
    return await joining.asks(
        unit_of(manager), token=token_of(manager), birth_year=manager.dialog_data.get("year")
    )


async def _asked(manager: DialogManager) -> joining.Ask | None:
    asked, at = await _asks(manager), manager.dialog_data.get("at", 0)
    return asked[at] if at < len(asked) else None


async def consent_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    ask = await _asked(dialog_manager)
    invitation = await joining.read_invitation(
        unit_of(dialog_manager), token=token_of(dialog_manager)
    )
    shown = {
        "child": invitation.child,
        "organisation": invitation.organisation,
        "role": words_of(dialog_manager).plain(f"role-as-{invitation.role}"),
        "for_child": bool(invitation.child),
    }
    if ask is None:
        # Everything is there already: only the name is left.
        return shown | {"title": "", "summary": "", "nothing": True}
    by_button = ask.channel is Channel.BUTTON and ask.own
    return (
        shown
        | spoken(dialog_manager, ask.version, ask.organisation)
        | {
            "by_button": by_button,
            "on_paper": ask.channel is Channel.PAPER and not invitation.child,
            "parents_on_paper": ask.channel is Channel.PAPER and bool(invitation.child),
            "parents_alone": ask.parents and not ask.own and not invitation.child,
            "parents_too": ask.parents and ask.own and by_button and not invitation.child,
            "carry_on": not by_button,
        }
    )


async def on_agree(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    ask = await _asked(manager)
    if ask is not None and ask.own and ask.channel is Channel.BUTTON:
        agreed = manager.dialog_data["agreed"]
        if ask.purpose not in agreed:
            agreed.append(str(ask.purpose))
    await _ask(manager, manager.dialog_data.get("at", 0) + 1)


async def on_refuse(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    remark(manager, "join-refused")
    await go_home(manager)


async def on_text(_callback: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The full text as a document: what is read, and what is signed on paper."""
    ask = await _asked(manager)
    if ask is not None:
        await papers.send_text(
            unit_of(manager),
            token=token_of(manager),
            purpose=ask.purpose,
            version=ask.version.number,
        )
        remark(manager, "consent-text-sent")


async def on_question(manager: DialogManager, text: str) -> None:
    await questions.ask_by_link(unit_of(manager), token=token_of(manager), text=text)
    remark(manager, "question-sent")
    await manager.switch_to(Join.consent)


def dialog() -> Dialog:
    return Dialog(
        claiming.screen(_to_consents),
        Screen(
            Say("join-year"),
            Group(choice("d", "decades", on_decade), width=2),
            leave("join-refuse"),
            typed(on_typed_year, limit=40),
            state=Join.year,
            getter=invitation_data,
        ),
        Screen(
            Say("join-which-year"),
            Group(choice("y", "years", on_year), width=5),
            go("button-back", "back", Join.year),
            typed(on_typed_year, limit=40),
            state=Join.years,
            getter=years_data,
        ),
        Screen(
            Say("join-for-child", when="for_child"),
            Say("consent-summary", when="title"),
            Say("join-nothing-missing", when="nothing"),
            Say("consent-on-paper", when="on_paper"),
            Say("consent-parents-on-paper", when="parents_on_paper"),
            Say("consent-parents-alone", when="parents_alone"),
            Say("consent-parents-too", when="parents_too"),
            button("consent-agree", "yes", on_agree, when="by_button"),
            button("consent-go-on", "on", on_agree, when="carry_on"),
            button("consent-go-on", "next", on_agree, when="nothing"),
            button("consent-text", "text", on_text, when="title"),
            go("consent-question", "ask", Join.question),
            button("consent-refuse", "no", on_refuse, when="title"),
            leave("join-refuse"),
            state=Join.consent,
            getter=consent_data,
        ),
        Screen(
            Say("question-ask"),
            typed(on_question, limit=questions.LIMIT),
            go("button-back", "back", Join.consent),
            state=Join.question,
        ),
        *join_name.screens(),
        on_start=begin,
    )
