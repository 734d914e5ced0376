"""The department's story: its order in, schools at work, what is late, and the next year."""

from datetime import UTC, datetime

import pytest

from examples import department, story
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e import invariants
from tests.e2e.municipality import Municipality, found, join
from tests.e2e.test_closing import menu
from tests.e2e.test_roadmap_looking import received, shown
from tests.e2e.test_roadmaps import press, send, send_file, word

# The stage opens on Monday, 14 September 2026.
ORDER = (
    ("1", "Утвердить муниципальную карту", "до 18 сентября", "Управление образования", "приказ"),
    ("2", "Утвердить положения", "до 25 сентября", "Руководители ОО", "положение"),
    ("3", "Создать раздел на сайте", "31 сентября", "Руководители ОО", "ссылка"),
)


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5", "Лицей № 1", "Гимназия № 2"])


async def test_the_story_of_a_department(stage: Stage, town: Municipality) -> None:
    staff = town.staff[0]
    await _order_comes_in(stage, staff)
    await _schools_hand_in(stage, town)
    await _documents_are_looked_at(stage, staff, town)
    await _late_and_moved(stage, staff, town)
    await _monitoring(stage, staff, town.schools[0].curators[0])
    await _next_year(stage, staff)
    assert await invariants.broken(stage.app.database) == {}


async def _order_comes_in(stage: Stage, staff: Person) -> None:
    await send_file(stage, staff, "приказ 11.docx", word(*ORDER))
    assert "3 мероприятия, 1 вопрос" in staff.screen
    await press(stage, staff, "Проверить", "Ответить на вопросы: 1")
    assert "В документе: «31 сентября»" in staff.screen
    assert "такого дня нет" in staff.screen
    await press(stage, staff, "до 30 сентября 2026", "Подтвердить", "Подтвердить")
    await press(stage, staff, "Исполнители: подтвердить 2", "Всё верно: 2")
    await stage.settle()
    assert "Школ: 3. Поручений у школы: до 2" in staff.screen


async def _schools_hand_in(stage: Stage, town: Municipality) -> None:
    """A file and a link come by themselves, and the bot asks which row they are for."""
    first, second = town.schools[0].curators[0], town.schools[1].curators[0]
    # Without a plan of its own the school's file might be one: from the row it is clear.
    await menu(stage, first, "Дорожная карта", "Все: 2", "2")
    await send_file(stage, first, "положение.pdf", b"%PDF-1.4 1")
    await send(stage, first, "/menu")
    await send(stage, first, "Раздел готов: https://school5.example/nastavnik")
    assert "Получено: ссылка https://school5.example/nastavnik" in first.screen
    await press(stage, first, "3")
    assert "мероприятие закрыто" in first.toasts[-1].text
    await menu(stage, second, "Дорожная карта", "Все: 2", "2")
    await second.send_photo(b"jpeg")
    await stage.settle()
    assert "Ждёт приёмки" in second.screen


async def _documents_are_looked_at(stage: Stage, staff: Person, town: Municipality) -> None:
    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    await menu(stage, staff, "Приёмка и просьбы")
    assert "Сдано и ждёт приёмки: 3" in staff.screen
    await press(stage, staff, "1", "Прислать документы")
    assert await received(stage, staff) == ("положение.pdf", b"%PDF-1.4 1")
    assert "Школа № 5: 2 Утвердить положения" in staff.screen
    await menu(stage, staff, "Приёмка и просьбы", "3", "Вернуть с замечанием")
    await send(stage, staff, "на фото не видно подписи")
    second = town.schools[1].curators[0]
    assert "на фото не видно подписи" in second.screen
    await menu(stage, staff, "Приёмка и просьбы", "Принять все: 2")
    assert "Сданного без приёмки нет" in staff.screen


async def _late_and_moved(stage: Stage, staff: Person, town: Municipality) -> None:
    second, third = town.schools[1].curators[0], town.schools[2].curators[0]
    await menu(stage, second, "Дорожная карта", "Все: 2", "2", "Попросить другой срок")
    await send(stage, second, "12 октября")
    await send(stage, second, "педсовет перенесён")
    await menu(stage, staff, "Приёмка и просьбы", "Просьбы: 1", "Согласиться")
    assert "Новый срок: 12 октября 2026" in second.screen
    await stage.go_to(datetime(2026, 9, 16, 7, 0, tzinfo=UTC))
    assert "было 25 сентября" not in second.screen, "the answer is not said twice"
    # The term was Friday, the 25th; five working days later it is the department's business.
    await stage.go_to(datetime(2026, 10, 2, 7, 0, tzinfo=UTC))
    assert "Гимназия № 2: просрочено 1, самое давнее: 2 до 25 сентября" in staff.screen
    assert "Лицей № 1: просрочено" not in staff.screen
    await press(stage, staff, "Открыть сроки школ", "Гимназия № 2", "Напомнить кураторам школы")
    assert "2 Утвердить положения" in third.screen


