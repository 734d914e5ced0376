"""A meeting is recorded by each way there is; taps are counted from the sandbox's record."""

from datetime import timedelta
from statistics import median

from sqlalchemy import func, select

from db.models import Attendance, Feedback, File, Meeting, MeetingFile, PairMember
from db.models import Person as Record
from examples.stage import Stage
from mentoring.roles import Role
from sandbox.people import Person
from tests.e2e.municipality import join
from tests.e2e.test_pairs import paired, press, send


def taps(person: Person, since: int) -> int:
    """Buttons pressed after an event of the chat."""
    return sum(1 for event in person.events if event.number > since and event.kind == "pressed")


def now(person: Person) -> int:
    return person.events[-1].number if person.events else 0


async def count(stage: Stage, table: type) -> int:
    async with stage.app.database.reading() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def by_buttons(stage: Stage, mentor: Person, _mentee: Person) -> None:
    await press(stage, mentor, "Записать встречу", "9")


async def by_a_line(stage: Stage, mentor: Person, _mentee: Person) -> None:
    await send(stage, mentor, "сегодня 50 мин, разобрали план урока")
    assert "🔒 Заметка: разобрали план урока" in mentor.screen
    assert "50 мин" in mentor.screen
    await press(stage, mentor, "9")


async def by_voice(stage: Stage, mentor: Person, _mentee: Person) -> None:
    await mentor.send_voice(seconds=40)
    await stage.settle()
    assert "Приложено файлов: 1" in mentor.screen
    await press(stage, mentor, "9")


async def by_a_photo(stage: Stage, mentor: Person, _mentee: Person) -> None:
    await mentor.send_photo(b"\xff\xd8\xff picture", caption="полчаса, читали вслух")
    await stage.settle()
    assert "Приложено файлов: 1" in mentor.screen
    assert "30 мин" in mentor.screen
    await press(stage, mentor, "9")


async def by_a_forward(stage: Stage, mentor: Person, mentee: Person) -> None:
    written = await mentee.send("Спасибо за сегодня, час пролетел!")
    await stage.settle()
    await mentor.forward(written)
    await stage.settle()
    assert "60 мин" in mentor.screen
    await press(stage, mentor, "9")


async def by_the_card_after_the_end(stage: Stage, mentor: Person, _mentee: Person) -> None:
    assert mentor.buttons()[-3:] == ["Состоялась", "Перенести", "Не вышло"]
    await press(stage, mentor, "9")


async def plan_for_today(stage: Stage, mentor: Person, mentee: Person) -> None:
    """A meeting is agreed upon, takes place, and its end comes."""
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentor, "сегодня 15:30")
    await press(stage, mentor, "Отправить приглашение")
    await press(stage, mentee, "Подходит")
    await stage.go_to(stage.clock.now().replace(hour=13, minute=15))
    assert "Встреча в 15:30" in mentor.screen


WAYS = (by_buttons, by_a_line, by_voice, by_a_photo, by_a_forward, by_the_card_after_the_end)


async def test_a_meeting_is_recorded_and_marked_in_three_taps_by_every_way(stage: Stage) -> None:
    school = await paired(stage)
    mentor, mentee = school.mentors[0], school.mentees[0]
    used = {}
    for way in WAYS:
        await stage.go_to(stage.clock.now().replace(hour=7, minute=0) + timedelta(days=1))
        await send(stage, mentor, "/menu")
        if way is by_the_card_after_the_end:
            await plan_for_today(stage, mentor, mentee)
        start = now(mentor)
        await way(stage, mentor, mentee)
        assert "Встреча записана" in mentor.screen
        assert "Ваша оценка: 9" in mentor.screen
        used[way.__name__] = taps(mentor, start)
    assert median(used.values()) <= 3
    # Whoever needs one tap more should know what they change.
    assert used == dict.fromkeys((way.__name__ for way in WAYS), 1) | {"by_buttons": 2}
    async with stage.app.database.reading() as session:
        rows = (await session.scalars(select(Meeting).order_by(Meeting.held_on))).all()
    assert [row.status for row in rows] == ["held"] * len(WAYS)
    assert [row.minutes for row in rows] == [45, 50, 45, 30, 60, 45]
    assert await count(stage, Feedback) == len(WAYS)
    assert (await count(stage, File), await count(stage, MeetingFile)) == (2, 2)


async def test_what_is_too_long_or_to_come_leaves_one_card(stage: Stage) -> None:
    school = await paired(stage)
    mentor = school.mentors[0]
    await mentor.send_voice(seconds=3600)
    await stage.settle()
    assert "Голосовое длиннее 15 минут" in mentor.screen
    await send(stage, mentor, "25 часов")
    assert "Длительность бывает от 5 до 600 минут" in mentor.screen
    await send(stage, mentor, "полтора часа")
    assert "Длительность: 90 мин" in mentor.screen
    await press(stage, mentor, "Заметки и вид встречи", "Договорились")
    assert "напомнит на карточке следующей" in mentor.screen
    await send(stage, mentor, "Прислать план до пятницы")
    await press(stage, mentor, "Записать")
    assert "Договорились: Прислать план до пятницы" in mentor.screen
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Записать встречу")
    assert "В прошлый раз договорились: Прислать план до пятницы" in mentor.screen
    assert await count(stage, Meeting) == 1


