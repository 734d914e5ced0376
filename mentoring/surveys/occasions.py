"""What a form is put to people for: a survey on a day, a programme they take part in, a pair.

An occasion has a key ("survey:5"; "entry:2": the entry form of programme 2; "report:7": the reports
on pair 7), and each person has at most one response to it, however the answers come.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.errors import NotAllowed
from db.models import Pair, Programme, Survey
from db.queries import feedbacks, programmes, responses
from db.queries import occasions as queries
from mentoring.access import organisation, use_case
from mentoring.notices import Kind, Lane, notice, plan
from mentoring.people.naming import shown
from mentoring.programmes import kinds
from mentoring.roles import Permission, Role
from mentoring.surveys import library
from mentoring.surveys.forms import Form, newest, shipped_for
from mentoring.unit import Unit

# What a programme asks its people, in the order of its stages.
ENTRY = "entry"
PURPOSES = (ENTRY, "preference", "exit")
# What both sides of a completed pair write for the curator.
REPORT = "report"
# What is said of each meeting: in the chat on its card, without a chat on paper or by word.
FEEDBACK = "feedback"
# Meetings so many days back are asked about still, and blanks are printed so many days ahead.
_BACK, _AHEAD = 60, 7
# Older surveys are looked at through their own list.
_SURVEYS = 20


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing a school asks its people; `title` is the programme's, else empty."""

    key: str
    form: Form
    programme: str = ""
    programme_id: int | None = None
    survey_id: int | None = None
    opens_on: date | None = None
    pair_id: int | None = None

    @property
    def of_meetings(self) -> bool:
        """Whether it concerns people once for each of their meetings."""
        return self.key.startswith(f"{FEEDBACK}:")


@dataclass(frozen=True, slots=True)
class Asked:
    """One person an occasion concerns (of a meeting: once for each), and how far they are."""

    person_id: int
    # As lists and papers have it.
    name: str
    role: Role
    # Whether the bot can reach them.
    connected: bool
    response_id: int | None
    # The form they have begun; the occasion's where they have not.
    form_id: str
    channel: str | None
    completed_at: datetime | None
    class_name: str = ""
    # The meeting it is about.
    meeting_id: int = 0
    held_on: date | None = None

    @property
    def key(self) -> tuple[int, int]:
        """What their code on paper says."""
        return self.person_id, self.meeting_id


async def current(unit: Unit, organisation_id: int, purpose: str, mentoring: str) -> Form:
    """The form an organisation uses: its own additions, shared ones from above, else the shipped.

    `mentoring` is the key of a form of mentoring, the organisation's own ones included.
    """
    like = await kinds.like(unit, organisation_id, mentoring)
    key = f"{purpose}.{like}"
    for row in await queries.live(unit.session, organisation_id):
        if row.key == key:
            return await library.find(unit, library.own_id(row.id))
    try:
        return shipped_for(purpose, like)
    except KeyError:
        raise NotAllowed from None


async def find(unit: Unit, organisation_id: int, key: str) -> Occasion:
    """An occasion of the organisation by its key. Raises NotAllowed when it has none such."""
    purpose, _, number = key.partition(":")
    row_id = int(number) if number.isascii() and number.isdecimal() and len(number) < 19 else 0
    if purpose == "survey":
        survey = await unit.session.get(Survey, row_id)
        if survey is None or survey.organisation_id != organisation_id:
            raise NotAllowed
        form = await library.find(unit, survey.form)
        return Occasion(key, form, survey_id=survey.id, opens_on=survey.opens_on)
    if purpose == REPORT:
        pair = await unit.session.get(Pair, row_id)
        if pair is None or pair.organisation_id != organisation_id:
            raise NotAllowed
        form = next(form for form in newest() if form.key == REPORT)
        return Occasion(key, form, programme_id=pair.programme_id, pair_id=pair.id)
    programme = await unit.session.get(Programme, row_id)
    known = purpose in {*PURPOSES, FEEDBACK}
    if not known or programme is None or programme.organisation_id != organisation_id:
        raise NotAllowed
    form = await current(unit, organisation_id, purpose, programme.form)
    return Occasion(key, form, programme.title, programme_id=programme.id)


