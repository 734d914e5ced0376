"""`mentoring-bot admin`: what an operator may need when the chat does not help.

Works on the database of the settings, beside a running bot; it needs no network. Whoever may run
it holds the server, so it acts with an administrator's rights.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from bot.cli.telling import failed, guarded, number, say

if TYPE_CHECKING:
    from mentoring.unit import Unit

Work = Callable[["Unit", argparse.Namespace], Awaitable[list[str]]]


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds `admin` with its commands; each sets `run`, which returns the exit code."""
    admin = subparsers.add_parser("admin", help="departments, links and seats, without the chat")
    commands = admin.add_subparsers(dest="admin_command", required=True)
    department = commands.add_parser("department", help="create a department, print its link")
    department.add_argument("name")
    _command(department, _department)
    invite = commands.add_parser("invite", help="make a new link for staff")
    invite.add_argument("organisation", type=number, help="its number, see `admin list`")
    invite.add_argument("role", help="department, methodologist, head or curator")
    invite.add_argument("--uses", type=number, help="for how many people")
    invite.add_argument("--days", type=number, help="how long it works")
    _command(invite, _invite)
    listing = commands.add_parser("list", help="organisations, or one's staff and links")
    listing.add_argument("organisation", type=number, nargs="?")
    _command(listing, _list)
    off = commands.add_parser("deactivate", help="revoke a link, end a seat")
    off.add_argument("what", choices=("link", "seat"))
    off.add_argument("number", type=number, help="see `admin list ORGANISATION`")
    _command(off, _deactivate)


def _command(parser: argparse.ArgumentParser, work: Work) -> None:
    parser.add_argument("--bot", default="", metavar="NAME", help="the bot's name, for links")
    parser.set_defaults(run=lambda arguments: _run(work, arguments))


def _run(work: Work, arguments: argparse.Namespace) -> int:
    return guarded(lambda: _done(work, arguments))


def _done(work: Work, arguments: argparse.Namespace) -> int:
    from bot.settings import load_settings  # noqa: PLC0415 - other commands must start quickly
    from core.errors import Refusal  # noqa: PLC0415
    from core.translator import Translator  # noqa: PLC0415

    try:
        lines = asyncio.run(_work(load_settings(), work, arguments))
    except Refusal as refusal:
        if refusal.key == "refused":
            return failed("there is no such thing, or the role has no place there")
        return failed(Translator().to("en").plain(refusal.key, **refusal.arguments))
    for line in lines:
        say(line)
    return 0


async def _work(settings: Any, work: Work, arguments: argparse.Namespace) -> list[str]:
    """Do it as an administrator, in one transaction."""
    from core.clock import SystemClock  # noqa: PLC0415
    from db.engines import Database  # noqa: PLC0415
    from mentoring.unit import Actor, Unit  # noqa: PLC0415

    database = Database(settings.database_url)
    try:
        async with database.begin() as session:
            unit = Unit(
                session=session,
                now=SystemClock().now(),
                actor=Actor(telegram_id=0, is_admin=True),
                default_timezone=settings.default_timezone,
            )
            return await work(unit, arguments)
    finally:
        await database.close()


async def _department(unit: Unit, arguments: argparse.Namespace) -> list[str]:
    from mentoring.people import invites, organisations  # noqa: PLC0415
    from mentoring.roles import Role  # noqa: PLC0415

    name = " ".join(arguments.name.split())
    if not 0 < len(name) <= organisations.NAME_LIMIT:
        raise SystemExit(failed(f"a name of 1 to {organisations.NAME_LIMIT} characters is needed"))
    created = await organisations.found_department(unit, name=name)
    link = await invites.create(unit, organisation_id=created, role=Role.DEPARTMENT)
    return [f"department {created}: {name}", *await _told(unit, link, arguments)]


async def _invite(unit: Unit, arguments: argparse.Namespace) -> list[str]:
    from mentoring.people import invites  # noqa: PLC0415

    allowed = await invites.choices(unit, organisation_id=arguments.organisation)
    role = next((role for role in allowed if role == arguments.role), None)
    if role is None:
        known = ", ".join(allowed) or "none: there is no such organisation"
        raise SystemExit(failed(f"roles for organisation {arguments.organisation}: {known}"))
    link = await invites.create(unit, organisation_id=arguments.organisation, role=role)
    await invites.limit(unit, invite_id=link, uses=arguments.uses, days=arguments.days)
    return await _told(unit, link, arguments)


async def _told(unit: Unit, link_id: int, arguments: argparse.Namespace) -> list[str]:
    from mentoring.people import invites  # noqa: PLC0415

    link = await invites.card(unit, invite_id=link_id)
    address = f"https://t.me/{arguments.bot or '<bot>'}?start={link.token}"
    until = f"{link.expires_at:%Y-%m-%d}"
    return [f"link {link.id} ({link.role}, {link.left} uses, until {until})", address]


async def _list(unit: Unit, arguments: argparse.Namespace) -> list[str]:
    from mentoring.people import invites, organisations, seats  # noqa: PLC0415

    if arguments.organisation is None:
        places = await organisations.everything(unit)
        return [
            f"{'  ' * place.depth}{place.id}  {place.kind}  {place.name}  ({place.members} people)"
            for place in places
        ] or ["no organisations yet: mentoring-bot admin department NAME"]
    if all(place.id != arguments.organisation for place in await organisations.everything(unit)):
        raise SystemExit(failed(f"there is no organisation {arguments.organisation}"))
    staff = await seats.staff(unit, organisation_id=arguments.organisation)
    links = await invites.listed(unit, organisation_id=arguments.organisation)
    return [
        *(
            f"seat {seat.id}  {seat.role}  {seat.name}  since {seat.since:%Y-%m-%d}"
            for seat in staff
        ),
        *(
            f"link {link.id}  {link.role}  {link.used} used, {link.left} left, "
            f"until {link.expires_at:%Y-%m-%d}{'' if link.works else ', off'}"
            for link in links
        ),
    ] or ["neither staff nor links here"]


async def _deactivate(unit: Unit, arguments: argparse.Namespace) -> list[str]:
    from mentoring.people import invites, seats  # noqa: PLC0415

    if arguments.what == "link":
        await invites.revoke(unit, invite_id=arguments.number)
        return [f"link {arguments.number} is off"]
    await seats.end(unit, membership_id=arguments.number)
    return [f"seat {arguments.number} has ended"]
