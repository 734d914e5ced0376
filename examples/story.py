"""The main story: from a connected school to an announcement, on whatever roadmap is given."""

import asyncio
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from documents import reader
from examples.phones import CAST, Phone, arrive
from examples.stage import ADMIN, Stage
from mentoring.roadmaps.reading import read_roadmap

ZONE = "Europe/Moscow"
MORNING = time(9, 0)
# When the lessons are over and pupils are written to.
AFTERNOON = time(15, 0)
SAMPLE = Path(__file__).with_name("roadmap.docx")
# A year for documents that tell none.
SCHOOL_YEAR = 2026


@dataclass(slots=True)
class Cast:
    """Whose phones there are, by role, in the order of their coming."""

    phones: dict[str, Phone] = field(default_factory=dict)

    def __getitem__(self, role: str) -> Phone:
        return self.phones[role]


def first_deadline(path: Path) -> date:
    return deadlines(path)[0]


def deadlines(path: Path) -> list[date]:
    """The last days in the roadmap, the earliest first."""
    document = reader.read(path.read_bytes(), path.name)
    items = read_roadmap(document, school_year=SCHOOL_YEAR).items
    ends = [item.deadline.end for item in items if item.deadline.end and not item.is_section]
    if not ends:
        raise ValueError(f"{path.name} has no activity with a last day")
    return sorted(ends)


def at(day: date, hour: time = MORNING) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(ZONE))


async def play(stage: Stage, path: Path) -> Cast:
    """All scenes, one after the other."""
    cast = Cast()
    first, *later = deadlines(path)
    await connect(stage, cast)
    await bring_roadmap(cast, path)
    await form_pair(stage, cast)
    await _till_the_digest(stage, cast["curator"], first)
    await close_with_document(cast)
    await meet(stage, cast)
    await ask_survey(stage, cast)
    # Ten days after the next deadline what was left alone has crossed the line to the department.
    await stage.go_to(at((later or [first])[0] + timedelta(days=10)))
    await announce(stage, cast)
    return cast


async def _till_the_digest(stage: Stage, curator: Phone, day: date) -> None:
    """To the morning of that day; of a day off, to the first working day behind it."""
    for further in range(7):
        await stage.go_to(at(day + timedelta(days=further)))
        if curator.has("roadmap-digest-open"):
            return


async def play_on(stage: Stage, cast: Cast) -> None:
    """The long story goes on: a meeting that went badly, late answers, the end of the pair."""
    mentor, mentee, curator = cast["mentor"], cast["mentee"], cast["curator"]
    await stage.go_to(at(this_day(stage) + timedelta(days=4), AFTERNOON))
    await mentor.send("/menu")
    await mentor.press("menu-record")
    await mentor.press("meeting-save")
    await mentor.press_label("4")
    await mentee.press("feedback-mark", mark=3)
    await mentee.press("button-done")
    await curator.press("feedback-open-pair")
    await curator.press("pair-texts-button")
    await mentor.send("/menu")
    await mentor.press("menu-my-surveys")
    await stage.go_to(stage.clock.now() + timedelta(days=30))
    staff = cast["department"]
    await staff.send("/menu")
    await staff.press("menu-board")
    await staff.press_label(0)
    await curator.send("/menu")
    await curator.press("menu-pairs")
    await curator.press_label(0)
    await curator.press("pair-end")
    await curator.press("pair-complete")
    await curator.press("pair-complete-yes")


async def connect(stage: Stage, cast: Cast) -> None:
    """An administrator founds the department, the department connects the school."""
    admin = cast.phones["admin"] = await arrive(stage, "admin", user_id=ADMIN)
    await admin.press("menu-departments")
    await admin.press("departments-add")
    await admin.send(CAST["department"]["place"])
    staff = cast.phones["department"] = await arrive(stage, "department", admin.link())
    await staff.press("menu-schools")
    await staff.press("schools-add")
    await staff.send(CAST["curator"]["place"])
    cast.phones["curator"] = await arrive(stage, "curator", staff.link())


