from typing import Any

from db.models import Activity, Assignment, File, Job, Roadmap
from mentoring.roadmaps.confirming import Past
from mentoring.roadmaps.model import RoadmapDraft
from mentoring.roadmaps.receiving import Incoming
from mentoring.roadmaps.status import Part
from tests.guards.samples.scene import DAY, Maker, Sample, Scene, department, row, school


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


async def texted(scene: Scene) -> dict[str, Any]:
    draft = RoadmapDraft(title="t", document_date=None, period=None, items=())
    return {
        "organisation_id": scene.town.school,
        "job_id": scene.ids["job"],
        "draft": draft,
    }


MAKERS: dict[str, Maker] = {
    "file": _file,
    "job": _job,
    "roadmap": lambda scene: _roadmap(scene, "confirmed"),
    "draft": lambda scene: _roadmap(scene, "draft"),
    "activity": lambda scene: _activity(scene, "roadmap"),
    "drafted": lambda scene: _activity(scene, "draft"),
    "assignment": _assignment,
}

INCOMING = Incoming(
    name="a.docx", size=1, media_type="x", bot_id=1, file_id="f", sent_as="document"
)

SAMPLES: dict[str, Sample] = {
    "roadmaps.board.card": row("assignment"),
    "roadmaps.board.counts": school(),
    "roadmaps.board.overdue": school(limit=5),
    "roadmaps.board.school": school(),
    "roadmaps.board.schools": department(),
    "roadmaps.board.tasks": school(part=Part.ALL, offset=0, limit=5),
    "roadmaps.closing.attach": evidence,
    "roadmaps.closing.attach_note": row("assignment", note="x"),
    "roadmaps.closing.close": row("assignment"),
    "roadmaps.closing.reopen": row("assignment"),
    "roadmaps.confirming.confirm": row("draft", "roadmap_id", past=Past.OPEN),
    "roadmaps.confirming.preview": row("draft", "roadmap_id"),
    "roadmaps.editing.add": row("draft", "roadmap_id", title="x"),
    "roadmaps.editing.assign": row("drafted", "activity_id", names="x"),
    "roadmaps.editing.expect": row("drafted", "activity_id", result="x"),
    "roadmaps.editing.move": row("drafted", "activity_id", up=True),
    "roadmaps.editing.remove": row("drafted", "activity_id", removed=True),
    "roadmaps.editing.rename": row("drafted", "activity_id", title="x"),
    "roadmaps.importing.file_to_read": row("file"),
    "roadmaps.importing.save_draft": drafted,
    "roadmaps.importing.save_text_draft": texted,
    "roadmaps.starting.from_template": school(template="pupils", school_year=2026),
    "roadmaps.receiving.keep": school(file=INCOMING),
    "roadmaps.receiving.read_as_roadmap": row("file"),
    "roadmaps.receiving.read_text": school(text="x"),
    "roadmaps.replacing.differences": row("draft", "roadmap_id"),
    "roadmaps.rolling.next_year": row("roadmap"),
    "roadmaps.rolling.roll_over": row("roadmap", school_year=2027),
    "roadmaps.review.live": school(),
    "roadmaps.review.next_question": row("draft", "roadmap_id"),
    "roadmaps.review.overview": row("draft", "roadmap_id"),
    "roadmaps.review.row": row("drafted", "activity_id"),
    "roadmaps.review.rows": row("draft", "roadmap_id", offset=0, limit=5),
    "roadmaps.review.set_year": row("draft", "roadmap_id", school_year=2026),
    "roadmaps.review.settle": row("drafted", "activity_id", answer="none"),
    "roadmaps.review.settle_day": row("drafted", "activity_id", day=DAY),
    "roadmaps.review.settle_typed": row("drafted", "activity_id", text="1 октября"),
}
# Whose object is the department, not the school.
OF_DEPARTMENT = {"roadmaps.board.schools"}
