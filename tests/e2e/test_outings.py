"""An outing with an adult from outside: a parent says yes, or it is held in the school."""

from datetime import timedelta

from sqlalchemy import select, update

from db.models import Consent, Meeting, Membership, Representation
from db.models import Person as Record
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e.municipality import School, join
from tests.e2e.test_pairs import paired, press, send


async def a_child_and_a_parent(stage: Stage) -> tuple[School, Person]:
    """A pair whose mentee is fifteen, and somebody who speaks for them."""
    school = await paired(stage)
    [parent] = await join(stage, school.id, Role.MENTOR, "Ольга", 1)
    async with stage.app.database.begin() as session:
        ids = {
            row[0]: row[1] for row in await session.execute(select(Record.telegram_id, Record.id))
        }
        child, me = ids[school.mentees[0].id], ids[parent.id]
        await session.execute(update(Record).where(Record.id == child).values(birth_year=2011))
        # The paper of both, in place of the button of somebody of age.
        agreed = update(Consent).where(Consent.person_id == child)
        await session.execute(agreed.values(channel="paper", number="1", alone=True))
        seat = update(Membership).where(Membership.person_id == me)
        await session.execute(seat.values(role=Role.REPRESENTATIVE))
        session.add(
            Representation(
                organisation_id=school.id,
                representative_id=me,
                child_id=child,
                since=stage.clock.now(),
            )
        )
    return school, parent


async def test_a_parent_says_yes_in_one_tap_and_takes_it_back(stage: Stage) -> None:
    school, parent = await a_child_and_a_parent(stage)
    _, mentor, mentee = school.people
    # The last bell has rung: what is not pressing reaches the child.
    await stage.go_to(stage.clock.now().replace(hour=12))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentor, "послезавтра 16:00")
    await press(stage, mentor, "Где: в школе", "Где: онлайн")
    assert "Где: вне школы" in mentor.buttons()
    assert "Нужно согласие родителя" in mentor.screen
    await send(stage, mentor, "музей на Ленина")
    await press(stage, mentor, "Отправить приглашение")
    assert "Где: вне школы, музей на Ленина" in mentee.screen
    await press(stage, mentee, "Подходит")
    assert "Ждём согласия представителя" in mentor.screen
    assert "Нужно Ваше согласие" in parent.screen
    assert "музей на Ленина" in parent.screen
    await stage.go_to(stage.clock.now() + timedelta(hours=18))
    assert "Ждёт Вашего согласия встреча вне школы" in parent.screen
    assert "Нет согласия представителя" in school.curators[0].screen
    await press(stage, parent, "Согласен(на)")
    assert "Согласие законного представителя есть" in mentor.screen
    await press(stage, parent, "Мой ребёнок", 0)
    assert "вне школы, музей на Ленина" in parent.screen
    assert "Ждёт Вашего согласия" not in parent.screen
    await press(stage, parent, "Не согласен(на)")
    assert "пройдёт в школе" in mentor.screen
    await press(stage, school.curators[0], "Согласие на бумаге есть")
    assert "отвечать уже не нужно" in school.curators[0].toasts[-1].text
    async with stage.app.database.reading() as session:
        (meeting,) = (await session.scalars(select(Meeting))).all()
    assert (meeting.status, meeting.setting) == ("planned", "school")


async def test_a_parent_answers_on_the_childs_card_and_hears_of_another_day(stage: Stage) -> None:
    school, parent = await a_child_and_a_parent(stage)
    _, mentor, mentee = school.people
    await stage.go_to(stage.clock.now().replace(hour=12))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentor, "послезавтра 16:00")
    await press(stage, mentor, "Где: в школе", "Где: онлайн")
    await send(stage, mentor, "музей на Ленина")
    await press(stage, mentor, "Отправить приглашение")
    await press(stage, mentee, "Подходит")
    await send(stage, parent, "/menu")
    await press(stage, parent, "Мой ребёнок", 0)
    assert "Ждёт Вашего согласия" in parent.screen
    await press(stage, parent, 0)
    assert "Ваше согласие есть" in parent.screen
    assert [one for one in parent.buttons() if "огласен" in one] == [
        "Не согласен(на): 16.09, 16:00"
    ]
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", 0, "Другое время или место")
    assert mentor.buttons()[0].startswith("Прежнее время")
    await send(stage, mentor, "17.09 16:00")
    await press(stage, mentor, 0)
    assert "вне школы, музей на Ленина" in mentor.screen
    assert "Нужно согласие родителя" in mentor.screen
    await press(stage, mentor, "Отправить приглашение")
    assert "переносится, в это время её не будет" in parent.screen
    await press(stage, mentee, "Подходит")
    assert "17 сентября, 16:00" in parent.screen
    await send(stage, parent, "/menu")
    await press(stage, parent, "Мой ребёнок", 0)
    await press(stage, parent, "Согласен(на): 17.09, 16:00")
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", 0, "Отменить", 0)
    assert "встреча вне школы 17 сентября в 16:00 отменена" in parent.screen
