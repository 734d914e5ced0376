"""A pair's personal programme from the template to its result, through the chat."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from db.models import PersonalPlan, PlanItem
from examples.stage import Stage
from tests.e2e.invariants import broken
from tests.e2e.municipality import School, found
from tests.e2e.test_pair_end import paper
from tests.e2e.test_pairs import press, send


async def test_a_programme_is_begun_proposed_to_approved_and_done(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    await press(stage, school.curators[0], "Пары", "Создать пару", 0, 0, "Создать")
    await _approved(stage, school)
    await _worked_by(stage, school)
    await _at_rest(stage, school)
    assert await broken(stage.app.database) == {}


async def _approved(stage: Stage, school: School) -> None:
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    # Four presses from the menu to a programme that waits to be approved.
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Программа", "Обычная: 4 мес.", "На утверждение")
    assert "На утверждении" in mentor.screen
    assert "Обсудить ожидания и записать, чего хотим достичь (до 21 сентября)" in mentor.screen
    # The mentee proposes by a line; what it is is asked, its term is read.
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Моя пара", "Программа")
    await send(stage, mentee, "Сходить в музей до 12.12")
    assert "(до 12 декабря)" in mentee.screen
    await press(stage, mentee, "Для сильной стороны")
    assert "7. Сходить в музей (до 12 декабря) предложено" in mentee.screen
    # Read one by one out of the list, and given back.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дела", "Программы пар: 1", "Читать по одной", 0)
    await press(stage, curator, "Вернуть с замечанием")
    await send(stage, curator, "Добавьте посещение урока")
    assert "черновик" in curator.screen
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Программа")
    assert "Добавьте посещение урока" in mentor.screen
    await press(stage, mentor, "7", "Взять в программу", "3", "Срок")
    await send(stage, mentor, "после праздников")
    assert "Срок: 10 октября" not in mentor.screen
    await send(stage, mentor, "10 октября")
    assert "Срок: 10 октября 2026" in mentor.screen
    await press(stage, mentor, "Назад", "На утверждение")
    # In the list this time.
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дела", "Программы пар: 1")
    # While the curator looks, the mentor goes on: what has changed is not approved unseen.
    await press(stage, mentor, "3", "Изменить текст")
    await send(stage, mentor, "Разобрать одну тему")
    await press(stage, curator, "Утвердить остальных")
    assert curator.toasts[-1].text == (
        "Утверждено: 0. Изменились, пока Вы смотрели, и остались в «Делах» (1): "
        "mentor 1 Школа № 5 \u2013 mentee 1 Школа № 5"
    )
    await press(stage, curator, "Программы пар: 1", "Утвердить остальных")
    assert "Утверждено: 1." in curator.toasts[-1].text


async def _worked_by(stage: Stage, school: School) -> None:
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    # The mentee ticks, the mentor marks: what came of it in words, the mark by a press.
    await send(stage, mentee, "/menu")
    await press(stage, mentee, "Моя пара", "Программа", "2", "Сделано")
    assert "ждёт отметки наставника" in mentee.screen
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Программа", "2", "Выполнено")
    await send(stage, mentor, "Цели записаны")
    await press(stage, mentor, "9")
    assert "Получилось: Цели записаны" in mentor.screen
    assert "9 из 10" in mentor.screen
    # What is changed now is kept, and waits for a yes again.
    await press(stage, mentor, "Готово", "4", "Изменить текст")
    await send(stage, mentor, "Разобрать две темы по физике")
    await press(stage, mentor, "Назад")
    assert "Изменения после этого ждут утверждения" in mentor.screen
    await press(stage, mentor, "Что менялось")
    assert "стало: Разобрать две темы по физике" in mentor.screen
    assert f"{curator.name}: утверждена" in mentor.screen
    async with stage.app.database.reading() as session:
        plan = (await session.scalars(select(PersonalPlan))).one()
        assert (plan.status, plan.changed_at is None) == ("approved", False)
        done = select(PlanItem.actual, PlanItem.mark).where(PlanItem.status == "done")
        assert [tuple(row) for row in await session.execute(done)] == [("Цели записаны", 9)]


async def _at_rest(stage: Stage, school: School) -> None:
    """It can be read and no more."""
    curator, mentor = school.curators[0], school.mentors[0]
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Изменить", "Пауза до даты")
    await send(stage, curator, "20.10")
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Программа")
    assert "только читать" in mentor.screen
    assert "Добавить строку" not in mentor.buttons()
    await press(stage, mentor, "4")
    assert mentor.buttons() == ["Назад"]
    await send(stage, mentor, "/documents")
    assert "Персональная программа: mentee 1 Школа № 5" in mentor.screen
    await press(stage, mentor, 0)
    assert "Сходить в музей" in paper(mentor)


async def test_a_programme_is_kept_shared_and_begun_from_in_the_school_beside(
    stage: Stage,
) -> None:
    town = await found(stage, "Управление", ["Школа № 5", "Школа № 6"])
    first, second = town.schools
    for school in (first, second):
        await press(stage, school.curators[0], "Пары", "Создать пару", 0, 0, "Создать")
    curator, mentor = first.curators[0], first.mentors[0]
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Программа", "Один вопрос: 2 мес.")
    await send(stage, mentor, "Пётр готовит доклад до 12.10")
    await press(stage, mentor, "Для сильной стороны")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Программа", "Сохранить как шаблон")
    assert "[имя] готовит доклад" in curator.screen
    await send(stage, curator, "Короткая с докладом")
    await press(stage, curator, "Передать в управление")
    staff = town.staff[0]
    await send(stage, staff, "/menu")
    await press(stage, staff, "Документы", "Банк программ", 0)
    assert "[имя] готовит доклад" in staff.screen
    assert "Передать в управление" not in staff.buttons()
    # Above the school programmes are numbers: nobody is named.
    await press(stage, staff, "Назад", "По школам")
    assert "Утверждено программ: 0 из 2" in staff.screen
    assert "Школа № 5: утверждено 0 из 1, черновиков 1" in staff.screen
    assert "mentor" not in staff.screen
    other = second.mentors[0]
    await send(stage, other, "/menu")
    await press(stage, other, "Моя пара", "Программа", "Короткая с докладом")
    assert "[имя] готовит доклад" in other.screen
    # What is agreed upon at a meeting with a term lands there too.
    await send(stage, other, "/menu")
    await send(stage, other, "сегодня 45 минут, разобрали план")
    await send(stage, other, "Договорились: прочитать главу 2 до 12.12")
    await press(stage, other, "9")
    await send(stage, other, "/menu")
    await press(stage, other, "Моя пара", "Программа")
    assert "прочитать главу 2 (до 12 декабря)" in other.screen
    assert await broken(stage.app.database) == {}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_digest_leads_to_the_programmes_that_wait(stage: Stage) -> None:
    school = (await found(stage, "Управление", ["Школа № 5"])).schools[0]
    curator, mentor = school.curators[0], school.mentors[0]
    await press(stage, curator, "Пары", "Создать пару", 0, 0, "Создать")
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Моя пара", "Программа", "Обычная: 4 мес.", "На утверждение")
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    assert "ждут Вашего утверждения: 1" in curator.screen
    await press(stage, curator, "Программы пар")
    assert "mentor 1… № 5 – mentee 1… № 5" in curator.buttons()
