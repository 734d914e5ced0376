from datetime import date
from typing import Any

from db.models import File, Request, Roster, ShelfDocument
from mentoring.bank.roster_reading import Entry
from mentoring.bank.roster_reading import Roster as Read
from mentoring.bank.status import Selection, Side, Voice
from mentoring.roadmaps.receiving import Incoming
from mentoring.shelf.shelf import DocumentKind
from tests.guards.samples.scene import Maker, Sample, Scene, nothing, row, school

FILE = Incoming("x.docx", 10, "x", 1, "file", "document")


def _request(scene: Scene) -> Request:
    return Request(
        organisation_id=scene.town.school,
        profile_id=scene.ids["matched mentee"],
        text="x",
        voiced_by=Voice.SELF,
        created_at=scene.now,
    )


def _roster(scene: Scene) -> Roster:
    return Roster(
        organisation_id=scene.town.school,
        programme_id=scene.ids["programme"],
        side=Side.MENTEE,
        name="x",
        status="read",
        data={"columns": {}, "new": [], "same": [], "alike": [], "errors": [], "repeated": 0},
        created_by=scene.curator,
        created_at=scene.now,
    )


def _roster_file(scene: Scene) -> File:
    return File(
        organisation_id=scene.town.school,
        name="x.xlsx",
        size=1,
        media_type="x",
        bot_id=1,
        file_id="x",
        sent_as="document",
        created_by=scene.curator,
        created_at=scene.now,
    )


def _shelf_document(scene: Scene) -> ShelfDocument:
    return ShelfDocument(
        organisation_id=scene.town.school,
        file_id=scene.ids["roster_file"],
        kind=DocumentKind.ORDER,
        title="x",
        created_by=scene.curator,
        created_at=scene.now,
    )


MAKERS: dict[str, Maker] = {
    "request": _request,
    "roster": _roster,
    "roster_file": _roster_file,
    "shelf_document": _shelf_document,
}


def profile(side: str, **more: Any) -> Sample:
    return row(f"matched {side}", "profile_id", **more)


def of_file(**more: Any) -> Sample:
    async def arguments(scene: Scene) -> dict[str, Any]:
        programme = scene.ids["programme"]
        return {"file_id": scene.ids["roster_file"], "programme_id": programme, **more}

    return arguments


async def same_person(scene: Scene) -> dict[str, Any]:
    """Two people with a chat each: they are refused, and not for want of a right."""
    return {
        "profile_id": scene.ids["matched mentee"],
        "other_id": scene.ids["matched mentor"],
    }


async def own(scene: Scene) -> dict[str, Any]:
    """The mentee's own, whoever tries."""
    return {"profile_id": scene.ids["matched mentee"]}


async def own_change(scene: Scene) -> dict[str, Any]:
    return await own(scene) | {"key": "post", "value": "y"}


async def own_request(scene: Scene) -> dict[str, Any]:
    return await own(scene) | {"text": "y"}


async def read_list(scene: Scene) -> dict[str, Any]:
    read = Read(people=[Entry(1, "Petrova Anna")])
    found = await of_file(side=Side.MENTEE, read=read)(scene)
    return found | {"job_id": scene.ids["job"]}


SAMPLES: dict[str, Sample] = {
    "bank.cards.card": profile("mentee"),
    "people.claiming.link": profile("mentee"),
    "people.claiming.may_release": profile("mentee"),
    "people.claiming.release": profile("mentee"),
    "bank.checking.ask_stale": school(),
    "bank.editing.accept": profile("mentee"),
    "bank.editing.change": profile("mentee", key="post", value="y"),
    "bank.editing.change_mine": own_change,
    "bank.editing.pause": profile("mentee"),
    "bank.editing.resume": profile("mentee"),
    "bank.exporting.banks": school(),
    "bank.exporting.request_export": school(),
    "bank.finding.find": school(side=Side.MENTEE),
    "bank.merging.alike": profile("mentee"),
    "bank.merging.merge": same_person,
    "bank.merging.preview": same_person,
    "bank.own.confirm": own,
    "bank.own.profiles": nothing,
    "bank.requests.voice": profile("mentee", text="y", voiced_by=Voice.PARENT),
    "bank.requests.voice_mine": own_request,
    "bank.requests.withdraw": row("request"),
    "bank.roster.by_phone": school(phone="89001234567"),
    "bank.roster.drop": row("roster"),
    "bank.roster.preview": row("roster"),
    "bank.roster.read_file": of_file(side=Side.MENTEE),
    "bank.roster.read_text": row("programme", side=Side.MENTEE, text="Petrova Anna"),
    "bank.roster.save": row("roster"),
    "bank.roster_jobs.file_to_read": row("roster_file", "file_id"),
    "bank.roster_jobs.finish": row("roster"),
    "bank.roster_jobs.keep_draft": read_list,
    "bank.selecting.decide": profile("mentor", selection=Selection.SELECTED),
    "bank.selecting.trained": profile("mentor", course="y", finished_on=date(2026, 8, 1)),
    "shelf.shelf.add": school(kind=DocumentKind.ORDER, title="y", file=FILE),
    "shelf.shelf.documents": school(),
    "shelf.shelf.remove": row("shelf_document", "document_id"),
    "shelf.shelf.send": row("shelf_document", "document_id"),
    "shelf.shelf.send_roadmap": row("roadmap"),
    "todo.waiting": school(),
}
