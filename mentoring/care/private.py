"""A private question about a pair: each of its people is asked apart, the curator alone reads what
they say. It stands in the morning digest, like all that can wait."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from core.errors import NotAllowed
from db.models import SilenceQuestion, TrialVerdict
from db.queries import care as queries
from db.queries import drafts as pair_queries
from db.upsert import upserting
from mentoring.digest import Line
from mentoring.notices import button
from mentoring.pairs.people import facing
from mentoring.unit import Unit

Asked = TypeVar("Asked", SilenceQuestion, TrialVerdict)


async def put(
    unit: Unit, table: type[Asked], organisation_id: int, pair_id: int, *, once_a: Sequence[str]
) -> None:
    """Ask everybody of a pair whom the bot reaches; `once_a` are the columns that tell whether
    somebody was asked already."""
    values = [
        {
            "organisation_id": organisation_id,
            "pair_id": pair_id,
            "person_id": row.PairMember.person_id,
            "asked_on": unit.today(),
        }
        for row in await pair_queries.of_pair(unit.session, pair_id)
        if row.telegram_id is not None
    ]
    if values:
        statement = upserting(unit.session, table).values(values)
        await unit.session.execute(
            statement.on_conflict_do_nothing(index_elements=["pair_id", "person_id", *once_a])
        )


async def mine(unit: Unit, table: type[Asked], row_id: int) -> Asked:
    """A question to the actor about a pair they are in. Raises NotAllowed."""
    found = await unit.session.get(table, row_id)
    if found is None or found.person_id != unit.me:
        raise NotAllowed
    if await queries.pair_of(unit.session, found.pair_id, unit.me) is None:
        raise NotAllowed
    return found


async def others(unit: Unit, pair_id: int, person_id: int, today: date) -> str:
    """The people on the other side of a pair from somebody in it."""
    return facing(await pair_queries.of_pair(unit.session, pair_id), person_id, today)


def silent(asked: Iterable[Asked], since: date, until: date) -> set[int]:
    """Who was asked in these days and has said nothing."""
    return {one.person_id for one in asked if one.answer is None and since < one.asked_on <= until}


async def lines(
    unit: Unit,
    asked: Iterable[Asked],
    since: date,
    until: date,
    *,
    message: str,
    label: str,
    action: str,
) -> list[Line]:
    """A line of a digest for each question of these days, with a button to answer it."""
    return [
        Line(
            message,
            {"others": await others(unit, one.pair_id, one.person_id, until)},
            button(label, f"{action}:{one.id}"),
        )
        for one in asked
        if since < one.asked_on <= until
    ]
