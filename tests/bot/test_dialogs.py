"""What is set up around the dialogs."""

from aiogram_dialog.api.entities import Stack

from bot import dialogs
from handlers.kit.navigation import Home


def test_contexts_opened_in_one_second_have_names_of_their_own() -> None:
    dialogs.build(frozenset())
    stack = Stack()
    names = [stack.push(Home.main, None).id for _ in range(100)]
    assert len(set(names)) == 100
    assert all(len(name) == 6 for name in names)
