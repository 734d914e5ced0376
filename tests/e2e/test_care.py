"""Care through the chat: a call for help, words between meetings, a pair that has fallen silent."""

from datetime import timedelta

from sqlalchemy import select, update

from db.models import HelpCall, Meeting, Pair, PairMessage, Person, TrialVerdict
from examples.stage import Stage
from tests.e2e.invariants import broken
from tests.e2e.municipality import School, found
from tests.e2e.test_pairs import press, send


async def paired(stage: Stage) -> School:
    """Two of each; the first mentor and mentee are a pair."""
    school = (await found(stage, "Управление", ["Школа № 5"], each=2)).schools[0]
    await press(stage, school.curators[0], "Пары", "Создать пару", 0, 0, "Создать")
    return school


async def test_help_goes_from_adult_to_adult_and_never_says_wait(stage: Stage) -> None:
    school = await paired(stage)
    (first, second), child = school.curators, school.mentees[0]
    # In whatever window the child is.
    await press(stage, child, 1)
    await send(stage, child, "Помощь!")
    assert "112" in child.screen
    assert "ждите" not in child.screen.casefold()
    assert "подождите" not in child.screen.casefold()
    assert "Нужна помощь" in first.screen
    assert "Нужна помощь" not in second.screen
    await send(stage, child, "/help_me")
    await send(stage, child, "меня обижают")
    assert "меня обижают" in first.screen
    await stage.go_to(stage.clock.now() + timedelta(minutes=31))
    assert "Нужна помощь" in second.screen
    async with stage.app.database.reading() as session:
        (call,) = (await session.scalars(select(HelpCall))).all()
        assert call.told == 2
    await press(stage, second, "Отвечаю я")
    assert f"Вам отвечает {second.name}" in child.screen
    await send(stage, second, "Иду к тебе, кабинет 12")
    assert "кабинет 12" in child.screen
    await press(stage, first, "Ответить")
    assert "уже отвечает другой взрослый" in first.toasts[-1].text
    # Answered: the clock stands still.
    await stage.go_to(stage.clock.now() + timedelta(hours=2))
    async with stage.app.database.reading() as session:
        (call,) = (await session.scalars(select(HelpCall))).all()
        assert (call.told, call.next_at) == (2, None)
    await send(stage, child, "/help_me")
    await press(stage, child, "Нажато случайно")
    assert "случайно" in first.screen
    assert await broken(stage.app.database) == {}


async def test_a_pupil_who_is_a_mentor_has_the_button_too(stage: Stage) -> None:
    school = await paired(stage)
    mentor, grown = school.mentors
    async with stage.app.database.begin() as session:
        for person, age in ((mentor, 15), (grown, 40)):
            born = update(Person).where(Person.telegram_id == person.id)
            await session.execute(born.values(birth_year=stage.clock.now().year - age))
    await send(stage, mentor, "/menu")
    await send(stage, grown, "/menu")
    assert "🆘 Нужна помощь" not in grown.buttons()
    await press(stage, mentor, "🆘 Нужна помощь")
    assert "112" in mentor.screen
    assert "Нужна помощь" in school.curators[0].screen


async def test_words_pass_through_the_bot_and_a_minors_are_watched(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    await press(stage, mentee, "Написать в паре")
    assert "может прочитать куратор" not in mentee.screen
    await send(stage, mentee, "Как решить задачу 5?")
    assert "Как решить задачу 5?" in mentor.screen
    await press(stage, mentor, "Ответить")
    await send(stage, mentor, "Начните с рисунка")
    assert "Начните с рисунка" in mentee.screen
    async with stage.app.database.begin() as session:
        assert len((await session.scalars(select(PairMessage))).all()) == 2
        child = update(Person).where(Person.telegram_id == mentee.id)
        await session.execute(child.values(birth_year=stage.clock.now().year - 14))
    await press(stage, mentor, "Ответить")
    assert "может прочитать куратор" in mentor.screen
    # Pupils get what is written to them after their lessons.
    await stage.go_to(stage.clock.now().replace(hour=13))
    await mentor.send_voice(b"OggS-hint")
    await stage.settle()
    assert "голосовое сообщение выше" in mentee.screen
    await press(stage, mentee, "Ответить")
    assert "может прочитать куратор" in mentee.screen
    await mentee.send_photo(b"sheet", caption="моё решение")
    await stage.settle()
    assert "фото выше" in mentor.screen
    assert any("моё решение" in one.text for one in mentor.visible)
    await press(stage, mentor, "Ответить")
    await mentor.send_file("task.pdf", b"%PDF-1.4", "application/pdf")
    await stage.settle()
    assert "файл выше" in mentee.screen
    assert any(one.file and one.file.data == b"%PDF-1.4" for one in mentee.visible)
    # The curator reads them too, from the card of the pair.
    await press(stage, curator, "К списку пар", 0, "Переписка", "Прислать вложения")
    told = [one.file.data for one in curator.visible if one.file is not None]
    assert told == [b"OggS-hint", b"sheet", b"%PDF-1.4"]
    assert any("моё решение" in one.text for one in curator.chat)


async def test_a_silent_pair_is_asked_apart_and_seen_to_in_one_tap(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    await stage.go_to(stage.clock.now() + timedelta(days=40))
    assert "Рассказать" in mentee.buttons()
    await press(stage, mentee, "Рассказать", "Нужна помощь куратора")
    assert "Ответ увидит только куратор" in mentee.toasts[-1].text
    assert "нужна Ваша помощь" in curator.screen
    assert "нужна Ваша помощь" not in mentor.screen
    await press(stage, curator, "Открыть список")
    assert "нужна помощь" in curator.screen
    await press(stage, curator, 0, "Пауза на две недели")
    assert "Тихих пар нет" in curator.screen
    async with stage.app.database.reading() as session:
        pair = (await session.scalars(select(Pair))).one()
        assert pair.status == "paused"
    assert await broken(stage.app.database) == {}


async def test_after_the_trial_meeting_both_say_and_the_curator_confirms(stage: Stage) -> None:
    school = await paired(stage)
    curator, mentor, mentee = school.curators[0], school.mentors[0], school.mentees[0]
    async with stage.app.database.begin() as session:
        pair = (await session.scalars(select(Pair))).one()
        by = select(Person.id).where(Person.telegram_id == mentor.id)
        session.add(
            Meeting(
                organisation_id=pair.organisation_id,
                pair_id=pair.id,
                status="held",
                held_on=pair.started_on,
                minutes=45,
                kind="trial",
                note="",
                logged_by=(await session.scalars(by)).one(),
                logged_at=stage.clock.now(),
            )
        )
    await stage.go_to(stage.clock.now() + timedelta(days=4))
    await press(stage, mentee, "Сказать", "Подходим")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дела")
    assert "После пробной встречи" not in " ".join(curator.buttons())
    await press(stage, mentor, "Сказать", "Не уверен(а)")
    await send(stage, curator, "/menu")
    await press(stage, curator, "Дела", "После пробной встречи: 1")
    assert "1. mentor 1 Школа № 5 \u2013 mentee 1 Школа № 5: не уверены" in curator.screen
    await press(stage, curator, "Утвердить остальных")
    async with stage.app.database.reading() as session:
        verdicts = (await session.scalars(select(TrialVerdict))).all()
        assert [one.answer for one in verdicts if one.decided_at] == ["unsure", "yes"]
    assert await broken(stage.app.database) == {}
