"""How to call each use case: a sample object of every kind in one school, and arguments for it.

A new use case adds its line to SAMPLES. The arguments point at the school's own objects; whoever
sits elsewhere must be kept out of them.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from db.engines import Database
from db.models import (
    Activity,
    Announcement,
    Assignment,
    Base,
    Feedback,
    File,
    Job,
    Meeting,
    Pair,
    PairMember,
    Response,
    Roadmap,
    Survey,
)
from mentoring.roadmaps.board import Part
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.model import RoadmapDraft
from mentoring.roadmaps.receiving import Incoming
from mentoring.roles import Role
from tests.mentoring.seed import Town

DAY = date(2026, 10, 1)
# Use cases whose object is the department, not the school.
OF_DEPARTMENT = {
    "people.organisations.connect_school",
    "people.organisations.schools",
    "roadmaps.board.schools",
}


@dataclass
class Scene:
    """A municipality whose school has one of everything; `ids` by the kind of object."""

    database: Database
    town: Town
    now: datetime
    ids: dict[str, int] = field(default_factory=dict)

    async def fill(self) -> None:
        async with self.database.begin() as session:
            for name, make in MAKERS.items():
                row = make(self)
                session.add(row)
                await session.flush()
                self.ids[name] = int(getattr(row, "id", 0))

    async def target_of(self, name: str) -> str:
        return "department" if name in OF_DEPARTMENT else "school"

    async def fingerprint(self) -> dict[str, int]:
        """What every table holds: whatever was refused has left it as it was."""
        async with self.database.reading() as session:
            return {
                name: hash(tuple(sorted(map(repr, (await session.execute(select(table))).all()))))
                for name, table in Base.metadata.tables.items()
            }

    def person(self, role: Role) -> int:
        return self.town.people["school", role][0]

    @property
    def curator(self) -> int:
        return self.person(Role.CURATOR)


def _file(scene: Scene) -> File:
    return File(
        organisation_id=scene.town.school,
        name="a.docx",
        size=1,
        media_type="x",
        bot_id=1,
        file_id="f",
        sent_as="document",
        created_by=scene.curator,
        created_at=scene.now,
    )


def _roadmap(scene: Scene, status: str) -> Roadmap:
    return Roadmap(
        organisation_id=scene.town.school,
        title="t",
        status=status,
        school_year=2026,
        needs_year=False,
        created_by=scene.curator,
        created_at=scene.now,
        confirmed_at=scene.now if status == "confirmed" else None,
    )


def _activity(scene: Scene, roadmap: str) -> Activity:
    return Activity(
        organisation_id=scene.town.school,
        roadmap_id=scene.ids[roadmap],
        position=1,
        number="1.1",
        section="",
        title="t",
        is_section=False,
        deadline_text="?",
        kind="due",
        end=DAY,
        windows=[],
        responsible=[],
        result="",
        warnings=[],
        doubtful=True,
    )


def _assignment(scene: Scene) -> Assignment:
    return Assignment(
        organisation_id=scene.town.school,
        activity_id=scene.ids["activity"],
        window=0,
        due_on=DAY,
        status="open",
        watched_on=scene.now.date(),
    )


def _pair(scene: Scene) -> Pair:
    return Pair(
        organisation_id=scene.town.school,
        created_by=scene.curator,
        created_at=scene.now,
        started_on=scene.now.date() - timedelta(days=9),
        members_key="x",
    )


def _member(scene: Scene, role: Role) -> PairMember:
    return PairMember(pair_id=scene.ids["pair"], person_id=scene.person(role), side=role)


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


def _survey(scene: Scene) -> Survey:
    return Survey(
        organisation_id=scene.town.school,
        form="entry-1",
        opens_on=scene.now.date(),
        created_by=scene.curator,
        created_at=scene.now,
    )


def _response(scene: Scene) -> Response:
    return Response(
        organisation_id=scene.town.school,
        survey_id=scene.ids["survey"],
        person_id=scene.person(Role.MENTEE),
        role=Role.MENTEE,
        started_at=scene.now,
    )


def _announcement(scene: Scene) -> Announcement:
    return Announcement(
        organisation_id=scene.town.school,
        author_id=scene.curator,
        audience="mentors",
        source_chat_id=1,
        source_message_id=1,
        excerpt="x",
        status="draft",
        planned_person_id=0,
        created_at=scene.now,
    )


def _job(scene: Scene) -> Job:
    return Job(
        unique_key="x",
        kind="roadmap.read",
        person_id=scene.curator,
        args={},
        status="running",
        attempts=0,
        created_at=scene.now,
    )


MAKERS: dict[str, Callable[[Scene], Any]] = {
    "file": _file,
    "job": _job,
    "roadmap": lambda scene: _roadmap(scene, "confirmed"),
    "draft": lambda scene: _roadmap(scene, "draft"),
    "activity": lambda scene: _activity(scene, "roadmap"),
    "drafted": lambda scene: _activity(scene, "draft"),
    "assignment": _assignment,
    "pair": _pair,
    "mentor": lambda scene: _member(scene, Role.MENTOR),
    "mentee": lambda scene: _member(scene, Role.MENTEE),
    "meeting": _meeting,
    "feedback": _feedback,
    "survey": _survey,
    "response": _response,
    "announcement": _announcement,
}

Sample = Callable[[Scene], Awaitable[dict[str, Any]]]


def school(**more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        return {"organisation_id": scene.town.school, **more}

    return arguments


def department(**more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        return {"department_id": scene.town.department, **more}

    return arguments


def row(made: str, argument: str = "", /, **more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        return {argument or f"{made}_id": scene.ids[made], **more}

    return arguments


async def nothing(_scene: Scene) -> dict[str, Any]:
    return {}


async def named(_scene: Scene) -> dict[str, Any]:
    return {"name": "x"}


async def couple(scene: Scene) -> dict[str, Any]:
    return {
        "organisation_id": scene.town.school,
        "mentor_id": scene.person(Role.MENTOR),
        "mentee_id": scene.person(Role.MENTEE),
    }


async def evidence(scene: Scene) -> dict[str, Any]:
    return {"assignment_id": scene.ids["assignment"], "file_ids": [scene.ids["file"]]}


async def drafted(scene: Scene) -> dict[str, Any]:
    draft = RoadmapDraft(title="t", document_date=None, period=None, items=())
    return {
        "file_id": scene.ids["file"],
        "job_id": scene.ids["job"],
        "draft": draft,
        "school_year": None,
    }


INCOMING = Incoming(
    name="a.docx", size=1, media_type="x", bot_id=1, file_id="f", sent_as="document"
)

SAMPLES: dict[str, Sample] = {
    "announcements.announcing.audiences": school(),
    "announcements.announcing.cancel": row("announcement"),
    "announcements.announcing.confirm": row("announcement"),
    "announcements.announcing.draft": school(
        audience="mentors", source_chat_id=1, source_message_id=1, excerpt="x"
    ),
    "announcements.announcing.progress": row("announcement"),
    "announcements.announcing.recent": school(),
    "meetings.feedback.comment": row("meeting", text="x"),
    "meetings.feedback.give": row("meeting", mark=7),
    "meetings.meetings.mine": nothing,
    "meetings.meetings.my_meeting": row("meeting"),
    "meetings.meetings.my_pairs": nothing,
    "meetings.meetings.record": row("pair", held_on=DAY, minutes=45, kind="working"),
    "pairs.pairs.candidates": school(side=Role.MENTOR),
    "pairs.pairs.card": row("pair"),
    "pairs.pairs.create": couple,
    "pairs.pairs.end": row("pair"),
    "pairs.pairs.listed": school(),
    "pairs.pairs.proposed": couple,
    "people.organisations.connect_school": department(name="x"),
    "people.organisations.departments": nothing,
    "people.organisations.found_department": named,
    "people.organisations.invite_participants": school(role=Role.MENTOR),
    "people.organisations.invite_staff": school(role=Role.CURATOR),
    "people.organisations.schools": department(),
    "people.participants.listed": school(role=Role.MENTOR),
    "roadmaps.board.card": row("assignment"),
    "roadmaps.board.counts": school(),
    "roadmaps.board.overdue": school(limit=5),
    "roadmaps.board.school": school(),
    "roadmaps.board.schools": department(),
    "roadmaps.board.tasks": school(part=Part.ALL, offset=0, limit=5),
    "roadmaps.closing.attach": evidence,
    "roadmaps.closing.attach_note": row("assignment", note="x"),
    "roadmaps.closing.close": row("assignment"),
    "roadmaps.closing.not_needed": row("assignment"),
    "roadmaps.closing.reopen": row("assignment"),
    "roadmaps.confirming.confirm": row("draft", "roadmap_id", past=Past.OPEN),
    "roadmaps.confirming.preview": row("draft", "roadmap_id"),
    "roadmaps.importing.file_to_read": row("file"),
    "roadmaps.importing.save_draft": drafted,
    "roadmaps.receiving.keep": school(file=INCOMING),
    "roadmaps.receiving.read_as_roadmap": row("file"),
    "roadmaps.review.assign": row("drafted", "activity_id", names="x"),
    "roadmaps.review.live": school(),
    "roadmaps.review.next_question": row("draft", "roadmap_id"),
    "roadmaps.review.overview": row("draft", "roadmap_id"),
    "roadmaps.review.remove": row("drafted", "activity_id", removed=True),
    "roadmaps.review.rename": row("drafted", "activity_id", title="x"),
    "roadmaps.review.row": row("drafted", "activity_id"),
    "roadmaps.review.rows": row("draft", "roadmap_id", offset=0, limit=5),
    "roadmaps.review.set_year": row("draft", "roadmap_id", school_year=2026),
    "roadmaps.review.settle": row("drafted", "activity_id", answer="none"),
    "roadmaps.review.settle_typed": row("drafted", "activity_id", text="1 октября"),
    "surveys.answering.answer": row(
        "response", form="entry-1", role=Role.MENTEE, question="comfort", value=5
    ),
    "surveys.answering.begin": row("survey"),
    "surveys.answering.mine": nothing,
    "surveys.answering.sitting": row("response"),
    "surveys.answering.submit": row("response"),
    "surveys.surveys.assign": school(form="entry-1", opens_on=DAY),
    "surveys.surveys.forms": school(),
    "surveys.surveys.listed": school(),
    "surveys.surveys.receivers": school(),
    "surveys.surveys.results": row("survey"),
}
