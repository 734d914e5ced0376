"""Registers that modules put their parts into by a name."""

from typing import TypeVar

Part = TypeVar("Part")


def enrol(register: dict[str, Part], name: str, part: Part) -> None:
    """Put a part under its name. Raises ValueError for a name that another has."""
    if name in register:
        raise ValueError(f"two parts are called {name!r}")
    register[name] = part
