"""Coming into a bank: by a link, or with everybody else when a programme begins."""

from sqlalchemy import select, update

from db.engines import CHUNK
from db.models import Organisation, Person, Profile
from db.queries import bank as queries
from db.queries import lending, programmes
from db.upsert import upserting
from mentoring.bank.indexing import reindex
from mentoring.bank.status import UNMATCHED, Side, Status
from mentoring.bank.words import folded, search_text
from mentoring.people.nameless import forget_names
from mentoring.unit import Unit

# What goes along with a mentor who is lent.
_LENT = (
    "post",
    "source",
    "competences",
    "topics",
    "achievements",
    "wished_ages",
    "free_time",
    "free_time_note",
    "traits",
)


async def enter(
    unit: Unit,
    *,
    organisation_id: int,
    person_id: int,
    side: str,
    name: str,
    programme_id: int | None = None,
    class_name: str = "",
    partner_id: int | None = None,
) -> int | None:
    """Give a person who has joined a place in the bank. Returns the profile's id.

    Part of joining, which checks the right: whoever holds the link. Without a programme it is the
    organisation's newest open one; where there is none, there is no profile (None) until one
    begins. A row of the roster with the same name is taken over instead of doubled. `partner_id`
    is the partner organisation a mentor comes from.
    """
    if side not in set(Side):
        return None
    programme_id = programme_id or await programmes.newest_open(unit.session, organisation_id)
    if programme_id is None:
        return None
    present = await queries.profile_of(unit.session, programme_id, person_id, side)
    if present is not None:
        if present.status in (Status.LISTED, Status.LEFT):
            await move(unit, [present.id], Status.NEW)
        return int(present.id)
    listed_id = await _listed(unit, programme_id, side, name)
    if listed_id is not None:
        await take_over(unit, listed_id, person_id)
        if partner_id is not None:
            profile = await unit.session.get_one(Profile, listed_id)
            await come_from(unit, profile, partner_id)
        return listed_id
    values = _row(unit, organisation_id, programme_id, (person_id, side, name))
    values["class_name"] = class_name
    values["search"] = search_text([name, class_name])
    if side == Side.MENTOR:
        values |= await _lent(unit, organisation_id, person_id)
    statement = upserting(unit.session, Profile).values(values)
    created: int | None = await unit.session.scalar(
        statement.on_conflict_do_nothing(
            index_elements=["programme_id", "person_id", "side"]
        ).returning(Profile.id)
    )
    if created is not None and partner_id is not None:
        await come_from(unit, await unit.session.get_one(Profile, created), partner_id)
    return created


async def come_from(unit: Unit, profile: Profile, partner_id: int | None) -> None:
    """A mentor comes from a partner organisation (or no longer), where they work or study."""
    before = (
        await unit.session.get(Organisation, profile.partner_id) if profile.partner_id else None
    )
    partner = await unit.session.get_one(Organisation, partner_id) if partner_id else None
    profile.partner_id = partner_id
    if partner is not None:
        profile.workplace, profile.source = partner.name, profile.source or "enterprise"
    elif before is not None and profile.workplace == before.name:
        profile.workplace = ""
    await reindex(unit, profile)


async def _lent(unit: Unit, organisation_id: int, person_id: int) -> dict[str, object]:
    """Of a mentor borrowed from another school, what its bank knows; the room is asked anew."""
    theirs = await lending.lent(unit.session, organisation_id, person_id)
    if theirs is None:
        return {}
    home = await unit.session.get_one(Organisation, theirs.organisation_id)
    return {name: getattr(theirs, name) for name in _LENT} | {"workplace": home.name}


async def _listed(unit: Unit, programme_id: int, side: str, name: str) -> int | None:
    """The one row of the roster this name can be of, in whatever order its words stand."""
    words = folded(name).split()
    if len(words) < 2:
        return None
    rows = await queries.listed_named(unit.session, programme_id, side, words)
    same = [row.id for row in rows if set(words) <= set(folded(row.name).split())]
    return same[0] if len(same) == 1 else None


async def adopt_members(unit: Unit, organisation_id: int, programme_id: int) -> None:
    """Everybody who has the seat of a mentor or a mentee and is in no programme enters this one."""
    rows = [
        _row(unit, organisation_id, programme_id, (row.person_id, row.role, row.name))
        for row in await queries.members_without_profile(unit.session, organisation_id)
    ]
    for first in range(0, len(rows), CHUNK):
        statement = upserting(unit.session, Profile).values(rows[first : first + CHUNK])
        await unit.session.execute(
            statement.on_conflict_do_nothing(index_elements=["programme_id", "person_id", "side"])
        )


async def take_over(unit: Unit, profile_id: int, person_id: int) -> None:
    """A row of the roster turns out to be this person: what was listed is theirs now."""
    listed_id = await queries.hand_over(unit.session, profile_id, person_id)
    if listed_id is not None and listed_id != person_id:
        await _keep_given(unit, listed_id, person_id)
        await forget_names(unit, await queries.never_came(unit.session, [listed_id]))
    await move(unit, [profile_id], Status.NEW)


async def _keep_given(unit: Unit, listed_id: int, person_id: int) -> None:
    """The roster has told which word of the name is the given one; people are not asked again."""
    given = await unit.session.scalar(select(Person.given).where(Person.id == listed_id))
    person = await unit.session.get_one(Person, person_id)
    if person.given is None and given in person.name.split():
        person.given = given


async def move(unit: Unit, profile_ids: list[int], status: Status) -> None:
    """Put profiles into a status, and start or stop the count of days without a pair."""
    values = {"status": status, "status_since": unit.now}
    statement = update(Profile).where(Profile.id.in_(profile_ids), Profile.status != status)
    await unit.session.execute(statement.values(values))
    waiting = update(Profile).where(Profile.id.in_(profile_ids))
    if status in UNMATCHED:
        await unit.session.execute(
            waiting.where(Profile.unmatched_since.is_(None)).values(unmatched_since=unit.now)
        )
    else:
        await unit.session.execute(waiting.values(unmatched_since=None))


def _row(
    unit: Unit, organisation_id: int, programme_id: int, who: tuple[int, str, str]
) -> dict[str, object]:
    person_id, side, name = who
    return {
        "organisation_id": organisation_id,
        "programme_id": programme_id,
        "person_id": person_id,
        "side": side,
        "status": Status.NEW,
        "status_since": unit.now,
        "unmatched_since": unit.now,
        "search": search_text([name]),
        "created_at": unit.now,
    }


async def leave(unit: Unit, organisation_id: int, person_id: int, side: str) -> None:
    """Somebody takes part no longer: their consent was withdrawn or has run out."""
    query = select(Profile.id).where(
        Profile.organisation_id == organisation_id,
        Profile.person_id == person_id,
        Profile.side == side,
    )
    left = list(await unit.session.scalars(query))
    if left:
        await move(unit, left, Status.LEFT)
