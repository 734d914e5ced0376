"""One's own consents and those of one's children: what there is, what is missing, withdrawal.

No seat is needed: who waits for a consent has none yet. Each function checks that the person it is
about is the actor, or a child the actor speaks for.
"""

from dataclasses import dataclass
from datetime import date

from core.errors import NotAllowed, Refusal
from db.queries import consents as queries
from db.queries import representation
from db.types import AnyRow
from mentoring.audit import record as note
from mentoring.consent import questions, representing, texts
from mentoring.consent.giving import lack, press
from mentoring.consent.rules import SOON, Channel, Giver, needed
from mentoring.consent.texts import REQUIRED, Purpose
from mentoring.consent.withdrawing import after_withdrawal
from mentoring.files import send_file
from mentoring.people.admission import settle
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Item:
    """One purpose of one participant in one place, as it stands today."""

    person_id: int
    # Whose it is, for a representative; empty for one's own.
    child: str
    organisation_id: int
    place: str
    purpose: Purpose
    version: texts.Version
    # Whose consents are missing; nobody's when it is in force.
    missing: frozenset[Giver]
    until: date | None
    # Whether the actor may give (their part of) it by a button.
    by_button: bool
    # No seat yet: everything waits for this.
    waits: bool

    @property
    def key(self) -> str:
        return f"{self.person_id}-{self.organisation_id}-{self.purpose}"

    @property
    def in_force(self) -> bool:
        return not self.missing


async def listed(unit: Unit) -> list[Item]:
    """The consents of the actor and of the children they speak for, what is waited for first."""
    if unit.actor.person_id is None:
        return []
    children = {row.id: row for row in await representation.children(unit.session, unit.me)}
    years = {child.id: child.birth_year for child in children.values()}
    years[unit.me] = await queries.birth_year(unit.session, unit.me)
    items: list[Item] = []
    seen: set[str] = set()
    for row in await queries.places(unit.session, list(years)):
        for item in await _items(unit, row, years[row.person_id], children.get(row.person_id)):
            if item.key not in seen:
                seen.add(item.key)
                items.append(item)
    return sorted(items, key=lambda item: (not item.waits, item.purpose is Purpose.PUBLICATION))


async def waits(unit: Unit) -> bool:
    """Whether the actor, or a child of theirs, is on the way in and a consent is missing."""
    return any(item.waits and not item.in_force for item in await listed(unit))


async def _items(unit: Unit, row: AnyRow, year: int | None, child: AnyRow | None) -> list[Item]:
    purposes = REQUIRED.get(Role(row.role), ())
    if not row.waits:
        purposes = (*purposes, Purpose.PUBLICATION)
    missing = await lack(unit, row.organisation_id, row.person_id, purposes)
    ends = await _ends(unit, row.organisation_id, row.person_id)
    mine = Giver.REPRESENTATIVE if child is not None else Giver.SELF
    found = []
    for purpose in purposes:
        version, whose = texts.newest(purpose), missing.get(purpose, frozenset())
        until = ends.get(purpose)
        renewed = (
            until is not None
            and until <= unit.today() + SOON
            and mine in needed(year, unit.today())
        )
        found.append(
            Item(
                person_id=row.person_id,
                child="" if child is None else shown(child, unit.today()),
                organisation_id=row.organisation_id,
                place=row.place,
                purpose=purpose,
                version=version,
                missing=whose,
                until=None if whose else until,
                by_button=(mine in whose or renewed)
                and version.channel(year, unit.today()) is Channel.BUTTON,
                waits=bool(row.waits),
            )
        )
    return found


async def _ends(unit: Unit, organisation_id: int, person_id: int) -> dict[Purpose, date]:
    """The last day of the term of each purpose's newest consent."""
    rows = await queries.given(unit.session, organisation_id, [person_id])
    return {Purpose(row.purpose): row.until for row in rows}


async def _one(unit: Unit, key: str) -> Item:
    """Raises NotAllowed for what is neither the actor's nor a child's of theirs."""
    found = next((item for item in await listed(unit) if item.key == key), None)
    if found is None:
        raise NotAllowed
    return found


async def card(unit: Unit, *, key: str) -> Item:
    """One of `listed`, by its key."""
    return await _one(unit, key)


async def agree(unit: Unit, *, key: str) -> bool:
    """Give the actor's part of a consent. Whether it is complete with that.

    Raises NotAllowed where only paper counts; a second press changes nothing.
    """
    item = await _one(unit, key)
    own = item.person_id == unit.me
    if not item.by_button:
        if item.in_force:
            return True
        raise NotAllowed
    await press(
        unit,
        organisation_id=item.organisation_id,
        person_id=item.person_id,
        purpose=item.purpose,
        giver=Giver.SELF if own else Giver.REPRESENTATIVE,
        given_by=unit.me,
    )
    await settle(unit, item.organisation_id, item.person_id)
    return item.missing <= {Giver.SELF if own else Giver.REPRESENTATIVE}


async def withdraw(unit: Unit, *, key: str) -> None:
    """Withdraw a consent; without one that is required the seat ends, and the data within 30 days.

    Raises Refusal when there is nothing to withdraw.
    """
    item = await _one(unit, key)
    done = await queries.withdraw(
        unit.session,
        organisation_id=item.organisation_id,
        person_id=item.person_id,
        purpose=item.purpose,
        by=unit.me,
        now=unit.now,
    )
    if not done:
        raise Refusal("consent-none")
    note(
        unit,
        item.organisation_id,
        "consent-withdrawn",
        subject_id=item.person_id,
        purpose=item.purpose,
    )
    await after_withdrawal(unit, item.organisation_id, item.person_id, item.purpose)


async def representative_link(unit: Unit, *, key: str) -> str:
    """The token of a link for the actor's own representatives. Raises Refusal for an adult."""
    item = await _one(unit, key)
    if item.person_id != unit.me:
        raise NotAllowed
    return await representing.link(unit, item.organisation_id, unit.me)


async def send_form(unit: Unit, *, key: str) -> None:
    """Send the text with its lines to sign, with the participant's number on it."""
    item = await _one(unit, key)
    await send_file(
        unit,
        "consent-form",
        organisation=item.organisation_id,
        person=item.person_id,
        purpose=item.purpose,
        version=item.version.number,
    )


async def ask(unit: Unit, *, key: str, text: str) -> None:
    """A question to the curators of the place. Raises Refusal when several wait already."""
    item = await _one(unit, key)
    await questions.ask(unit, item.organisation_id, text)