async def test_the_mentee_answers_once_or_denies(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.people
    await press(stage, mentor, "Записать встречу", "8")
    await press(stage, mentee, "7", "хорошее", "Показать отзыв и партнёру")
    assert "Отзыв увидят и куратор, и второй участник" in mentee.screen
    await send(stage, mentee, "Было здорово")
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Мои встречи", 0)
    assert f"Отзыв, {mentee.name}: Было здорово" in mentor.screen
    await stage.go_to(stage.clock.now() + timedelta(days=1))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Записать встречу", "8")
    await press(stage, mentee, "Встречи не было")
    assert "Записано: встречи не было" in mentee.toasts[-1].text
    assert "Спорная встреча" in curator.screen
    await press(stage, curator, "Не засчитывать")
    assert "не засчитана" in mentor.screen
    async with stage.app.database.reading() as session:
        statuses = (await session.scalars(select(Meeting.status).order_by(Meeting.id))).all()
    assert statuses == ["held", "missed"]


async def test_what_was_put_to_a_meeting_is_seen_and_heard_again(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.people
    await by_voice(stage, mentor, mentee)
    await press(stage, mentee, "7")
    await mentee.send_voice(seconds=20)
    await stage.settle()
    # Each has their own, and not the other's.
    for person, whose in ((mentor, "к записи наставника"), (mentee, "отзыв наставляемого")):
        await send(stage, person, "/menu")
        await press(stage, person, "Мои встречи", 0, "Файлы и голосовые: 1")
        assert whose in person.chat[-1].text
    await send(stage, curator, "/menu")
    await press(stage, curator, "Пары", 0, "Заметки и отзывы", "Файлы и голосовые: 2")
    heard = [one.text for one in curator.chat[-2:]]
    assert any("отзыв наставляемого" in text for text in heard)
    assert any("к записи наставника" in text for text in heard)


async def test_who_said_they_would_not_come_is_absent_on_the_card(stage: Stage) -> None:
    school = await paired(stage)
    _, mentor, _ = school.people
    [second] = await join(stage, school.id, Role.MENTEE, "Новенькая", 1)
    async with stage.app.database.begin() as session:
        member = await session.scalar(select(Record.id).where(Record.telegram_id == second.id))
        session.add(PairMember(pair_id=1, person_id=member, side=Role.MENTEE))
    await stage.go_to(stage.clock.now().replace(hour=7))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", "Назначить встречу")
    await send(stage, mentor, "сегодня 15:30")
    await press(stage, mentor, "Отправить приглашение", 0)
    await press(stage, second, "Не смогу", "Болезнь", 0)
    assert "группа встречается без Вас" in second.screen
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Ближайшие встречи", 0)
    assert f"Не придут: {second.name}" in mentor.screen
    await stage.go_to(stage.clock.now().replace(hour=13, minute=15))
    await press(stage, mentor, "Состоялась")
    assert f"Не было: {second.name}" in mentor.screen
    await press(stage, mentor, "Кого не было?")
    assert "Кто был: 1 из 2" in mentor.screen
    await press(stage, mentor, "Готово", "9")
    async with stage.app.database.reading() as session:
        rows = await session.execute(select(Attendance.person_id, Attendance.present))
        assert {person: there for person, there in rows}[member] is False


async def test_a_group_is_called_by_name(stage: Stage) -> None:
    school = await paired(stage)
    _, mentor, first = school.people
    [second] = await join(stage, school.id, Role.MENTEE, "Новенькая", 1)
    async with stage.app.database.begin() as session:
        member = await session.scalar(select(Record.id).where(Record.telegram_id == second.id))
        session.add(PairMember(pair_id=1, person_id=member, side=Role.MENTEE))
    await send(stage, mentor, "/menu")
    await press(stage, mentor, "Записать встречу", "Кого не было?")
    assert "Кто был: 2 из 2" in mentor.screen
    await press(stage, mentor, f"{second.name}: был(а)", "Готово", "8")
    assert "Встреча записана" in mentor.screen
    assert f"Не было: {second.name}" in mentor.screen
    assert "Отмечено, что Вас на ней не было" in second.screen
    assert "Насколько она была полезной" in first.screen
    await press(stage, second, "Я был(а) на встрече", "7")
    assert "Ваша оценка: 7" in second.screen
    await press(stage, first, "Встречи не было", "Была, но без меня")
    async with stage.app.database.reading() as session:
        rows = await session.execute(select(Attendance.person_id, Attendance.present))
        present = {person: there for person, there in rows}
    assert present[member] is True
    assert sorted(present.values()) == [False, True]
