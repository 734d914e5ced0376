"""The story of the demo, its screens and what is in the database afterwards."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from db.models import (
    Activity,
    Answer,
    Assignment,
    Consent,
    Evidence,
    Feedback,
    File,
    Meeting,
    Membership,
    Organisation,
    Outbox,
    Pair,
    PairMember,
    PersonalPlan,
    Response,
    Roadmap,
)
from examples import newcomers, programme, story
from examples.phones import CAST
from examples.stage import Stage, consents_by_button, opened_stage
from mentoring.consent import texts
from tests.e2e import invariants
from tests.paths import SHARED

REAL = sorted((SHARED / "roadmaps").glob("*.docx"))


async def rows(stage: Stage, query: object) -> list[tuple[object, ...]]:
    async with stage.app.database.reading() as session:
        return [tuple(row) for row in (await session.execute(query)).all()]  # type: ignore[call-overload]


async def test_the_story_of_the_demo(database_url: str) -> None:
    first = story.first_deadline(story.SAMPLE)
    start = story.at(first - timedelta(days=1))
    async with opened_stage(database_url, start) as stage:
        cast = await story.play(stage, story.SAMPLE)
        await _check_people(stage)
        await _check_roadmap(stage, first)
        await _check_meeting(stage)
        await _check_messages(stage, first)
        _check_screens(cast)
        assert await invariants.broken(stage.app.database) == {}
        refused = [call.error for call in stage.world.calls.refused()]
        assert all("message is not modified" in error for error in refused), refused


async def _check_people(stage: Stage) -> None:
    places = await rows(stage, select(Organisation.name, Organisation.kind).order_by("id"))
    assert places == [
        (CAST["department"]["place"], "municipality"),
        (CAST["curator"]["place"], "school"),
    ]
    roles = await rows(stage, select(Membership.role).order_by(Membership.id))
    assert [role for (role,) in roles] == ["department", "curator", "mentor", "mentee"]


async def _check_roadmap(stage: Stage, first: date) -> None:
    assert await rows(stage, select(Roadmap.status)) == [("confirmed",)]
    count = await rows(stage, select(func.count()).select_from(Activity))
    assert count == [(14,)]
    corrected = select(Activity.responsible).where(Activity.position == 1)
    activities = await rows(stage, select(Activity.responsible))
    assert (CAST["executor"].split(", "),) in activities, corrected
    closed = (
        select(Assignment.due_on, File.name)
        .join(Evidence, Evidence.assignment_id == Assignment.id)
        .join(File, File.id == Evidence.file_id)
        .where(Assignment.status == "done")
    )
    assert await rows(stage, closed) == [(first, CAST["document"])]


async def _check_meeting(stage: Stage) -> None:
    meeting = select(Meeting.held_on, Meeting.minutes, Meeting.kind, Meeting.note)
    ((_held_on, minutes, kind, note),) = await rows(stage, meeting)
    assert (minutes, kind, note) == (45, "acquaintance", CAST["note"])
    assert await rows(stage, select(Feedback.mark, Feedback.note)) == [(9, CAST["feedback"])]
    assert await rows(stage, select(func.count()).select_from(Pair)) == [(1,)]
    sides = await rows(stage, select(PairMember.side).order_by(PairMember.side))
    assert [side for (side,) in sides] == ["mentee", "mentor"]
    ((completed,),) = await rows(stage, select(Response.completed_at))
    assert completed is not None
    answers = await rows(stage, select(Answer.number, Answer.text))
    assert len(answers) == 6
    assert (None, CAST["answer"]) in answers


async def _check_messages(stage: Stage, first: date) -> None:
    statuses = await rows(stage, select(Outbox.status).distinct())
    assert set(statuses) <= {("sent",), ("empty",)}
    digests = select(Outbox.unique_key).where(
        Outbox.unique_key.like(f"digest:%:{first.isoformat()}")
    )
    assert len(await rows(stage, digests)) == 1
    copies = select(Outbox.status).where(Outbox.announcement_id.is_not(None))
    assert await rows(stage, copies) == [("sent",)]


def _check_screens(cast: story.Cast) -> None:
    def seen(role: str) -> str:
        return "\n".join(event.text for event in cast[role].person.events)

    curator = seen("curator")
    assert "14 мероприятий, 1 вопрос" in curator
    assert "Сегодня последний день" in curator
    assert "Документ приложен, мероприятие закрыто" in curator
    assert "Оценки: наставляемый 9" in curator
    assert "ответили 1 из 2" in curator
    assert "Просрочено на 5 рабочих дней" in seen("department")
    assert "Доставлено: 1" in seen("department")
    assert CAST["announcement"] in seen("mentor")
    assert "Новый опрос" in seen("mentor")
    assert "Насколько она была полезной" in seen("mentee")
    # What one says of a meeting is not for the other.
    assert CAST["feedback"] not in seen("mentor")
    assert CAST["feedback"] not in seen("department")


async def test_a_pupil_comes_in_with_a_parent(database_url: str, tmp_path: Path) -> None:
    start = story.at(date(2026, 9, 1))
    consents = consents_by_button(tmp_path / "consents")
    async with opened_stage(database_url, start, consents_dir=consents) as stage:
        cast = story.Cast()
        await story.connect(stage, cast)
        await newcomers.play(stage, cast)
        roles = await rows(stage, select(Membership.role).order_by(Membership.id))
        givers = await rows(stage, select(Consent.giver, Consent.channel).order_by(Consent.id))
        given = await rows(stage, select(Answer.question, Answer.number, Answer.text))
        assert await invariants.broken(stage.app.database) == {}
    texts.use(None)
    assert [role for (role,) in roles] == ["department", "curator", "representative", "mentee"]
    assert givers == [("self", "button"), ("representative", "button")]
    assert ("grade", 8, None) in given
    assert ("request_words", None, CAST["request"]) in given
    assert "Миша П." in "\n".join(event.text for event in cast["parent"].person.events)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_pair_has_its_programme_approved(database_url: str) -> None:
    async with opened_stage(database_url, story.at(date(2026, 9, 1))) as stage:
        cast = story.Cast()
        await story.connect(stage, cast)
        await story.form_pair(stage, cast)
        await programme.play(stage, cast)
        assert await rows(stage, select(PersonalPlan.status)) == [("approved",)]
        assert await invariants.broken(stage.app.database) == {}
    for role in ("mentor", "mentee"):
        told = "\n".join(event.text for event in cast[role].person.events)
        assert "утверждена" in told


@pytest.mark.skipif(not REAL, reason="the real roadmaps are not beside this checkout")
@pytest.mark.parametrize("name", [path.stem for path in REAL])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_story_holds_for_real_roadmaps(database_url: str, name: str) -> None:
    path = next(path for path in REAL if path.stem == name)
    start = story.at(story.first_deadline(path) - timedelta(days=1))
    async with opened_stage(database_url, start) as stage:
        cast = await story.play(stage, path)
        await story.play_on(stage, cast)
        assert await invariants.broken(stage.app.database) == {}
        assert cast["curator"].person.buttons()
