"""A record kept without a chat: its person opens a link of their own and takes it over."""

from sqlalchemy import func, select

from core.tokens import new_token
from db.models import Audit, Consent, Invite, PairMember, Person, Profile, Response
from examples.stage import Stage
from mentoring.consent import keeping
from mentoring.pairs import pairs
from mentoring.people import claiming
from mentoring.roles import Role
from mentoring.surveys import occasions
from mentoring.unit import Unit
from sandbox.people import Person as Phone
from tests.e2e import municipality
from tests.e2e.invariants import broken
from tests.e2e.municipality import School, curator_of
from tests.e2e.test_own_phone import listed
from tests.e2e.test_pairs import press, send


async def _pupil(unit: Unit, name: str) -> Person:
    query = select(Person).where(Person.name == name, Person.erased_at.is_(None))
    return (await unit.session.scalars(query)).one()


async def on_paper(stage: Stage) -> tuple[School, int]:
    """A school where a pupil without a phone has consents, a pair and a form, all from paper."""
    school = await listed(stage)
    async with stage.app.database.begin() as session:
        unit = await curator_of(stage, school, session)
        pupil = await _pupil(unit, "Соколова Мария Ильинична")
        pupil.birth_year = 2012
        await session.flush()
        await keeping.record_papers(
            unit,
            organisation_id=school.id,
            people=[pupil.id],
            signed=keeping.Signed.BOTH,
            number="12",
            given_on=unit.today(),
        )
        mentor = await session.scalar(
            select(Person.id).where(Person.telegram_id == school.mentors[0].id)
        )
        await pairs.create(
            unit, organisation_id=school.id, mentor_id=mentor or 0, mentee_id=pupil.id
        )
        profile = (
            await session.scalars(select(Profile).where(Profile.person_id == pupil.id))
        ).one()
        occasion = await occasions.find(unit, school.id, f"entry:{profile.programme_id}")
        session.add(
            Response(
                organisation_id=school.id,
                occasion=occasion.key,
                programme_id=profile.programme_id,
                person_id=pupil.id,
                role=Role.MENTEE,
                form=occasion.form.id,
                channel="spoken",
                entered_by=unit.me,
                started_at=unit.now,
                completed_at=unit.now,
            )
        )
        return school, pupil.id


async def token_of(stage: Stage) -> str:
    async with stage.app.database.reading() as session:
        query = select(Invite.token).where(Invite.claims_id.is_not(None)).order_by(Invite.id.desc())
        return str(await session.scalar(query.limit(1)))


async def open_card(stage: Stage, curator: Phone, who: str) -> None:
    await send(stage, curator, "/menu")
    await press(stage, curator, "Люди", "Участники", "Наставляемые", who)


async def test_a_pupil_takes_over_what_was_kept_of_them(stage: Stage) -> None:
    school, pupil = await on_paper(stage)
    curator = school.curators[0]
    await open_card(stage, curator, "Мария С., 8Б")
    await press(stage, curator, "Личная ссылка")
    assert "Работает один раз" in curator.screen
    token = await token_of(stage)
    assert token in curator.screen
    await press(stage, curator, "Показать QR-код")
    assert any(one.file is not None for one in curator.visible)
    async with stage.app.database.reading() as session:
        before = await session.scalar(select(func.count(Person.id)))

    masha = stage.world.person("Маша")
    await masha.start(token)
    await stage.settle()
    for words in (
        "Мария С., 8Б, наставляемый",
        "У Вас есть наставник",
        "Согласия записаны (2)",
        "ответы покажем следом",
        "Всё верно?",
        "только для самого участника",
    ):
        assert words in masha.screen
    assert masha.buttons() == ["Всё верно", "Это я, исправить", "Это не я", "Не сейчас"]
    await press(stage, masha, "Всё верно")
    # The consents are there, so nothing was asked; the form that others filled in comes next.
    assert "внёс за Вас куратор" in masha.screen
    await press(stage, masha, "Всё верно")
    assert "Наставляемый: Школа № 5" in masha.screen

    async with stage.app.database.reading() as session:
        person = await session.get_one(Person, pupil)
        assert (person.telegram_id, person.name) == (masha.id, "Соколова Мария Ильинична")
        assert await session.scalar(select(func.count(Person.id))) == before
        profile = (await session.scalars(select(Profile).where(Profile.person_id == pupil))).one()
        assert profile.checked_at is not None
        answers = (await session.scalars(select(Response).where(Response.person_id == pupil))).one()
        assert answers.confirmed_at is not None
        assert await session.scalar(
            select(func.count()).select_from(PairMember).where(PairMember.person_id == pupil)
        )
        assert list(await session.scalars(select(Consent).where(Consent.person_id == pupil)))
        assert "record-claimed" in set(await session.scalars(select(Audit.what)))
    assert await broken(stage.app.database) == {}
    assert any("Мария С.: теперь в Telegram" in one.text for one in curator.chat)

    # A second press by the same person, and by another who has found the link.
    await masha.start(token)
    await stage.settle()
    assert "уже присоединились" in masha.screen
    thief = stage.world.person("Кто-то")
    await thief.start(token)
    await stage.settle()
    assert "уже пришли все" in thief.screen and "Мария" not in thief.screen
    await open_card(stage, curator, "Мария С., 8Б")
    assert "Личная ссылка" not in curator.buttons()

    # It was not her after all: the chat goes, the record stays.
    await press(stage, curator, "Отключить Telegram", "Отключить")
    assert "Личная ссылка" in curator.buttons()
    await send(stage, masha, "/menu")
    assert "откройте ссылку-приглашение" in masha.screen
    async with stage.app.database.reading() as session:
        person = await session.get_one(Person, pupil)
        assert (person.telegram_id, person.name) == (None, "Соколова Мария Ильинична")
    assert await broken(stage.app.database) == {}


