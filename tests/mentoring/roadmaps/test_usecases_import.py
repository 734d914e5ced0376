"""From a file in the chat to a draft in the database."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import docx
import pytest
from sqlalchemy import func, select

from core.clock import SettableClock
from core.errors import NotAllowed, Refusal
from core.translator import Translator
from db.engines import Database
from db.models import Activity, File, Job, Outbox, Roadmap
from documents.errors import Refusal as Code
from mentoring.jobs import JobContext
from mentoring.letters import spoken
from mentoring.roadmaps import importing, receiving, review
from mentoring.roadmaps.deadlines import Kind, Span, Warn
from mentoring.roles import Role
from mentoring.unit import Unit
from tests.mentoring.roadmaps.plans import FILE, a_job, curator, draft, item, saved
from tests.mentoring.seed import Town, acting

HEAD = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")


def word(*rows: tuple[str, ...], title: str = "Дорожная карта на 2026-2027 учебный год") -> bytes:
    document = docx.Document()
    document.add_paragraph(title)
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written = BytesIO()
    document.save(written)
    return written.getvalue()


ROWS = (
    ("1", "Назначить куратора", "до 10 сентября", "директор", "приказ"),
    ("2", "Сформировать базу наставников", "с 16 по 30 сентября", "куратор", "база"),
    ("3", "Провести встречи", "в течение года", "наставники", ""),
    ("4", "Собрать отзывы", "тридесятого числа", "куратор", "отчёт"),
)


@asynccontextmanager
async def running(
    database: Database, clock: SettableClock, town: Town, data: bytes, **args: Any
) -> AsyncIterator[JobContext]:
    """A job as the runner gives it, with a messenger that holds one file."""
    actor = curator(town)
    async with acting(database, actor, clock.now()) as unit:
        file_id = await receiving.keep(unit, organisation_id=town.school, file=FILE)
        await receiving.read_as_roadmap(unit, file_id=file_id)
        job_id = await unit.session.scalar(select(Job.id).order_by(Job.id.desc()))
    assert job_id is not None

    @asynccontextmanager
    async def unit_of_work() -> AsyncIterator[Unit]:
        async with acting(database, actor, clock.now()) as unit:
            yield unit

    async def download(file: str) -> bytes:
        assert file == FILE.file_id
        return data

    async def aside(function: Callable[..., Any], /, *args: Any) -> Any:
        return function(*args)

    yield JobContext(
        job_id, actor.person_id or 0, {"file": file_id, **args}, unit_of_work, download, aside
    )


async def test_a_document_becomes_a_draft_and_the_curator_is_told(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with running(database, clock, town, word(*ROWS)) as context:
        await importing.read_in_job(context)
    async with database.reading() as session:
        roadmap = (await session.scalars(select(Roadmap))).one()
        query = select(Activity).order_by(Activity.position)
        activities = list(await session.scalars(query))
        told = (await session.scalars(select(Outbox))).one()
    assert (roadmap.status, roadmap.organisation_id) == ("draft", town.school)
    assert (roadmap.period_start, roadmap.period_end) == (date(2026, 9, 1), date(2027, 8, 31))
    assert [activity.number for activity in activities] == ["1", "2", "3", "4"]
    assert (activities[0].end, activities[0].kind) == (date(2026, 9, 10), Kind.DUE)
    assert (activities[1].start, activities[1].end) == (date(2026, 9, 16), date(2026, 9, 30))
    assert [activity.doubtful for activity in activities] == [False, False, False, True]
    assert told.person_id == curator(town).person_id
    assert told.message == "roadmap-read"
    assert (told.args["activities"], told.args["questions"]) == (4, 1)
    assert told.buttons[0]["action"] == f"roadmap-review:{roadmap.id}"


async def test_a_job_done_twice_adds_nothing(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with running(database, clock, town, word(*ROWS)) as context:
        await importing.read_in_job(context)
        await importing.read_in_job(context)
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Roadmap)) == 1
        assert await session.scalar(select(func.count()).select_from(Activity)) == 4
        assert await session.scalar(select(func.count()).select_from(Outbox)) == 1


async def test_a_newer_document_takes_the_drafts_place(
    database: Database, clock: SettableClock, town: Town
) -> None:
    first = await saved(database, clock.now(), curator(town), draft(item("1")))
    second = await saved(database, clock.now(), curator(town, number=1), draft(item("1")))
    async with database.reading() as session:
        found = dict((await session.execute(select(Roadmap.id, Roadmap.status))).all())
    assert found == {first: "discarded", second: "draft"}
    async with acting(database, curator(town), clock.now()) as unit:
        with pytest.raises(Refusal, match="roadmap-draft-gone"):
            await review.overview(unit, roadmap_id=first)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", Code.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Code.OLD_WORD),
        (b"PK\x03\x04 and nothing more", Code.DAMAGED),
        (b"\x89PNG\r\n\x1a\n picture", Code.IMAGE),
        (b"{\\rtf1 and nothing more", Code.RICH_TEXT),
        (word(("1", "Купить мел", "100 рублей", "завхоз", "мел"), title="Смета"), "no_roadmap"),
    ],
)
async def test_what_cannot_be_read_is_refused_and_changes_nothing(
    database: Database, clock: SettableClock, town: Town, data: bytes, code: str
) -> None:
    async with running(database, clock, town, data) as context:
        with pytest.raises(Refusal) as caught:
            await importing.read_in_job(context)
    assert caught.value.key == f"roadmap-file-{code}"
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Roadmap)) == 0
        assert await session.scalar(select(func.count()).select_from(Outbox)) == 0


def test_every_refusal_has_its_sentence(translator: Translator) -> None:
    for language in translator.languages:
        words = translator.to(language)
        for code in (*Code, "no_roadmap", "too_long"):
            assert "карта.docx" in words(f"roadmap-file-{code}", name="карта.docx")


def test_every_doubt_has_words(translator: Translator) -> None:
    for language in translator.languages:
        words = translator.to(language)
        said = [words(f"roadmap-doubt-{code}") for code in Warn]
        assert len(set(said)) == len(said)


async def test_too_large_is_refused_before_anything_is_downloaded(
    database: Database, clock: SettableClock, town: Town
) -> None:
    large = replace(FILE, size=20 * 1024 * 1024 + 1)
    with pytest.raises(Refusal, match="too_large"):
        async with acting(database, curator(town), clock.now()) as unit:
            file_id = await receiving.keep(unit, organisation_id=town.school, file=large)
            await receiving.read_as_roadmap(unit, file_id=file_id)
    async with database.reading() as session:
        assert await session.scalar(select(func.count()).select_from(Job)) == 0
        assert await session.scalar(select(func.count()).select_from(File)) == 0


async def test_a_photo_is_no_roadmap(database: Database, clock: SettableClock, town: Town) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        photo = replace(FILE, sent_as="photo", name="")
        file_id = await receiving.keep(unit, organisation_id=town.school, file=photo)
        with pytest.raises(Refusal, match="roadmap-not-a-document"):
            await receiving.read_as_roadmap(unit, file_id=file_id)


async def test_a_press_repeated_reads_a_file_once(
    database: Database, clock: SettableClock, town: Town
) -> None:
    async with acting(database, curator(town), clock.now()) as unit:
        file_id = await receiving.keep(unit, organisation_id=town.school, file=FILE)
        for _ in range(3):
            assert await receiving.read_as_roadmap(unit, file_id=file_id) == FILE.name
        assert await unit.session.scalar(select(func.count()).select_from(Job)) == 1
        assert unit.wakes == {"jobs"}


async def test_without_a_year_the_year_is_asked_first(
    database: Database, clock: SettableClock, town: Town, translator: Translator
) -> None:
    rows = (("1", "Назначить куратора", "до 10 сентября", "директор", "приказ"),)
    data = word(*rows, ("2", "Итоги", "май", "куратор", "отчёт"), title="Дорожная карта")
    async with running(database, clock, town, data) as context:
        await importing.read_in_job(context)
    async with database.reading() as session:
        roadmap = (await session.scalars(select(Roadmap))).one()
        told = (await session.scalars(select(Outbox))).one()
    assert (roadmap.needs_year, roadmap.school_year) == (True, 2026)
    assert [one["action"] for one in told.buttons] == [
        f"roadmap-year:{roadmap.id}-2026",
        f"roadmap-year:{roadmap.id}-2027",
        f"roadmap-review:{roadmap.id}",
    ]
    labels = [translator.to("ru").plain(one["label"], **one["args"]) for one in told.buttons]
    assert labels == ["2026/27", "2027/28", "Другой год"]
    assert "учебный год" in translator.to("ru")(told.message, **spoken(told.args))


async def test_the_year_given_dates_every_row_anew(
    database: Database, clock: SettableClock, town: Town
) -> None:
    rows = (("1", "Назначить куратора", "до 10 сентября", "директор", "приказ"),)
    data = word(*rows, ("2", "Итоги", "май", "куратор", "отчёт"), title="Дорожная карта")
    async with running(database, clock, town, data) as context:
        await importing.read_in_job(context)
    async with acting(database, curator(town), clock.now()) as unit:
        first = await unit.session.scalar(select(Roadmap.id))
        await review.set_year(unit, roadmap_id=first or 0, school_year=2027)
        await review.set_year(unit, roadmap_id=first or 0, school_year=2027)
        jobs = list(await unit.session.scalars(select(Job).order_by(Job.id)))
    assert len(jobs) == 2
    again = replace(context, job_id=jobs[1].id, args=jobs[1].args)
    await importing.read_in_job(again)
    async with database.reading() as session:
        query = select(Roadmap).where(Roadmap.status == "draft")
        roadmap = (await session.scalars(query)).one()
        days = list(
            await session.scalars(
                select(Activity.end)
                .where(Activity.roadmap_id == roadmap.id)
                .order_by(Activity.position)
            )
        )
    assert roadmap.id != first
    assert (roadmap.needs_year, roadmap.school_year) == (False, 2027)
    assert days == [date(2027, 9, 10), date(2028, 5, 31)]


def test_a_flood_of_rows_is_refused() -> None:
    rows = [
        (str(number), f"Мероприятие {number}", "до 10 сентября", "куратор", "отчёт")
        for number in range(importing.MOST_ACTIVITIES + 1)
    ]
    assert importing.parse(word(*rows), "x.docx", None, date(2026, 9, 1)) == "too_long"


async def test_files_and_drafts_of_others_are_out_of_reach(
    database: Database, clock: SettableClock, town: Town
) -> None:
    mine = await saved(database, clock.now(), curator(town), draft(item("1")))
    async with database.reading() as session:
        file_id = await session.scalar(select(File.id)) or 0
    outsiders = [
        curator(town, "neighbour"),
        town.actor("school", Role.MENTOR),
        town.actor("department", Role.DEPARTMENT),
    ]
    for outsider in outsiders:
        async with acting(database, outsider, clock.now()) as unit:
            for forged in (
                receiving.keep(unit, organisation_id=town.school, file=FILE),
                receiving.read_as_roadmap(unit, file_id=file_id),
                importing.file_to_read(unit, file_id=file_id),
                importing.save_draft(
                    unit, file_id=file_id, job_id=1, draft=draft(item("1")), school_year=None
                ),
                review.overview(unit, roadmap_id=mine),
                review.set_year(unit, roadmap_id=mine, school_year=2030),
                review.overview(unit, roadmap_id=10**15),
            ):
                with pytest.raises(NotAllowed):
                    await forged


async def test_a_period_in_the_title_needs_no_year(
    database: Database, clock: SettableClock, town: Town
) -> None:
    period = Span(date(2026, 1, 1), date(2026, 12, 31))
    row = item("1", end=date(2026, 9, 9), warnings=(Warn.YEAR_DOUBTFUL,))
    plan = draft(row, period=period)
    roadmap_id = await saved(database, clock.now(), curator(town), plan)
    async with acting(database, curator(town), clock.now()) as unit:
        overview = await review.overview(unit, roadmap_id=roadmap_id)
        assert (overview.needs_year, overview.questions) == (False, 1)
        assert await a_job(unit)


async def test_two_documents_at_once_leave_one_draft(
    database: Database, clock: SettableClock, town: Town
) -> None:
    await asyncio.gather(
        *(
            saved(database, clock.now(), curator(town, number=number), draft(item(str(number))))
            for number in range(2)
        )
    )
    async with database.reading() as session:
        found = sorted(await session.scalars(select(Roadmap.status)))
    assert found == ["discarded", "draft"]
