"""What each side says of a meeting: a mark, a feeling, perhaps a few words.

It is for the curator's eyes; the partner reads the words only where their writer has said so
before writing. Nobody but the curators of the school sees it by name.
"""

from collections.abc import Sequence
from datetime import timedelta
from enum import IntEnum

from core.errors import NotAllowed, Refusal
from db.models import Feedback, Meeting, PairMember
from db.queries import feedback as marks
from db.queries import meeting_records as records
from db.queries import meetings as queries
from db.queries.telling import HOLDERS, drop, plan_for
from db.upsert import upserting
from mentoring.access import oneself, owner, use_case
from mentoring.audit import record as audit
from mentoring.letters import day
from mentoring.meetings.status import Status
from mentoring.notices import button, notice
from mentoring.people.naming import shown
from mentoring.roadmaps.receiving import Incoming, kept
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

MARKS = range(1, 11)
# A mark as low as this is told to the curators at once.
LOW_MARK = 3
WORDS_LIMIT = 1000
# On paper there are several questions, whose answers come together.
ENTERED_LIMIT = 4000
# For so long after it was given a mark may be changed and words be put to it.
OPEN_FOR = timedelta(days=7)
# Ways by which it comes: typed here, on a sheet of paper, or said to somebody who typed it in.
CHANNELS = ("chat", "paper", "spoken")


class Mood(IntEnum):
    """With what feeling one went."""

    BAD = 1
    EVEN = 2
    GOOD = 3


def prompt_key(meeting_id: int, person_id: int = 0) -> str:
    """The unique key of the question how a meeting was, to all or to one of them."""
    return f"feedback:{meeting_id}" + (f":{person_id}" if person_id else "")


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def give(unit: Unit, *, meeting_id: int, mark: int) -> None:
    """Give a mark (1 to 10) to a meeting of one's own, or change it within OPEN_FOR.

    Of the side that has not recorded it, it says that the meeting took place. Raises Refusal when
    it is too late to change, NotAllowed for another's meeting.
    """
    if mark not in MARKS:
        raise NotAllowed
    given = await marks.mark(
        unit.session,
        meeting_id=meeting_id,
        me=unit.me,
        mark=mark,
        now=unit.now,
        since=unit.now - OPEN_FOR,
    )
    if not given:
        raise await _why_not(unit, meeting_id)
    await records.confirm(unit.session, meeting_id, unit.me, unit.now)
    # A question that waits for the end of lessons is answered.
    await drop(unit.session, prompt_key(meeting_id, unit.me))
    if mark <= LOW_MARK:
        await _warn(unit, meeting_id, "feedback-low", unit.me, mark=mark)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def feel(unit: Unit, *, meeting_id: int, mood: Mood) -> None:
    """Say with what feeling one went. Raises Refusal without a mark or when it is too late."""
    await _add(unit, meeting_id, mood=int(mood))


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def comment(unit: Unit, *, meeting_id: int, text: str, shared: bool = False) -> None:
    """Put words to one's own mark, in place of earlier ones, within OPEN_FOR.

    `shared`: the partner may read them. Raises Refusal without a mark or when it is too late,
    NotAllowed for another's meeting.
    """
    if len(text) > WORDS_LIMIT:
        raise Refusal("input-too-long", limit=WORDS_LIMIT, length=len(text))
    await _add(unit, meeting_id, note=text, shared=shared)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def say(unit: Unit, *, meeting_id: int, voice: Incoming) -> None:
    """A voice message in place of words, for the curator."""
    rows = await queries.one_of_person(unit.session, unit.me, meeting_id)
    if not rows:
        raise NotAllowed
    file = await kept(unit, rows[0].organisation_id, voice)
    await _add(unit, meeting_id, voice_id=file.id)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def call_curator(unit: Unit, *, meeting_id: int) -> None:
    """Ask for the curator: told at once, to nobody else."""
    await _add(unit, meeting_id, needs_curator=True)
    await _warn(unit, meeting_id, "feedback-curator-wanted", unit.me)


