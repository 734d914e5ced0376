"""A person's own meetings as they look back on them: held, in dispute, or fallen through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from core.errors import NotAllowed
from db.queries import meetings as queries
from db.types import AnyRow
from mentoring.access import oneself, use_case
from mentoring.meetings.feedback import OPEN_FOR
from mentoring.meetings.status import FELL_THROUGH, KNOWN_REASONS, PAST, Status
from mentoring.people.naming import shown
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

_TOLD = (*PAST, *FELL_THROUGH)


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """A meeting as one of its sides sees it: only their own mark and words.

    The note is the recorder's own, others get an empty one; `said` is what the partners have
    written for them to read. `reason`: why it fell through, one of KNOWN_REASONS; the words of
    another are empty.
    """

    id: int
    status: Status
    held_on: date
    kind: str
    minutes: int
    side: Role
    partners: tuple[str, ...]
    note: str
    mark: int | None
    words: str
    # Whether a mark may be given or changed now.
    is_open: bool
    pair_id: int = 0
    organisation_id: int = 0
    shared_note: str = ""
    agreed: str = ""
    said: tuple[tuple[str, str], ...] = ()
    mood: int | None = None
    shared: bool = False
    # False: noted as absent.
    present: bool = True
    reason: str = ""

    @property
    def past(self) -> bool:
        """The records tell of it as of one that was, be it in dispute."""
        return self.status in PAST

    @property
    def took_place(self) -> bool:
        """It was held, with them."""
        return self.status is Status.HELD and self.present


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def mine(unit: Unit) -> list[MyMeeting]:
    """The actor's meetings on either side, those that fell through too, the newest first."""
    rows = await queries.of_person(unit.session, unit.me, _TOLD)
    return [_view(unit, list(partners)) for _, partners in groupby(rows, key=lambda row: row.id)]


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def my_meeting(unit: Unit, *, meeting_id: int) -> MyMeeting:
    """One of the actor's meetings. Raises NotAllowed when it is not theirs."""
    rows = await queries.one_of_person(unit.session, unit.me, meeting_id, _TOLD)
    if not rows:
        raise NotAllowed
    return _view(unit, rows)


def _view(unit: Unit, rows: Sequence[AnyRow]) -> MyMeeting:
    first, today, status = rows[0], unit.today(), Status(rows[0].status)
    return MyMeeting(
        id=first.id,
        status=status,
        held_on=first.held_on,
        kind=first.kind,
        minutes=first.minutes,
        side=Role(first.side),
        partners=tuple(shown(row, today) for row in rows),
        note=first.note if first.logged_by == unit.me else "",
        mark=first.mark,
        words=first.words or "",
        is_open=status in PAST and (first.given_at is None or first.given_at > unit.now - OPEN_FOR),
        pair_id=first.pair_id,
        organisation_id=first.organisation_id,
        shared_note=first.shared_note,
        agreed=first.agreed,
        said=tuple((shown(row, today), row.said) for row in rows if row.said),
        mood=first.mood,
        shared=bool(first.shared),
        present=bool(first.present),
        reason=_reason(unit, first),
    )


def _reason(unit: Unit, row: AnyRow) -> str:
    """Of what somebody else has typed nothing is told again: they wrote it for that day."""
    told = row.reason in KNOWN_REASONS or row.logged_by == unit.me
    return row.reason if told else ""
