"""A roadmap from the file to the department's board, through the chat."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from unittest.mock import patch

import docx
import pytest
from sqlalchemy import func, select

from db.models import Activity, Assignment, Evidence, File, Job, Roadmap
from examples.stage import Stage
from sandbox.people import Person
from tests.e2e.municipality import Municipality, found

HEAD = ("№", "Мероприятие", "Срок", "Ответственный", "Результат")
# The stage opens on Monday, 14 September 2026.
ROWS = (
    ("1", "Назначить куратора", "до 18 сентября", "директор", "приказ"),
    ("2", "Собрать базу наставников", "с 16 по 30 сентября", "куратор", "база"),
    ("3", "Провести встречи", "в течение года", "наставники", ""),
    ("4", "Собрать отзывы", "тридесятого числа", "куратор", "отчёт"),
)
TITLE = "Дорожная карта на 2026-2027 учебный год"


def word(*rows: tuple[str, ...], title: str = TITLE) -> bytes:
    document = docx.Document()
    document.add_paragraph(title)
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    written = BytesIO()
    document.save(written)
    return written.getvalue()


async def press(stage: Stage, person: Person, *which: str | int) -> None:
    for one in which:
        await person.press(one)
        await stage.settle()


async def send(stage: Stage, person: Person, text: str) -> None:
    await person.send(text)
    await stage.settle()


async def send_file(stage: Stage, person: Person, name: str, data: bytes) -> None:
    await person.send_file(name, data)
    await stage.settle()


async def send_album(stage: Stage, person: Person, group: str) -> None:
    """Three photos as one album."""
    post = person._post

    def grouped(content: dict[str, Any], file: Any = None) -> Any:
        return post({**content, "media_group_id": group}, file)

    with patch.object(person, "_post", grouped):
        for _ in range(3):
            await person.send_photo(b"jpeg")
    await stage.settle()


async def count(stage: Stage, table: Any, *conditions: Any) -> int:
    async with stage.app.database.reading() as session:
        query = select(func.count()).select_from(table).where(*conditions)
        return int(await session.scalar(query) or 0)


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5", "Лицей № 1"])


@pytest.fixture
def curator(town: Municipality) -> Person:
    return town.schools[0].curators[0]


async def in_force(stage: Stage, curator: Person, *rows: tuple[str, ...]) -> None:
    """A plan without questions and past rows, confirmed."""
    await send_file(stage, curator, "план.docx", word(*rows))
    await press(stage, curator, "Проверить", "Подтвердить", "Подтвердить")
    assert "подтверждена" in curator.toasts[-1].text


async def test_the_story_of_a_roadmap(stage: Stage, town: Municipality, curator: Person) -> None:
    staff = town.staff[0]
    # The file comes while the curator is busy elsewhere.
    await press(stage, curator, "Люди", "Участники", "Пригласить наставника")
    await send_file(stage, curator, "план.docx", word(*ROWS))
    assert "4 мероприятия, 1 вопрос" in curator.screen
    await press(stage, curator, "Проверить", "Ответить на вопросы: 1")
    assert "В документе: «тридесятого числа»" in curator.screen
    await send(stage, curator, "когда получится")
    assert "Не получилось понять срок" in curator.screen
    await send(stage, curator, "с 1 по 15 октября")
    assert "Записано: с 1 октября по 15 октября 2026" in curator.screen
    await press(stage, curator, "Все мероприятия", "1")
    await send(stage, curator, "до 17 сентября")
    assert "Срок: до 17 сентября 2026" in curator.screen
    await press(stage, curator, "Исправить", "Исполнители")
    await send(stage, curator, "директор, завуч")
    assert "Исполнители: директор, завуч" in curator.screen
    await press(stage, curator, "Назад", "К черновику", "Подтвердить", "Подтвердить")
    assert "Закрыто 0 из 4" in curator.screen

    await stage.go_to(datetime(2026, 9, 17, 7, 0, tzinfo=UTC))
    assert "Сегодня последний день\n• 1 Назначить куратора" in curator.screen
    await press(stage, curator, "Открыть дорожную карту", "1", "Приложить документ")
    await send_file(stage, curator, "приказ 12.pdf", b"%PDF-1.4 order")
    assert "мероприятие закрыто" in curator.screen
    assert "приказ 12.pdf" in curator.screen
    async with stage.app.database.reading() as session:
        query = select(Assignment.status, File.name).join(
            Evidence, Evidence.assignment_id == Assignment.id
        )
        rows = (await session.execute(query.join(File, File.id == Evidence.file_id))).all()
    assert [tuple(row) for row in rows] == [("done", "приказ 12.pdf")]

    # Row 2 ends on Wednesday, the 30th; five working days later its department hears of it.
    await stage.go_to(datetime(2026, 10, 6, 12, 0, tzinfo=UTC))
    assert "Просрочено" not in staff.screen
    assert "срок был 30 сентября" in curator.screen
    await stage.go_to(datetime(2026, 10, 7, 12, 0, tzinfo=UTC))
    assert "Школа № 5: просрочено 1, самое давнее: 2 до 30 сентября" in staff.screen
    await press(stage, staff, "Открыть сроки школ")
    assert "Школа № 5: закрыто 1 из 4, просрочено 1" in staff.screen
    assert "Лицей № 1: дорожной карты ещё нет" in staff.screen
    await press(stage, staff, "Школа № 5")
    assert "2 Собрать базу наставников" in staff.screen
    assert "куратор" not in staff.screen


async def test_past_rows_are_one_question_before_anything_is_said(
    stage: Stage, curator: Person
) -> None:
    late = ("9", "Утвердить план", "до 1 сентября", "директор", "приказ")
    await send_file(stage, curator, "план.docx", word(late, *ROWS[:3]))
    await press(stage, curator, "Проверить", "Подтвердить")
    assert "Срок уже прошёл у 1 мероприятия: 9" in curator.screen
    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    assert await count(stage, Assignment) == 0
    await press(stage, curator, "Да, выполнены")
    assert "Закрыто 1 из 4" in curator.screen
    await press(stage, curator, "Закрыто: 1", "9")
    assert "выполнено раньше" in curator.screen
    await press(stage, curator, "Вернуть в работу")
    await stage.go_to(datetime(2026, 9, 16, 7, 0, tzinfo=UTC))
    assert "• 9 Утвердить план: срок был 1 сентября" in curator.screen


async def test_the_year_is_asked_where_the_document_has_none(stage: Stage, curator: Person) -> None:
    await send_file(stage, curator, "план.docx", word(*ROWS[:2], title="Дорожная карта"))
    assert curator.buttons() == ["2026/27", "2027/28", "Другой год"]
    await press(stage, curator, "Другой год")
    await send(stage, curator, "следующий")
    assert "Напишите так: 2026/27" in curator.screen
    await send(stage, curator, "2027-2028")
    assert "2 мероприятия, вопросов нет" in curator.screen
    await press(stage, curator, "Проверить", "Все мероприятия")
    assert "до 18 сентября 2027" in curator.screen
    await press(stage, curator, "К черновику", "Учебный год: 2027/28", "2028/29")
    await press(stage, curator, "Проверить", "Все мероприятия")
    assert "до 18 сентября 2028" in curator.screen
    assert await count(stage, Roadmap, Roadmap.status == "draft") == 1


async def test_files_that_are_no_roadmap_get_a_sentence_and_change_nothing(
    stage: Stage, curator: Person
) -> None:
    for name, data, said in (
        ("старый.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "старый формат"),
        ("битый.docx", b"PK\x03\x04" + bytes(100), "повреждён"),
        ("смета.docx", word(title="Смета"), "не нашлось таблицы"),
    ):
        await send_file(stage, curator, name, data)
        assert said in curator.screen
        assert name in curator.screen
    jobs = await count(stage, Job)
    await send_file(stage, curator, "большой.docx", bytes(20 * 1024 * 1024 + 1))
    assert "слишком большой" in curator.screen
    await curator.send_photo(b"jpeg")
    await stage.settle()
    assert "пока некуда приложить" in curator.screen
    assert await count(stage, Job) == jobs
    assert await count(stage, Roadmap) == 0


async def test_a_file_out_of_the_blue_is_asked_about(stage: Stage, curator: Person) -> None:
    await in_force(stage, curator, *ROWS[:3])
    await send_file(stage, curator, "список.xlsx", b"anything")
    assert "Получено: «список.xlsx»" in curator.screen
    await press(stage, curator, "Отмена")
    assert "Что нужно сделать?" in curator.screen
    await curator.send_voice()
    await stage.settle()
    assert "Получено: голосовое сообщение" in curator.screen
    assert "Это новая дорожная карта" not in curator.buttons()
    await press(stage, curator, "3")
    assert "• голосовое сообщение" in curator.screen
    await press(stage, curator, "Вернуть в работу")
    await send(stage, curator, "/menu")
    await send_file(stage, curator, "новый план.docx", word(*ROWS[:2]))
    await press(stage, curator, "Это новая дорожная карта", "Проверить", "Подтвердить")
    assert "новая редакция действующей карты. 2 мероприятия сохранят" in curator.screen
    await press(stage, curator, "Что изменится")
    assert "Убрано: 3 Провести встречи" in curator.screen
    await press(stage, curator, "Назад", "Это карта на другой год")
    assert "Действующая дорожная карта будет заменена" in curator.screen
    await press(stage, curator, "Это новая редакция", "Заменить")
    assert "Закрыто 0 из 2" in curator.screen
    assert await count(stage, Evidence, Evidence.withdrawn_at.is_not(None)) == 1
    await press(stage, curator, "Обзор и файлы", "Прежние карты", 0)
    assert "• 3 Провести встречи: без даты, закрыто 0 из 1, документов: 0" in curator.screen


async def test_a_row_of_a_survey_offers_to_set_it(stage: Stage, curator: Person) -> None:
    row = ("1", "Провести анкетирование", "с 1 по 9 октября", "куратор", "справка")
    await in_force(stage, curator, row)
    await press(stage, curator, "Все: 1", "1", "Назначить опрос на 1 октября", 0)
    assert "1 октября" in curator.screen


async def test_a_plan_is_pasted_as_a_message(stage: Stage, curator: Person) -> None:
    await press(stage, curator, "Дорожная карта", "Загрузить новую")
    await send(stage, curator, "когда-нибудь сделаем")
    assert "не нашлось таблицы" in curator.screen
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дорожная карта", "Загрузить новую")
    lines = [TITLE, "| " + " | ".join(HEAD) + " |", "|---|---|---|---|---|"]
    await send(
        stage, curator, "\n".join(lines + ["| " + " | ".join(row) + " |" for row in ROWS[:2]])
    )
    assert "2 мероприятия, вопросов нет" in curator.screen
    await press(stage, curator, "Проверить", "Подтвердить", "Подтвердить")
    assert await count(stage, Assignment) == 2


async def test_an_album_is_one_question(stage: Stage, curator: Person) -> None:
    await in_force(stage, curator, *ROWS[:3])
    await send_album(stage, curator, "7")
    assert "Получено 3 файла" in curator.screen
    await press(stage, curator, "1")
    assert curator.screen.count("• фото") == 3
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дорожная карта", "Все: 3", "2")
    before = len(curator.chat)
    await send_album(stage, curator, "8")
    assert curator.screen.count("• фото") == 3
    # Three of the curator's own, and one screen of the bot's.
    assert len(curator.chat) - before == 4


async def test_a_note_closes_and_a_card_offers_every_way(stage: Stage, curator: Person) -> None:
    await in_force(stage, curator, *ROWS[:3])
    await press(stage, curator, "Ближайшие 7 дней: 1", "1", "Приложить документ")
    await send(stage, curator, "Приказ № 5 <на стенде> & https://school.example/5")
    assert "Записано, мероприятие закрыто" in curator.screen
    assert "Приказ № 5 <на стенде> & https://school.example/5" in curator.screen
    await press(stage, curator, "Вернуть в работу", "Готово без документа")
    assert "Без документа" in curator.screen
    await press(stage, curator, "Вернуть в работу", "Не требуется")
    await send(stage, curator, "нет таких классов")
    assert "Сейчас: не требуется" in curator.screen
    async with stage.app.database.reading() as session:
        evidence = (await session.scalars(select(Evidence).order_by(Evidence.id))).all()
    assert [one.withdrawn_at is None for one in evidence] == [False, True]


async def test_a_row_is_taken_out_and_a_draft_waits(stage: Stage, curator: Person) -> None:
    await send_file(stage, curator, "план.docx", word(*ROWS))
    await press(stage, curator, "Проверить", "Ответить на вопросы: 1", "Убрать из плана", "Назад")
    assert "3 мероприятия, вопросов нет" in curator.screen
    await press(stage, curator, "Позже", "Дорожная карта")
    assert "Черновик ждёт проверки" in curator.screen
    await press(stage, curator, "Продолжить проверку", "Все мероприятия")
    assert "Убрано из плана" in curator.screen
    await press(stage, curator, "4", "Вернуть в план", "Без срока", "Назад", "К черновику")
    await press(stage, curator, "Подтвердить", "Подтвердить")
    assert await count(stage, Assignment) == len(ROWS)


async def test_a_confirmation_repeated_or_forged_changes_nothing(
    stage: Stage, town: Municipality, curator: Person
) -> None:
    await send_file(stage, curator, "план.docx", word(*ROWS[:3]))
    await press(stage, curator, "Проверить", "Подтвердить")
    screen = curator.keyboard_message()
    assert screen is not None
    data = screen.data["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await curator.press("Подтвердить")
    for _ in range(3):
        await curator.press_raw(data, screen)
    await stage.settle()
    assert await count(stage, Assignment) == 3

    async with stage.app.database.reading() as session:
        roadmap = await session.scalar(select(Roadmap.id))
        rows = (await session.scalars(select(Activity.title))).all()
    school = town.schools[0].id
    outsiders = [town.schools[1].curators[0], *town.schools[0].mentors, *town.staff]
    for outsider in outsiders:
        for forged in (
            f"roadmap-review:{roadmap}",
            f"roadmap-year:{roadmap}-2030",
            "roadmap-year:x-",
            f"roadmap-list:{school}",
            "roadmap-list:-1",
            "roadmap-schools:",
        ):
            under = outsider.last
            assert under is not None
            pressed = await outsider.press_raw(forged, under)
            await stage.settle()
            assert pressed.answered
            assert not any(title in outsider.screen for title in rows)
    assert await count(stage, Roadmap) == 1
