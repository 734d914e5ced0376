"""Flood limits: what passes, what is refused, which figures are kept."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from hypothesis import given
from hypothesis import strategies as st

from sandbox import Limits, Sandbox
from sandbox.limits import Pacer


class Hand:
    """A monotonic clock moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def pacer(limits: Limits) -> tuple[Pacer, Hand]:
    hand = Hand()
    return Pacer(limits, hand), hand


def test_a_burst_passes_in_one_chat_then_one_a_second() -> None:
    gate, hand = pacer(Limits(chat_burst=3))
    assert [gate.admit(1) for _ in range(4)] == [0, 0, 0, 1]
    hand.now += 1.0
    assert [gate.admit(1), gate.admit(1)] == [0, 1]
    assert gate.admit(2) == 0 and gate.refused == 2 and gate.peak_chat == 3


def test_thirty_a_second_overall() -> None:
    gate, hand = pacer(Limits())
    assert sum(gate.admit(chat) == 0 for chat in range(1, 41)) == 30
    hand.now += 1.0
    assert gate.admit(99) == 0
    assert gate.peak_overall == 30


def test_twenty_a_minute_in_a_group() -> None:
    gate, hand = pacer(Limits(chat_burst=100))
    assert [gate.admit(-5) for _ in range(21)] == [0] * 20 + [60]
    hand.now += 59.0
    assert gate.admit(-5) == 1
    hand.now += 1.0
    assert gate.admit(-5) == 0 and gate.peak_group_minute == 20


def test_edits_cost_less_and_nothing_overall() -> None:
    gate, _ = pacer(Limits(overall=1, chat_burst=2, edit_weight=0.25))
    assert [gate.admit(1, edit=True) for _ in range(9)] == [0] * 8 + [1]


def test_an_album_counts_each_file() -> None:
    gate, _ = pacer(Limits(overall=30, chat_burst=10))
    assert gate.admit(1, amount=10) == 0
    assert gate.admit(1) == 1


@given(
    st.lists(
        st.tuples(st.integers(1, 5), st.floats(0, 2, allow_nan=False)), min_size=1, max_size=60
    )
)
def test_waiting_as_told_always_suffices(steps: list[tuple[int, float]]) -> None:
    gate, hand = pacer(Limits(overall=3, chat_burst=2))
    for chat, pause in steps:
        hand.now += pause
        if wait := gate.admit(chat):
            hand.now += wait
            assert gate.admit(chat) == 0
    assert gate.peak_overall <= 3


async def test_the_bot_is_told_how_long_to_wait(new_bot) -> None:
    async with Sandbox(limits=Limits(chat_burst=2)) as world:
        bot, vera = new_bot(world), world.person("Вера")
        await vera.start()
        for _ in range(2):
            await bot.send_message(vera.id, "x")
        with pytest.raises(TelegramRetryAfter, match="Too Many Requests: retry after 1") as told:
            await bot.send_message(vera.id, "x")
        assert told.value.retry_after == 1
        assert world.pacer.refused == 1 and len(world.calls.refused(429)) == 1
        await bot.send_chat_action(vera.id, "typing")


async def test_without_limits_nothing_is_refused(bot: Bot, anna, world: Sandbox) -> None:
    for number in range(60):
        await bot.send_message(anna.id, str(number))
    assert world.pacer.refused == 0 and world.pacer.peak_overall > 1
