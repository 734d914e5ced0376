from db.models import MatchSuggestion, Profile
from mentoring.matching.model import Matching
from mentoring.roles import Role
from tests.guards.samples.scene import Maker, Sample, Scene, row


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


MAKERS: dict[str, Maker] = {
    "matched mentee": _profile(Role.MENTEE),
    "matched mentor": _profile(Role.MENTOR),
    "suggestion": _suggestion,
}

_NOTHING = Matching((), (), (), 0.0)

SAMPLES: dict[str, Sample] = {
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