async def everybody(
    unit: Unit, organisation_id: int, occasion: Occasion, *, ahead: bool = False
) -> list[Asked]:
    """Everybody an occasion concerns, by name; of meetings those of the last weeks.

    `ahead`: also of meetings that are only planned, for what is printed before them.
    """
    if occasion.of_meetings:
        return await _of_meetings(unit, organisation_id, occasion, ahead=ahead)
    if occasion.pair_id is not None:
        rows = await queries.of_pair(unit.session, organisation_id, occasion.pair_id, occasion.key)
    elif occasion.programme_id is not None:
        rows = await queries.of_programme(
            unit.session, organisation_id, occasion.programme_id, occasion.key
        )
    else:
        rows = await queries.of_survey(unit.session, organisation_id, occasion.key)
    return [
        Asked(
            row.id,
            shown(row, unit.today()),
            Role(row.role),
            row.telegram_id is not None,
            row.response_id,
            row.form or occasion.form.id,
            row.channel,
            row.completed_at,
            row.class_name or "",
        )
        for row in rows
    ]


async def _of_meetings(
    unit: Unit, organisation_id: int, occasion: Occasion, *, ahead: bool
) -> list[Asked]:
    today = unit.today()
    newest = await programmes.newest_open(unit.session, organisation_id)
    rows = await feedbacks.expected(
        unit.session,
        organisation_id,
        since=today - timedelta(days=_BACK),
        until=today + timedelta(days=_AHEAD) if ahead else None,
        programme_id=occasion.programme_id,
        loose=occasion.programme_id == newest,
    )
    return [
        Asked(
            row.id,
            shown(row, today),
            Role(row.side),
            row.telegram_id is not None,
            None,
            occasion.form.id,
            row.channel,
            row.given_at,
            row.class_name or "",
            row.meeting_id,
            row.held_on,
        )
        for row in rows
    ]


async def put(
    unit: Unit, organisation_id: int, occasion: Occasion, people: list[Asked], channel: str = "chat"
) -> None:
    """Put a form to people; those who have it already keep what they have."""
    rows = [
        {
            "organisation_id": organisation_id,
            "occasion": occasion.key,
            "survey_id": occasion.survey_id,
            "programme_id": occasion.programme_id,
            "person_id": person.person_id,
            "role": person.role,
            "form": occasion.form.id,
            "channel": channel,
        }
        for person in people
    ]
    await responses.put(unit.session, rows)


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Occasion]:
    """What a school asks its people: of each programme its forms, then the latest surveys."""
    found = []
    for row in await queries.programmes(unit.session, organisation_id):
        for purpose in (*PURPOSES, FEEDBACK):
            form = await current(unit, organisation_id, purpose, row.form)
            found.append(Occasion(f"{purpose}:{row.id}", form, row.title, programme_id=row.id))
    for row in await queries.surveys(unit.session, organisation_id, _SURVEYS):
        form = await library.find(unit, row.form)
        found.append(Occasion(f"survey:{row.id}", form, survey_id=row.id, opens_on=row.opens_on))
    return found


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def card(
    unit: Unit, *, organisation_id: int, occasion: str, ahead: bool = False
) -> tuple[Occasion, list[Asked]]:
    """An occasion and everybody it concerns (see `everybody`)."""
    found = await find(unit, organisation_id, occasion)
    return found, await everybody(unit, organisation_id, found, ahead=ahead)


@use_case(Permission.KEEP_SURVEYS, target=organisation("organisation_id"))
async def send(unit: Unit, *, organisation_id: int, occasion: str) -> int:
    """Put a form to everybody of a programme who has not got it, and tell those it reaches.

    Returns how many have not answered. A second press tells nobody twice on one day.
    """
    return await ask(unit, organisation_id, occasion)


async def ask(
    unit: Unit, organisation_id: int, occasion: str, *, only: Collection[int] | None = None
) -> int:
    """What `send` does; with `only`, for these people of those it concerns."""
    found = await find(unit, organisation_id, occasion)
    if found.of_meetings:
        raise NotAllowed
    people = [
        one
        for one in await everybody(unit, organisation_id, found)
        if one.completed_at is None and (only is None or one.person_id in only)
    ]
    await put(unit, organisation_id, found, people)
    await plan(
        unit,
        [
            notice(
                unit,
                unique=f"form:{occasion}:{one.person_id}:{unit.today().isoformat()}",
                message="form-invitation",
                person_id=one.person_id,
                args={"occasion": occasion, "organisation": organisation_id},
                kind=Kind.BUILT,
                lane=Lane.DIGEST,
            )
            for one in people
            if one.connected
        ],
    )
    return len(people)


async def entries(unit: Unit) -> None:
    """Put to the actor the entry forms of programmes they have come into."""
    for row in await queries.entries_due(unit.session, unit.me):
        occasion = await find(unit, row.organisation_id, f"{ENTRY}:{row.programme_id}")
        me = Asked(
            unit.me, unit.actor.name, Role(row.side), True, None, occasion.form.id, None, None
        )
        await put(unit, row.organisation_id, occasion, [me])
