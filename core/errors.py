"""What goes wrong in a way that a person can be told in one sentence."""

from typing import Any


class Refusal(Exception):
    """The request cannot be done; `key` names the sentence that says what to do instead."""

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = args


class NotAllowed(Refusal):
    """The object does not exist or is out of reach: the person is not told which."""

    def __init__(self) -> None:
        super().__init__("refused")
