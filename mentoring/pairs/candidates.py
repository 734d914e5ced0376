"""Who could be the next mentor: out of the last matching, with room, and not tried before."""

from dataclasses import dataclass

from db.models import Pair
from db.queries import drafts as queries
from mentoring.matching.loading import banks
from mentoring.people.naming import shown
from mentoring.roles import Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Next:
    """A mentor for a mentee, in percent of the best there could be."""

    mentor_id: int
    mentor: str
    mentee_id: int
    mentee: str
    score: int


async def following(unit: Unit, pair_id: int, mentee_id: int | None = None) -> Next | None:
    """The best of the other mentors suggested for the mentee of a pair; of a group, for the one
    who is named."""
    pair = await unit.session.get_one(Pair, pair_id)
    rows = await queries.of_pair(unit.session, pair_id)
    mentees = [
        row
        for row in rows
        if row.PairMember.side == Role.MENTEE and mentee_id in {None, row.PairMember.person_id}
    ]
    if len(mentees) != 1 or pair.programme_id is None:
        return None
    mentee = mentees[0]
    person = mentee.PairMember.person_id
    made = await queries.suggestion(unit.session, pair.programme_id, person)
    if made is None:
        return None
    _left, right = await banks(unit, pair.programme_id)
    free = {one.id for one in right if one.capacity > 0}
    tried = await queries.partners_ever(unit.session, pair.organisation_id, person)
    # The mentor that was suggested may not be the one who was proposed by hand.
    others = [[made.mentor_id or 0, made.score], *made.others]
    people = await queries.people_of(unit.session, [profile for profile, _score in others])
    for profile, score in others:
        mentor = people.get(profile)
        if mentor is None or profile not in free or mentor.person_id in tried:
            continue
        today = unit.today()
        return Next(
            mentor_id=mentor.person_id,
            mentor=shown(mentor, today),
            mentee_id=person,
            mentee=shown(mentee, today),
            score=score,
        )
    return None
