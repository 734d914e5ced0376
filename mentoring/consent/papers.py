"""The text of a consent as a document: to be read, to be printed and signed."""

import asyncio
from typing import Any

from core.errors import Refusal
from db.models import Organisation
from db.queries import people
from documents.paper import Paper
from mentoring.consent import texts
from mentoring.consent.texts import Purpose, Version, filled
from mentoring.files import Made, file_maker, send_file
from mentoring.unit import Unit
from mentoring.words import words_in

_LINE = "_" * 46


async def send_text(unit: Unit, *, token: str, purpose: Purpose, version: int) -> None:
    """Send whoever holds a link the text they are asked to agree to."""
    await send_file(unit, "consent-text", token=token, purpose=purpose, version=version)


@file_maker("consent-text")
async def make_text(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    """The document. Raises Refusal when the link or the version is no more."""
    found = await people.invite_by_token(unit.session, args["token"])
    version = texts.version(Purpose(args["purpose"]), args["version"])
    if found is None or version is None:
        raise Refusal("consent-text-gone")
    language = words_in(unit.actor.locale).language
    return await made(unit, version, found[1].name, language)


@file_maker("consent-form")
async def make_form(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    """The same text with the participant's number, for the curator to know whose it is."""
    place = await unit.session.get(Organisation, args["organisation"])
    version = texts.version(Purpose(args["purpose"]), args["version"])
    if place is None or version is None:
        raise Refusal("consent-text-gone")
    language = words_in(unit.actor.locale).language
    return await made(unit, version, place.name, language, code=str(args["person"]))


async def made(
    unit: Unit, version: Version, organisation: str, language: str, code: str = ""
) -> Made:
    """One text as a .docx; `code` names the participant on the form without their name."""
    data = await asyncio.to_thread(_written, unit, version, organisation, language, code)
    words = words_in(unit.actor.locale)
    return Made(
        name=f"{words.plain('consent-file-name')}-{version.purpose}-{version.number}.docx",
        data=data,
        caption="consent-text-caption",
        args={"title": version.to(language).title},
        personal=False,
    )


def _written(unit: Unit, version: Version, organisation: str, language: str, code: str) -> bytes:
    words, text = words_in(unit.actor.locale), version.to(language)
    until = words.plain("consent-form-until", date=version.until(unit.today()))

    def place(words: str) -> str:
        return filled(words, organisation=organisation, version=version, until=until)

    paper = Paper()
    paper.heading(text.title)
    paper.text(organisation, centred=True)
    for key in ("consent-form-participant", "consent-form-year", "consent-form-representative"):
        paper.text(f"{words.plain(key)}: {_LINE}")
    for paragraph in text.body:
        paper.text(place(paragraph))
    paper.text(words.plain("consent-form-decision"), bold=True)
    for key in ("consent-form-sign", "consent-form-sign-representative"):
        paper.text(f"{words.plain(key)}: {_LINE}")
    paper.text(
        words.plain("consent-form-version", version=f"{version.purpose}-{version.number}")
        + (f"; {words.plain('consent-form-code', code=code)}" if code else "")
    )
    return paper.done()
