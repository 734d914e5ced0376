from db.models import Feedback, Meeting
from mentoring.meetings.feedback import Mood
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Role
from tests.guards.samples.scene import DAY, Maker, Sample, Scene, nothing, row


def _meeting(scene: Scene) -> Meeting:
    return Meeting(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        held_on=scene.now.date(),
        minutes=45,
        kind="working",
        note="",
        logged_by=scene.person(Role.MENTOR),
        logged_at=scene.now,
    )


def _feedback(scene: Scene) -> Feedback:
    return Feedback(
        organisation_id=scene.town.school,
        meeting_id=scene.ids["meeting"],
        person_id=scene.person(Role.MENTEE),
        mark=8,
        note="",
        given_at=scene.now,
    )


VOICE = Incoming("", 1000, "audio/ogg", 1, "voice", "voice")


async def entered(scene: Scene) -> dict[str, object]:
    person = scene.person(Role.MENTEE)
    return {
        "meeting_id": scene.ids["meeting"],
        "person_id": person,
        "mark": 8,
        "channel": "paper",
    }


async def caption(_scene: Scene) -> dict[str, object]:
    return {"text": "x", "said_on": DAY}


async def told(_scene: Scene) -> dict[str, str]:
    return {"line": "x"}


MAKERS: dict[str, Maker] = {
    "meeting": _meeting,
    "feedback": _feedback,
}

SAMPLES: dict[str, Sample] = {
    "meetings.attendance.is_group": row("meeting"),
    "meetings.attendance.mark_myself": row("meeting", present=False),
    "meetings.disputes.deny": row("meeting"),
    "meetings.disputes.settle": row("meeting", held=True),
    "meetings.feedback.call_curator": row("meeting"),
    "meetings.feedback.comment": row("meeting", text="x"),
    "meetings.feedback.enter_for": entered,
    "meetings.feedback.feel": row("meeting", mood=Mood.GOOD),
    "meetings.feedback.say": row("meeting", voice=VOICE),
    "meetings.meetings.agreed_before": row("pair"),
    "meetings.telling.fill": caption,
    "meetings.feedback.give": row("meeting", mark=7),
    "meetings.meetings.mine": nothing,
    "meetings.meetings.my_meeting": row("meeting"),
    "meetings.meetings.my_pairs": nothing,
    "meetings.telling.understand": told,
    "meetings.meetings.record": row("pair", held_on=DAY, minutes=45, kind="working"),
}
