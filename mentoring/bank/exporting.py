"""The two banks as a spreadsheet, with the columns that the methodology asks for."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from core.clock import local_date
from core.translator import Words
from db.queries import bank_export as queries
from db.types import AnyRow
from documents.workbook import Cell, Sheet, workbook
from mentoring import audit
from mentoring.access import organisation, use_case
from mentoring.bank.status import Side
from mentoring.files import Made, file_maker, send_file
from mentoring.programmes.forms import shipped
from mentoring.roles import Permission
from mentoring.surveys import taxonomy
from mentoring.unit import Unit
from mentoring.words import words_in

_MENTEE_COLUMNS = (
    "number",
    "name",
    "contact",
    "birth-year",
    "request",
    "entered",
    "mentor",
    "form",
    "mentor-place",
    "ended",
    "results",
    "link",
    "done",
)
_MENTOR_COLUMNS = (
    "number",
    "name",
    "contact",
    "place",
    "competences",
    "achievements",
    "interests",
    "ages",
    "time",
    "entered",
    "mentees",
    "form",
    "mentee-place",
    "ended",
    "results",
    "link",
)


@dataclass(frozen=True, slots=True)
class Banks:
    """Everything the sheets are made of. Requests are by profile, partners by (person, side)."""

    profiles: Sequence[AnyRow]
    requests: dict[int, list[AnyRow]]
    partners: dict[tuple[int, str], list[AnyRow]]


@use_case(Permission.KEEP_BANK, target=organisation("organisation_id"))
async def request_export(unit: Unit, *, organisation_id: int) -> None:
    """Have both banks sent to the actor as a file. It is noted who took them out."""
    audit.record(unit, organisation_id, "bank-exported")
    await send_file(unit, "bank-export", organisation=organisation_id)


@use_case(Permission.KEEP_BANK, target=organisation("organisation_id"))
async def banks(unit: Unit, *, organisation_id: int) -> Banks:
    """Both banks; people who are only listed are in neither."""
    requests: dict[int, list[AnyRow]] = defaultdict(list)
    for row in await queries.requests(unit.session, organisation_id):
        requests[row.profile_id].append(row)
    partners: dict[tuple[int, str], list[AnyRow]] = defaultdict(list)
    for row in await queries.partners(unit.session, organisation_id):
        partners[row.person_id, row.side].append(row)
    profiles = await queries.profiles(unit.session, organisation_id)
    return Banks(profiles, requests, partners)


@file_maker("bank-export")
async def make_export(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    found = await banks(unit, organisation_id=int(args["organisation"]))
    words, today = words_in(unit.actor.locale), unit.today()
    writer = _Writer(words, unit.timezone, found)
    data = await asyncio.to_thread(workbook, [writer.mentees(), writer.mentors()])
    name = f"{words.plain('bank-export-file')}-{today.isoformat()}.xlsx"
    return Made(name=name, data=data, caption="bank-export-caption", args={"day": today})


class _Writer:
    """Puts rows into the words of one reader."""

    def __init__(self, words: Words, timezone: str, found: Banks) -> None:
        self._words = words
        self._timezone = timezone
        self._found = found

    def mentees(self) -> Sheet:
        return self._sheet(Side.MENTEE, _MENTEE_COLUMNS, self._mentee)

    def mentors(self) -> Sheet:
        return self._sheet(Side.MENTOR, _MENTOR_COLUMNS, self._mentor)

    def _sheet(
        self, side: Side, columns: Sequence[str], cells: Callable[[AnyRow], list[Cell]]
    ) -> Sheet:
        rows = [row for row in self._found.profiles if row.Profile.side == side]
        return Sheet(
            title=self._words.plain(f"bank-sheet-{side}"),
            head=[self._words.plain(f"bank-column-{column}") for column in columns],
            rows=[[number, *cells(row)] for number, row in enumerate(rows, start=1)],
        )

    def _mentee(self, row: AnyRow) -> list[Cell]:
        partners = self._found.partners.get((row.person_id, Side.MENTEE), [])
        requests = self._found.requests.get(row.Profile.id, [])
        ended = self._ended(partners)
        return [
            row.name,
            row.phone or "",
            row.birth_year,
            "; ".join(filter(None, map(self._request, requests))),
            self._day(row.Profile.created_at),
            _names(partners),
            self._form(row.form),
            _joined(one.workplace or one.post or one.class_name for one in partners),
            ended,
            "",
            "",
            self._words.plain("bank-done") if ended else "",
        ]

    def _mentor(self, row: AnyRow) -> list[Cell]:
        profile = row.Profile
        partners = self._found.partners.get((row.person_id, Side.MENTOR), [])
        hours = profile.traits.get("hours")
        return [
            row.name,
            row.phone or "",
            _joined([profile.workplace, profile.post, profile.class_name], ", "),
            _joined([*self._said("topics", profile.topics), profile.competences]),
            profile.achievements,
            _joined(self._said("interests", profile.traits.get("interests", ()))),
            _joined(self._said("ages", profile.wished_ages)),
            _joined(
                [
                    *self._said("times", profile.free_time),
                    self._words.plain("bank-hours", hours=hours) if hours else "",
                ]
            ),
            self._day(profile.created_at),
            _names(partners),
            self._form(row.form),
            _joined(one.class_name or one.post or one.workplace for one in partners),
            self._ended(partners),
            "",
            "",
        ]

    def _request(self, row: AnyRow) -> str:
        said = _joined([*self._said("topics", row.topics), row.text])
        voice = self._words.plain(f"bank-voice-{row.voiced_by}")
        return said if row.voiced_by == "self" else f"{said} ({voice})"

    def _said(self, name: str, keys: Sequence[str]) -> list[str]:
        found = (taxonomy.words(name, key) for key in keys)
        return [one.to(self._words.language) for one in found if one]

    def _form(self, key: str) -> str:
        form = shipped().get(key)
        return (form.title.get(self._words.language) or form.title["ru"]) if form else key

    def _day(self, instant: datetime) -> date:
        return local_date(instant, self._timezone)

    @staticmethod
    def _ended(partners: Sequence[AnyRow]) -> date | None:
        """The last day of somebody all of whose pairs are over."""
        days = [one.ended_on for one in partners]
        return max(days) if days and all(days) else None


def _names(partners: Sequence[AnyRow]) -> str:
    return _joined(one.partner for one in partners)


def _joined(parts: Any, mark: str = "; ") -> str:
    return mark.join(dict.fromkeys(part for part in parts if part))
