"""What each side says of a meeting: a mark and perhaps a few words, for the curator's eyes only."""

from datetime import timedelta

from core.errors import NotAllowed, Refusal
from db.queries import meetings as queries
from db.queries import pairs
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import oneself, use_case
from mentoring.letters import day
from mentoring.notices import button, notice
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

MARKS = range(1, 11)
# A mark as low as this is told to the curators at once.
LOW_MARK = 3
WORDS_LIMIT = 1000
# For so long after it was given a mark may be changed and words be put to it.
OPEN_FOR = timedelta(days=7)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def give(unit: Unit, *, meeting_id: int, mark: int) -> None:
    """Give a mark (1 to 10) to a meeting of one's own, or change it within OPEN_FOR.

    Raises Refusal when it is too late to change, NotAllowed for another's meeting.
    """
    if mark not in MARKS:
        raise NotAllowed
    given = await queries.mark(
        unit.session,
        meeting_id=meeting_id,
        me=unit.me,
        mark=mark,
        now=unit.now,
        since=unit.now - OPEN_FOR,
    )
    if not given:
        raise await _why_not(unit, meeting_id)
    if mark <= LOW_MARK:
        await _warn(unit, meeting_id, mark)


@use_case(Permission.GIVE_FEEDBACK, target=oneself)
async def comment(unit: Unit, *, meeting_id: int, text: str) -> None:
    """Put words to one's own mark, in place of earlier ones, within OPEN_FOR.

    Raises Refusal without a mark or when it is too late, NotAllowed for another's meeting.
    """
    if len(text) > WORDS_LIMIT:
        raise Refusal("input-too-long", limit=WORDS_LIMIT, length=len(text))
    put = await queries.comment(
        unit.session, meeting_id=meeting_id, me=unit.me, text=text, since=unit.now - OPEN_FOR
    )
    if not put:
        raise await _why_not(unit, meeting_id)


async def _why_not(unit: Unit, meeting_id: int) -> Refusal:
    rows = await queries.one_of_person(unit.session, unit.me, meeting_id)
    if not rows:
        return NotAllowed()
    if rows[0].mark is None:
        return Refusal("feedback-mark-first")
    return Refusal("feedback-late", days=OPEN_FOR.days)


async def _warn(unit: Unit, meeting_id: int, mark: int) -> None:
    """Tell the curators of a low mark, once for a meeting and side; never what was written."""
    meeting = (await queries.one_of_person(unit.session, unit.me, meeting_id))[0]
    members = await pairs.one(unit.session, meeting.pair_id)
    row = notice(
        unit,
        unique=f"low-mark:{meeting_id}:{unit.me}",
        message="feedback-low",
        args={
            "day": day(meeting.held_on),
            "side": meeting.side,
            "mark": mark,
            "mentors": ", ".join(member.name for member in members if member.side == Role.MENTOR),
            "mentees": ", ".join(member.name for member in members if member.side == Role.MENTEE),
        },
        buttons=[button("feedback-open-pair", f"pair:{meeting.pair_id}")],
    )
    await plan_for(
        unit.session,
        row,
        HOLDERS,
        organisation=meeting.organisation_id,
        roles=[Role.CURATOR],
    )
    unit.wakes.add("sender")