async def test_a_link_in_other_hands_leaves_nothing(stage: Stage) -> None:
    school, pupil = await on_paper(stage)
    curator, mentor = school.curators[0], school.mentors[0]
    await open_card(stage, curator, "Мария С., 8Б")
    await press(stage, curator, "Личная ссылка")
    token = await token_of(stage)
    # Somebody who is in the bot as another person: nothing changes but that the curator knows.
    for _ in range(2):
        await mentor.start(token)
        await stage.settle()
        assert "соединить две записи может только куратор" in mentor.screen
    told = [one.text for one in curator.chat if "уже есть запись" in one.text]
    assert len(told) == 1 and "mentor 1" in told[0]

    passer = stage.world.person("Прохожий")
    await passer.start(token)
    await stage.settle()
    await press(stage, passer, "Это не я")
    assert "О Вас ничего не записано" in passer.toasts[-1].text
    assert any("нажал «Это не я»" in one.text for one in curator.chat)
    async with stage.app.database.reading() as session:
        assert (
            await session.scalar(select(Person.id).where(Person.telegram_id == passer.id)) is None
        )
        assert (await session.get_one(Person, pupil)).telegram_id is None
    for payload in (token, token[:-1] + "x", new_token()):
        await passer.start(payload)
        await stage.settle()
        assert "Мария" not in passer.screen

    # A new one may be made, and lies about for too long.
    async with stage.app.database.begin() as session:
        unit = await curator_of(stage, school, session)
        profile = await session.scalar(select(Profile.id).where(Profile.person_id == pupil))
        fresh = await claiming.link(unit, profile_id=profile or 0)
        invite = await session.get_one(Invite, fresh.invite_id)
        assert (fresh.token != token, invite.uses_left) == (True, 1)
        invite.expires_at = stage.clock.now()
    await passer.start(fresh.token)
    await stage.settle()
    assert "Срок этой ссылки вышел" in passer.screen


async def test_whoever_was_only_listed_is_asked_for_consent_first(stage: Stage) -> None:
    school = await listed(stage)
    curator = school.curators[0]
    await open_card(stage, curator, "Иван К., 7А")
    await press(stage, curator, "Личная ссылка")
    ivan = stage.world.person("Ваня")
    await ivan.start(await token_of(stage))
    await stage.settle()
    assert "Согласия записаны" not in ivan.screen
    await press(stage, ivan, "Это я, исправить")
    assert "В каком году" in ivan.screen
    await send(stage, ivan, municipality.ADULT)
    await press(stage, ivan, "Согласен")
    assert "Вы наставляемый" in ivan.screen
    async with stage.app.database.reading() as session:
        person = (await session.scalars(select(Person).where(Person.telegram_id == ivan.id))).one()
        profile = (
            await session.scalars(select(Profile).where(Profile.person_id == person.id))
        ).one()
    assert (person.name, profile.class_name) == ("Кузнецов Иван", "7А")
    assert (profile.status, profile.checked_at) == ("new", None)
