"""What is printed or shown of a link: its QR code, a page for the school's wall."""

import asyncio
from typing import Any

from core.clock import local_date
from core.errors import NotAllowed
from db.models import Invite
from documents import qr
from documents.paper import Paper
from mentoring.access import owner, use_case
from mentoring.files import Made, file_maker, send_file
from mentoring.people import invites
from mentoring.people.invites import Link
from mentoring.roles import Permission, Role
from mentoring.unit import Unit
from mentoring.words import words_in

_CODE_CENTIMETRES = 11.0


@use_case(Permission.KEEP_LINKS, target=owner(Invite, "invite_id"))
async def send_code(unit: Unit, *, invite_id: int, address: str) -> None:
    """Send the actor the link as a picture; `address` is the link as the messenger opens it."""
    await invites.card(unit, invite_id=invite_id)
    await send_file(unit, "invite-code", invite=invite_id, address=address)


@use_case(Permission.KEEP_LINKS, target=owner(Invite, "invite_id"))
async def send_poster(unit: Unit, *, invite_id: int, address: str) -> None:
    """Send the actor a page to print."""
    await invites.card(unit, invite_id=invite_id)
    await send_file(unit, "invite-poster", invite=invite_id, address=address)


async def _link(unit: Unit, args: dict[str, Any]) -> Link:
    link = await invites.card(unit, invite_id=args["invite"])
    if not str(args["address"]).endswith(link.token):
        raise NotAllowed
    return link


@file_maker("invite-code")
async def make_code(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    link = await _link(unit, args)
    if not link.works:
        return None
    role = words_in(unit.actor.locale).plain(f"role-as-{link.role}")
    data = await asyncio.to_thread(qr.png, args["address"])
    return Made(
        name=f"qr-{link.id}.png",
        data=data,
        caption="invite-code-caption",
        args={
            "role": role,
            "organisation": link.place,
            "until": local_date(link.expires_at, unit.timezone),
        },
        picture=True,
        personal=False,
    )


@file_maker("invite-poster")
async def make_poster(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    link = await _link(unit, args)
    if not link.works:
        return None
    data = await asyncio.to_thread(_poster, unit, link, args["address"])
    words = words_in(unit.actor.locale)
    return Made(
        name=f"{words.plain('poster-file-name')}-{link.id}.docx",
        data=data,
        caption="invite-poster-caption",
        args={"organisation": link.place},
        personal=False,
    )


def _poster(unit: Unit, link: Link, address: str) -> bytes:
    """One page: who invites whom, the code, the address in letters, how long it works."""
    words = words_in(unit.actor.locale)
    paper = Paper(size=14)
    paper.text(link.place, centred=True, size=16)
    paper.text(words.plain("poster-title"), bold=True, centred=True, size=30)
    if link.programme:
        paper.text(link.programme, centred=True, size=16)
    paper.text(words.plain("poster-call", role=link.role), centred=True, size=20)
    if link.label:
        label = link.label
        if link.role is Role.MENTEE:
            label = words.plain("poster-class", name=label)
        paper.text(label, bold=True, centred=True, size=20)
    paper.picture(qr.png(address), width=_CODE_CENTIMETRES)
    paper.text(words.plain("poster-how"), centred=True)
    paper.text(address, centred=True, size=12)
    paper.text(
        words.plain("poster-until", until=local_date(link.expires_at, unit.timezone)),
        centred=True,
        size=12,
    )
    return paper.done()
