from typing import Any

from db.models import MatchRule, MatchSuggestion, MentorLoan, Profile
from mentoring.matching.model import Matching
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, row, school


def _profile(side: Role) -> Maker:
    def make(scene: Scene) -> Profile:
        return Profile(
            organisation_id=scene.town.school,
            programme_id=scene.ids["programme"],
            person_id=scene.person(side),
            side=side,
            status="ready",
            status_since=scene.now,
            created_at=scene.now,
        )

    return make


def _suggestion(scene: Scene) -> MatchSuggestion:
    return MatchSuggestion(
        organisation_id=scene.town.school,
        programme_id=scene.ids["programme"],
        mentee_id=scene.ids["matched mentee"],
        mentor_id=scene.ids["matched mentor"],
        score=70,
        pros=[],
        cons=[],
        others=[],
        status="proposed",
        made_at=scene.now,
    )


def _rule(scene: Scene) -> MatchRule:
    return MatchRule(
        organisation_id=scene.town.school,
        programme_id=scene.ids["programme"],
        mentee_id=scene.ids["matched mentee"],
        mentor_id=scene.ids["matched mentor"],
        kind="pin",
        created_by=scene.curator,
        created_at=scene.now,
    )


def _loan(scene: Scene) -> MentorLoan:
    # Lent to itself: either school of a loan may end it, and here only one of them is the scene's.
    return MentorLoan(
        organisation_id=scene.town.school,
        lender_id=scene.town.school,
        profile_id=scene.ids["matched mentor"],
        status="agreed",
        offered_by=scene.curator,
        offered_at=scene.now,
    )


async def _two(scene: Scene) -> dict[str, Any]:
    return {
        "programme_id": scene.ids["programme"],
        "mentee_id": scene.ids["matched mentee"],
        "mentor_id": scene.ids["matched mentor"],
        "kind": "pin",
    }


async def _offer(scene: Scene) -> dict[str, Any]:
    return {"profile_id": scene.ids["matched mentor"], "school_id": scene.town.neighbour}


async def _ask(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "school_id": scene.town.neighbour,
        "text": "химия",
    }


MAKERS: dict[str, Maker] = {
    "matched mentee": _profile(Role.MENTEE),
    "matched mentor": _profile(Role.MENTOR),
    "loan": _loan,
    "match rule": _rule,
    "suggestion": _suggestion,
}

_NOTHING = Matching((), (), (), 0.0)

SAMPLES: dict[str, Sample] = {
    "matching.checks.listed": row("programme"),
    "matching.checks.tick": row("matched mentor", "profile_id", kind="minors", passed=True),
    "matching.lacking.call": row("programme"),
    "matching.lacking.lacking": row("programme"),
    "matching.lacking.support": row("matched mentee", "profile_id", note="беседа"),
    "matching.lacking.without_pair": row("programme"),
    "matching.lending.ask": _ask,
    "matching.giving_back.end": row("loan", "loan_id"),
    "matching.giving_back.ending": row("loan", "loan_id"),
    "matching.lending.listed": school(),
    "matching.lending.mentors": school(),
    "matching.lending.offer": _offer,
    "matching.lending.schools": school(),
    "matching.ruling.add": _two,
    "matching.ruling.of_suggestion": row("suggestion", kind="pin"),
    "matching.ruling.people": row("programme", side="mentee"),
    "matching.ruling.remove": row("match rule", "rule_id"),
    "matching.ruling.rules": row("programme"),
    "matching.tuning.effect": row("programme", changed={"time": 3}),
    "matching.tuning.set_weights": row("programme", changed={"time": 3}),
    "matching.tuning.weights": row("programme"),
    "matching.suggesting.accept": row("suggestion"),
    "matching.suggesting.accept_all": row("programme"),
    "matching.suggesting.another": row("suggestion"),
    "matching.suggesting.card": row("suggestion"),
    "matching.suggesting.keep": row("programme", job_id=1, outcome=_NOTHING),
    "matching.suggesting.load": row("programme"),
    "matching.suggesting.overview": row("programme"),
    "matching.suggesting.skip": row("suggestion"),
    "matching.suggesting.start": row("programme"),
}