async def _add(unit: Unit, meeting_id: int, **what: object) -> None:
    since = unit.now - OPEN_FOR
    if not await marks.add_to_feedback(
        unit.session, meeting_id=meeting_id, me=unit.me, since=since, **what
    ):
        raise await _why_not(unit, meeting_id)


@use_case(Permission.SEE_MEETINGS, target=owner(Meeting, "meeting_id"))
async def enter_for(
    unit: Unit,
    *,
    meeting_id: int,
    person_id: int,
    mark: int,
    mood: Mood | None = None,
    text: str = "",
    needs_curator: bool = False,
    channel: str,
) -> bool:
    """Type in what somebody without a phone has written or said; False if they have answered.

    Raises NotAllowed for somebody who is not in the pair, or a way there is not, Refusal for a
    meeting that has not been held.
    """
    meeting = await unit.session.get_one(Meeting, meeting_id)
    if meeting.status != Status.HELD:
        raise Refusal("feedback-not-held")
    there = await unit.session.get(PairMember, (meeting.pair_id, person_id))
    if there is None or mark not in MARKS or channel not in CHANNELS[1:]:
        raise NotAllowed
    statement = upserting(unit.session, Feedback).values(
        organisation_id=meeting.organisation_id,
        meeting_id=meeting_id,
        person_id=person_id,
        mark=mark,
        mood=mood,
        note=text[:ENTERED_LIMIT],
        shared=False,
        needs_curator=needs_curator,
        channel=channel,
        entered_by=unit.me,
        given_at=unit.now,
    )
    done = await unit.session.scalar(
        statement.on_conflict_do_nothing(index_elements=["meeting_id", "person_id"]).returning(
            Feedback.id
        )
    )
    if done is not None:
        await records.confirm(unit.session, meeting_id, person_id, unit.now)
        audit(unit, meeting.organisation_id, "feedback-entered", subject_id=person_id)
        # Who types in a pile of sheets does not weigh each of them.
        if channel == "paper" and mark <= LOW_MARK:
            await _warn(unit, meeting_id, "feedback-low", person_id, mark=mark)
        if channel == "paper" and needs_curator:
            await _warn(unit, meeting_id, "feedback-curator-wanted", person_id)
    return done is not None


async def _why_not(unit: Unit, meeting_id: int) -> Refusal:
    rows = await queries.one_of_person(unit.session, unit.me, meeting_id)
    if not rows:
        return NotAllowed()
    if rows[0].mark is None:
        return Refusal("feedback-mark-first")
    return Refusal("feedback-late", days=OPEN_FOR.days)


async def _warn(unit: Unit, meeting_id: int, message: str, whose: int, **more: int) -> None:
    """Tell the curators, once for a meeting and side; never what was written."""
    meeting = (await queries.one_of_person(unit.session, whose, meeting_id))[0]
    await tell_curators(
        unit,
        pair_id=meeting.pair_id,
        organisation_id=meeting.organisation_id,
        unique=f"{message}:{meeting_id}:{whose}",
        message=message,
        args={"day": day(meeting.held_on), "side": meeting.side, **more},
    )


async def tell_curators(
    unit: Unit,
    *,
    pair_id: int,
    organisation_id: int,
    unique: str,
    message: str,
    args: dict[str, object],
    buttons: Sequence[dict[str, object]] = (),
) -> None:
    """Tell the curators something of a pair: its names are put to `args`."""
    members, today = await queries.people_of(unit.session, pair_id), unit.today()

    def named(side: Role) -> str:
        return ", ".join(shown(one, today) for one in members if one.side == side)

    row = notice(
        unit,
        unique=unique,
        message=message,
        args={**args, "mentors": named(Role.MENTOR), "mentees": named(Role.MENTEE)},
        buttons=[*buttons, button("feedback-open-pair", f"pair:{pair_id}")],
    )
    await plan_for(unit.session, row, HOLDERS, organisation=organisation_id, roles=[Role.CURATOR])
    unit.wakes.add("sender")
