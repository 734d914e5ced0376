"""A loan of a mentor ends, by the word of either school's curator.

No pair is made with the mentor there from then on; pairs that are there go on: a pair ends for
grounds of its own.
"""

from dataclasses import dataclass
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import MentorLoan
from db.queries import drafts as draft_queries
from db.queries import erasures
from db.queries import lending as queries
from db.types import AnyRow
from mentoring import audit
from mentoring.access import use_case
from mentoring.bank import entering
from mentoring.matching.lending import Loan, loan_of
from mentoring.notices import tell
from mentoring.pairs.inviting import tell_curators
from mentoring.pairs.people import names
from mentoring.roles import Permission, Role
from mentoring.unit import Unit


@dataclass(frozen=True, slots=True)
class Ending:
    """What ending a loan comes to: how many pairs go on; whose, for the school they are in."""

    loan: Loan
    pairs: int
    mentees: str


async def _either(unit: Unit, arguments: dict[str, Any]) -> int | None:
    """The one of a loan's two schools that is the actor's."""
    loan = await unit.session.get(MentorLoan, arguments["loan_id"])
    if loan is None:
        return None
    mine = {seat.organisation_id for seat in unit.actor.seats if seat.role == Role.CURATOR}
    return loan.lender_id if loan.lender_id in mine else loan.organisation_id


async def _seen(unit: Unit, loan_id: int) -> tuple[AnyRow, Loan]:
    row = await queries.one(unit.session, loan_id)
    place = await _either(unit, {"loan_id": loan_id})
    if row is None or place is None:
        raise NotAllowed
    return row, loan_of(row, place, unit.today())


@use_case(Permission.KEEP_PAIRS, target=_either)
async def ending(unit: Unit, *, loan_id: int) -> Ending:
    """What it would come to if this school ended the loan."""
    row, loan = await _seen(unit, loan_id)
    pairs = await queries.pairs(unit.session, row.MentorLoan.organisation_id, row.Profile.person_id)
    people = [] if loan.given else await draft_queries.of_pairs(unit.session, pairs)
    return Ending(loan, len(pairs), names(people, Role.MENTEE, unit.today()))


@use_case(Permission.KEEP_PAIRS, target=_either)
async def end(unit: Unit, *, loan_id: int) -> None:
    """End a loan, or take an offer back, for either school: no pair is made with the mentor there
    from now on. Without a pair there their place ends too. The other school's curators and the
    mentor are told. Raises Refusal when it is over already.
    """
    row, loan = await _seen(unit, loan_id)
    by = {"decided_by": unit.actor.person_id, "decided_at": unit.now}
    status = "withdrawn" if loan.status == "offered" else "ended"
    if not loan.open or not await queries.end(
        unit.session, loan_id, was=loan.status, status=status, **by
    ):
        raise Refusal("loan-over-already")
    school, person_id = row.MentorLoan.organisation_id, row.Profile.person_id
    audit.record(
        unit,
        school if not loan.given else row.MentorLoan.lender_id,
        "loan-ended",
        subject_id=person_id,
    )
    if loan.status == "offered":
        # Of an offer nobody but the two curators knows, and it leaves the other's list by itself.
        return
    pairs = await queries.pairs(unit.session, school, person_id)
    if not pairs:
        await erasures.end_seats(
            unit.session,
            organisation_id=school,
            person_id=person_id,
            roles=[Role.MENTOR],
            now=unit.now,
        )
        await entering.leave(unit, school, person_id, Role.MENTOR)
    unique = f"loan-ended:{loan_id}:{unit.now.isoformat()}"
    await tell_curators(
        unit,
        row.MentorLoan.lender_id if not loan.given else school,
        "loan-ended-notice",
        unique=unique,
        args={
            "mentor": loan.mentor,
            "school": row.borrower if not loan.given else row.lender,
            "given": "no" if loan.given else "yes",
            "pairs": len(pairs),
        },
    )
    await tell(
        unit,
        person_id,
        "loan-ended-mentor",
        unique=f"{unique}:mentor",
        args={"school": row.borrower, "pairs": len(pairs)},
    )
