"""Ours: the bot as it runs, with every dialog; only the network is missing."""

from datetime import UTC, datetime, timedelta

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.types import Update

from benchmarks import school
from benchmarks.api import InstantApi
from benchmarks.bare import TOKEN
from benchmarks.updates import Updates
from bot import dialogs
from bot.runner import Runner
from core.clock import SettableClock
from core.translator import Translator
from db.engines import Database
from mentoring import areas
from mentoring.surveys.forms import Kind, forms

_START = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)
_FORM = "entry-1"
_LANGUAGE = "ru"


class House:
    """The bot and the mentors of a school who talk to it."""

    def __init__(self, database: Database) -> None:
        areas.load()
        self.api = InstantApi()
        self.clock = SettableClock(_START)
        self.database = database
        bot = Bot(TOKEN, session=self.api, default=DefaultBotProperties(parse_mode="HTML"))
        self._updates = Updates(bot)
        translator = Translator(strict=True)
        self._words = translator.to(_LANGUAGE)
        self._runner = Runner(
            bot=bot,
            dispatcher=dialogs.build(frozenset()),
            database=database,
            translator=translator,
            clock=self.clock,
            admin_ids=frozenset(),
            default_timezone="Europe/Moscow",
            username="bench_bot",
            calendars="",
            wake=lambda _names: None,
        )

    async def open(self, mentors: int) -> list[int]:
        """Their chats, each at the main menu."""
        async with self.database.begin() as session:
            chats = await school.build(session, mentors, self.clock.now())
        for chat in chats:
            await self.handle(self._updates.text(chat, "/start"))
        return chats

    async def handle(self, update: Update) -> None:
        await self._runner.handle(update)

    def button(self, chat: int, label: str) -> Update:
        """A press on the button of this label."""
        return self.raw(chat, self.api.data(chat, label))

    def raw(self, chat: int, data: str) -> Update:
        return self._updates.press(chat, data, self.api.message_ids[chat])

    def word(self, key: str) -> str:
        return self._words.plain(key)

    async def press(self, chats: list[int], label: str) -> None:
        for chat in chats:
            await self.handle(self.button(chat, label))


class Menu:
    """From the list of one's meetings back to the main menu."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def round(self, chats: list[int]) -> list[Update]:
        """The next press of each chat; whatever has to come before it is done."""
        await self._house.press(chats, self._house.word("menu-meetings"))
        return [self._house.button(chat, self._house.word("button-home")) for chat in chats]


class Meeting:
    """The filled card of a meeting is saved; the mentee is asked how it was."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def round(self, chats: list[int]) -> list[Update]:
        house = self._house
        house.clock.advance(timedelta(days=1))
        for chat in chats:
            await house.handle(house.raw(chat, f"meeting:{chat}"))
        return [house.button(chat, house.word("meeting-save")) for chat in chats]


class Questionnaire:
    """A mark is given; the next question is shown."""

    def __init__(self, house: House) -> None:
        self._house = house
        questions = forms()[_FORM].roles
        self._labels = [
            next(iter(question.options.values())).to(_LANGUAGE)
            if question.kind is Kind.CHOICE
            else "8"
            for question in next(iter(questions.values()))
            if question.kind is not Kind.TEXT
        ]
        self._at = 0
        self._chats: list[int] = []

    async def round(self, chats: list[int]) -> list[Update]:
        house = self._house
        if chats != self._chats:
            # Others have not come as far: they all begin a new questionnaire.
            self._chats, self._at = chats, 0
        if self._at == 0:
            house.clock.advance(timedelta(days=1))
            now = house.clock.now()
            async with house.database.begin() as session:
                survey = await school.assign(session, _FORM, now.date(), now)
            for chat in chats:
                await house.handle(house.raw(chat, f"survey:{survey}"))
        label = self._labels[self._at]
        self._at = (self._at + 1) % len(self._labels)
        return [house.button(chat, label) for chat in chats]