async def _monitoring(stage: Stage, staff: Person, curator: Person) -> None:
    await menu(stage, staff, "Сроки школ", "Мониторинг внедрения")
    assert "Школа № 5: 3 из 8, нет: приказ, дорожная карта" in staff.screen
    await press(stage, staff, "Школа № 5")
    assert "✓ Ссылка на сайт: https://school5.example/nastavnik" in staff.screen
    await press(stage, staff, "Напомнить о пробелах", "Дать рекомендацию")
    await send(stage, staff, "Пополнить банк наставников")
    await send(stage, staff, "16 октября")
    assert "Рекомендация записана" in staff.screen
    await press(stage, curator, "Посмотреть и заполнить", "Указать: Приказ")
    await send(stage, curator, "№ 12 от 01.09.2026")
    assert "✓ Приказ: № 12 от 01.09.2026" in curator.screen
    await stage.go_to(datetime(2026, 10, 5, 7, 0, tzinfo=UTC))
    assert "Пополнить банк наставников: до 16 октября" in curator.screen
    await press(stage, curator, "Открыть рекомендации", 0)
    await send_file(stage, curator, "банк.xlsx", b"table")
    assert "Документ: банк.xlsx" in curator.screen
    await stage.go_to(datetime(2026, 10, 6, 7, 0, tzinfo=UTC))
    assert "Ответили на рекомендации: Школа № 5" in staff.screen
    await press(stage, staff, "Открыть рекомендации", "1", "Прислать документ")
    assert await received(stage, staff) == ("банк.xlsx", b"table")
    await press(stage, staff, "Принять")
    assert "Выполнена" in shown(staff)


async def _next_year(stage: Stage, staff: Person) -> None:
    await menu(stage, staff, "Дорожная карта", "Обзор и файлы", "Перенести на новый год")
    await press(stage, staff, "Составить черновик", "Все мероприятия")
    # A Saturday.
    noted = "до 25 сентября 2027\nИсполнители: Руководители ОО\nРезультат: положение\nОбратите"
    assert noted in shown(staff)


async def test_an_executor_proves_a_row_without_opening_it(
    stage: Stage, town: Municipality
) -> None:
    school = town.schools[0]
    curator = school.curators[0]
    (helper,) = await join(stage, school.id, Role.EXECUTOR, school.name, 1)
    row = ("5", "Провести тренинг", "до 30 сентября", "педагог-психолог", "отчёт")
    await send(stage, helper, "https://example.org/early")
    assert "Получено" not in helper.screen
    await send_file(stage, curator, "план.docx", word(row))
    await press(stage, curator, "Проверить", "Подтвердить", "Подтвердить")
    await press(
        stage, curator, "Исполнители: подтвердить 1", "педагог-психолог", helper_name(helper)
    )
    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    assert "Вам поручено 1 мероприятие, ближайший срок: 30 сентября" in helper.screen
    await helper.send_photo(b"jpeg")
    await stage.settle()
    assert "Получено: фото" in helper.screen
    await press(stage, helper, "5")
    assert "мероприятие закрыто" in helper.toasts[-1].text
    await send(stage, helper, "/menu")
    assert "Мои поручения" in helper.buttons()
    await press(stage, helper, "Мои поручения")
    assert "Закрытое за последние сутки можно вернуть" in helper.screen
    await press(stage, helper, "5", "Вернуть в работу")
    assert "снова в работе" in helper.toasts[-1].text
    assert await invariants.broken(stage.app.database) == {}


def helper_name(helper: Person) -> str:
    return f"{helper.account.first_name} {helper.account.last_name}"


async def test_the_departments_part_of_the_long_story(stage: Stage) -> None:
    cast = story.Cast()
    await story.connect(stage, cast)
    await department.oversee(stage, cast)
    staff = "\n".join(event.text for event in cast["department"].person.events)
    for said in (
        "Школ: 1. Поручений у школы: до 2",
        "Положение о наставничестве.pdf",
        "Выполнена",
        "Дорожная карта",
    ):
        assert said in staff
    assert await invariants.broken(stage.app.database) == {}
