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
from mentoring.consent.rules import is_minor
from mentoring.files import Made, file_maker, send_file
from mentoring.pairs.states import RUNNING, State
from mentoring.programmes import kinds
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
    """Everything the sheets are made of.

    Requests are by profile, partners by (person, side), representatives by child, titles of forms
    of mentoring by their keys.
    """

    profiles: Sequence[AnyRow]
    requests: dict[int, list[AnyRow]]
    partners: dict[tuple[int, str], list[AnyRow]]
    representatives: dict[int, list[AnyRow]]
    kinds: dict[str, kinds.Kind]


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
    speakers: dict[int, list[AnyRow]] = defaultdict(list)
    for row in await queries.representatives(unit.session, organisation_id):
        speakers[row.child_id].append(row)
    profiles = await queries.profiles(unit.session, organisation_id)
    known = await kinds.all_of(unit, organisation_id)
    return Banks(profiles, requests, partners, speakers, known)


@file_maker("bank-export")
async def make_export(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made:
    found = await banks(unit, organisation_id=int(args["organisation"]))
    words, today = words_in(unit.actor.locale), unit.today()
    writer = _Writer(words, unit.timezone, today, found)
    data = await asyncio.to_thread(workbook, [writer.mentees(), writer.mentors()])
    name = f"{words.plain('bank-export-file')}-{today.isoformat()}.xlsx"
    return Made(name=name, data=data, caption="bank-export-caption", args={"day": today})


class _Writer:
    """Puts rows into the words of one reader."""

    def __init__(self, words: Words, timezone: str, today: date, found: Banks) -> None:
        self._words = words
        self._timezone = timezone
        self._today = today
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
        partners = self._partners(row, Side.MENTEE)
        requests = self._found.requests.get(row.Profile.id, [])
        done = any(one.status == State.COMPLETED for one in partners)
        return [
            row.name,
            self._contact(row),
            row.birth_year,
            "; ".join(filter(None, map(self._request, requests))),
            self._day(row.Profile.created_at),
            _names(partners),
            self._form(row.form),
            _joined(one.workplace or one.post or one.class_name for one in partners),
            self._ended(partners),
            self._results(partners),
            "",
            self._words.plain("bank-done") if done else "",
        ]

    def _mentor(self, row: AnyRow) -> list[Cell]:
        profile = row.Profile
        partners = self._partners(row, Side.MENTOR)
        hours = profile.traits.get("hours")
        return [
            row.name,
            self._contact(row),
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
            self._results(partners),
            "",
        ]

    def _partners(self, row: AnyRow, side: Side) -> list[AnyRow]:
        """Those of this programme, and those outside of any."""
        found = self._found.partners.get((row.person_id, side), [])
        return [one for one in found if one.programme_id in {None, row.Profile.programme_id}]

    def _contact(self, row: AnyRow) -> str:
        """The person's own, and of a minor whoever speaks for them."""
        speakers: Sequence[AnyRow] = ()
        if is_minor(row.birth_year, self._today):
            speakers = self._found.representatives.get(row.person_id, ())
        said = (_joined([one.name, one.phone], ", ") for one in speakers)
        return _joined([row.phone, *said])

    def _results(self, partners: Sequence[AnyRow]) -> str:
        """How many meetings there were, and how the pairs that are over ended."""
        pairs = {(one.pair_id, one.status, one.held) for one in partners}
        return _joined(
            self._words.plain("bank-result", status=status, count=held)
            for _pair, status, held in sorted(pairs)
            if held or status not in RUNNING
        )

    def _request(self, row: AnyRow) -> str:
        said = _joined([*self._said("topics", row.topics), row.text])
        voice = self._words.plain(f"bank-voice-{row.voiced_by}")
        return said if row.voiced_by == "self" else f"{said} ({voice})"

    def _said(self, name: str, keys: Sequence[str]) -> list[str]:
        found = (taxonomy.words(name, key) for key in keys)
        return [one.to(self._words.language) for one in found if one]

    def _form(self, key: str) -> str:
        kind = self._found.kinds.get(key)
        return kind.title_in(self._words.language) if kind else key

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
