from datetime import UTC, datetime

from db.models import Feedback, Meeting, OutingConsent, Release
from mentoring.meetings.feedback import Mood
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Role
from tests.guards.samples.scene import DAY, Maker, Sample, Scene, nothing, row, school


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


def child(**more: object) -> Sample:
    async def arguments(scene: Scene) -> dict[str, object]:
        return {"child_id": scene.person(Role.MENTEE), **more}

    return arguments


async def wish(_scene: Scene) -> dict[str, object]:
    return {"on": True}


async def caption(_scene: Scene) -> dict[str, object]:
    return {"text": "x", "said_on": DAY}


async def told(_scene: Scene) -> dict[str, str]:
    return {"line": "x"}


STARTS = datetime(2026, 11, 12, 12, 30, tzinfo=UTC)


def _plan(scene: Scene) -> Meeting:
    plan = _meeting(scene)
    plan.status, plan.starts_at, plan.zone = "proposed", STARTS, "Europe/Moscow"
    plan.held_on = STARTS.date()
    return plan


def _release(scene: Scene) -> Release:
    return Release(
        organisation_id=scene.town.school,
        meeting_id=scene.ids["plan"],
        person_id=scene.person(Role.MENTEE),
        asked_by=scene.person(Role.MENTOR),
        asked_at=scene.now,
    )


def _outing(scene: Scene) -> OutingConsent:
    return OutingConsent(
        organisation_id=scene.town.school,
        meeting_id=scene.ids["plan"],
        child_id=scene.person(Role.MENTEE),
        asked_at=scene.now,
        channel="chat",
    )


def outing(**more: object) -> Sample:
    async def arguments(scene: Scene) -> dict[str, object]:
        return {"meeting_id": scene.ids["plan"], "child_id": scene.person(Role.MENTEE), **more}

    return arguments


async def document(scene: Scene) -> dict[str, object]:
    return {"organisation_id": scene.town.school, "meeting_id": scene.ids["plan"]}


MAKERS: dict[str, Maker] = {
    "release": _release,
    "outing": _outing,
    "plan": _plan,
    "meeting": _meeting,
    "feedback": _feedback,
}

SAMPLES: dict[str, Sample] = {
    "meetings.attachments.mine": row("meeting"),
    "meetings.attachments.of_pair": row("pair"),
    "meetings.attachments.send_mine": row("meeting"),
    "meetings.attachments.send_of_pair": row("pair"),
    "meetings.attendance.away": row("plan", "meeting_id"),
    "meetings.attendance.is_group": row("meeting"),
    "meetings.attendance.mark_myself": row("meeting", present=False),
    "meetings.disputes.deny": row("meeting"),
    "meetings.disputes.settle": row("meeting", held=True),
    "meetings.feedback.call_curator": row("meeting"),
    "meetings.feedback.comment": row("meeting", text="x"),
    "meetings.feedback.enter_for": entered,
    "meetings.owed.listed": school(),
    "meetings.feedback.feel": row("meeting", mood=Mood.GOOD),
    "meetings.feedback.say": row("meeting", voice=VOICE),
    "meetings.meetings.agreed_before": row("pair"),
    "meetings.meetings.proposed": row("pair", held_on=DAY, kind="working"),
    "meetings.meetings.already": row("pair", held_on=DAY, kind="working"),
    "meetings.telling.fill": caption,
    "meetings.calendars.hour_before": nothing,
    "meetings.calendars.send": row("plan", "meeting_id"),
    "meetings.calendars.wish_hour_before": wish,
    "meetings.child.ask": child(text="x"),
    "meetings.child.card": child(),
    "meetings.child.listed": nothing,
    "meetings.child.pause": child(stop=False),
    "meetings.journal.export": school(),
    "meetings.journal.glance": nothing,
    "meetings.journal.listed": school(),
    "meetings.journal.months": nothing,
    "meetings.journal.of_school": school(first=DAY, last=DAY),
    "meetings.journal.send_month": school(),
    "meetings.journal.send_my_month": nothing,
    "meetings.journal.timeline": row("pair", limit=5),
    "meetings.lessons.present": school(),
    "meetings.lessons.settle": school(text="8:30-14:30"),
    "meetings.releases.ask": row("plan", "meeting_id"),
    "meetings.releases.look": row("release"),
    "meetings.releases.wanted": row("plan", "meeting_id"),
    "meetings.releases.written": document,
    "meetings.outings.answer": outing(yes=True),
    "meetings.outings.on_paper": outing(),
    "meetings.outings.wanted": row("pair"),
    "meetings.planning.accept": row("plan", "meeting_id"),
    "meetings.planning.call_off": row("plan", "meeting_id", reason="ill"),
    "meetings.times.choice": row("pair"),
    "meetings.times.doubts": row("pair", starts_at=STARTS, minutes=45),
    "meetings.plans.mine": nothing,
    "meetings.plans.plan": row("plan", "meeting_id"),
    "meetings.planning.propose": row("pair", starts_at=STARTS),
    "meetings.planning.stop_repeating": row("plan", "meeting_id"),
    "meetings.times.times": row("pair", day=DAY),
    "meetings.feedback.give": row("meeting", mark=7),
    "meetings.own.mine": nothing,
    "meetings.own.my_meeting": row("meeting"),
    "meetings.meetings.my_pairs": nothing,
    "meetings.telling.understand": told,
    "meetings.meetings.record": row("pair", held_on=DAY, minutes=45, kind="working"),
}