async def bring_roadmap(cast: Cast, path: Path) -> None:
    """The curator sends the document, answers what is doubtful, corrects a row, confirms."""
    curator = cast["curator"]
    await curator.send_file(path.name, await asyncio.to_thread(path.read_bytes))
    if curator.has("roadmap-year-other"):
        await curator.press("roadmap-year", year=f"{SCHOOL_YEAR}/{(SCHOOL_YEAR + 1) % 100}")
    await curator.press("roadmap-check")
    if curator.has("roadmap-ask"):
        await curator.press("roadmap-ask")
        while not curator.has("roadmap-confirm-button"):
            key = "roadmap-answer-right"
            await curator.press(key if curator.has(key) else "roadmap-answer-none")
    await curator.press("roadmap-rows-button")
    await curator.press_label(0)
    await curator.press("roadmap-edit-button")
    await curator.press("roadmap-people-button")
    await curator.send(CAST["executor"])
    await curator.press("button-back")
    await curator.press("roadmap-to-draft")
    await curator.press("roadmap-confirm-button")
    await curator.press(
        "roadmap-past-open" if curator.has("roadmap-past-open") else "roadmap-confirm-button"
    )


async def form_pair(stage: Stage, cast: Cast) -> None:
    """Mentor and mentee come by their own links; the curator makes them a pair."""
    curator = cast["curator"]
    await curator.send("/menu")
    await curator.press("menu-group-people")
    await curator.press("menu-participants")
    await curator.press("participants-invite-mentor")
    mentor_link = curator.link()
    await curator.press("button-back")
    await curator.press("participants-invite-mentee")
    mentee_link = curator.link()
    cast.phones["mentor"] = await arrive(stage, "mentor", mentor_link)
    cast.phones["mentee"] = await arrive(stage, "mentee", mentee_link)
    await curator.send("/menu")
    await curator.press("menu-pairs")
    await curator.press("pairs-create")
    await curator.press_label(0)
    await curator.press_label(0)
    await curator.press("pair-create")


async def close_with_document(cast: Cast) -> None:
    """In the morning the curator opens what is due and sends its document."""
    curator = cast["curator"]
    await curator.press("roadmap-digest-open")
    await curator.press_label(0)
    await curator.press("roadmap-attach-button")
    await curator.send_file(CAST["document"], b"%PDF-1.4 a scanned order")


def this_day(stage: Stage) -> date:
    return stage.clock.now().astimezone(ZoneInfo(ZONE)).date()


async def meet(stage: Stage, cast: Cast) -> None:
    """After the lessons the mentor records a meeting, the mentee gives a mark and a few words."""
    mentor, mentee, curator = cast["mentor"], cast["mentee"], cast["curator"]
    await stage.go_to(at(this_day(stage), AFTERNOON))
    await mentor.press("pair-record")
    await mentor.send(CAST["note"])
    await mentor.press("meeting-save")
    await mentee.press("feedback-mark", mark=9)
    await mentee.send(CAST["feedback"])
    await curator.send("/menu")
    await curator.press("menu-pairs")
    await curator.press_label(0)


async def ask_survey(stage: Stage, cast: Cast) -> None:
    """The curator sets a survey for tomorrow; on its day both are asked, the mentee answers."""
    curator, mentee = cast["curator"], cast["mentee"]
    await curator.send("/menu")
    await curator.press("menu-surveys")
    await curator.press("survey-new")
    await curator.press_label(0)
    await curator.press("survey-tomorrow")
    await curator.press("survey-assign")
    await stage.go_to(at(this_day(stage) + timedelta(days=1), AFTERNOON))
    await mentee.press("survey-open")
    while not mentee.has("survey-send"):
        if mentee.person.buttons()[0].isdecimal():
            await mentee.press_label("8")
        elif mentee.has("survey-later") and len(mentee.person.buttons()) > 3:
            await mentee.press_label(0)
        else:
            await mentee.send(CAST["answer"])
    await mentee.press("survey-send")
    await curator.send("/menu")
    await curator.press("menu-surveys")


async def announce(stage: Stage, cast: Cast) -> None:
    """The department writes to all mentors and sees how many it reached."""
    staff = cast["department"]
    await staff.send("/menu")
    await staff.press("menu-announce")
    await staff.press_label(1)
    await staff.send(CAST["announcement"])
    await staff.press("announce-send")
    await stage.settle()
    await staff.press("announce-refresh")
