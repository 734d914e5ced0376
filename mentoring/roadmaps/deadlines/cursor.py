"""A place in the tokens, with the few moves a recursive descent needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mentoring.roadmaps.deadlines.kinds import T
from mentoring.roadmaps.deadlines.tokens import Token

Node = TypeVar("Node")


class Cursor:
    """Reads tokens from left to right and can step back."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self.place >= len(self.tokens)

    def kind(self, ahead: int = 0) -> T | None:
        """The kind of the token `ahead` places on; None past the end."""
        index = self.place + ahead
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else None

    def take(self) -> Token:
        """The next token; only to be called when not done."""
        token = self.tokens[self.place]
        self.place += 1
        return token

    def accept(self, *kinds: T) -> Token | None:
        """The next token if it is one of these kinds."""
        return self.take() if self.kind() in kinds else None

    def skip(self, *kinds: T) -> None:
        """Passes over tokens of these kinds."""
        while self.kind() in kinds:
            self.place += 1

    def run(self, *kinds: T) -> bool:
        """Takes tokens of exactly these kinds one after another, or none of them."""
        if all(self.kind(ahead) is kind for ahead, kind in enumerate(kinds)):
            self.place += len(kinds)
            return True
        return False

    def attempt(self, rule: Callable[[Cursor], Node | None]) -> Node | None:
        """What the rule finds here; where it finds nothing the cursor stays."""
        start = self.place
        found = rule(self)
        if found is None:
            self.place = start
        return found
