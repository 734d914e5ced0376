"""How to call each use case: a sample object of every kind in one school, and arguments for it.

Each area has a file here, found by itself, with any of these:

- SAMPLES: use case -> its arguments, pointing at the school's own objects; whoever sits elsewhere
  must be kept out of them.
- MAKERS: kind of object -> how to make the school's one, in any order.
- OF_DEPARTMENT: use cases whose object is the department, not the school.
- AUTHORS_ONLY: use cases that are within reach, and yet only for who wrote the object.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from tests.guards.samples.scene import Maker, Sample, Scene

__all__ = ["AUTHORS_ONLY", "MAKERS", "OF_DEPARTMENT", "SAMPLES", "Scene"]


def _areas() -> Iterator[ModuleType]:
    for module in iter_modules(__path__):
        if module.name != "scene":
            yield import_module(f"{__name__}.{module.name}")


def _merged(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for area in _areas():
        for key, value in getattr(area, name, {}).items():
            assert key not in found, f"{name}: {key} twice"
            found[key] = value
    return found


SAMPLES: dict[str, Sample] = _merged("SAMPLES")
MAKERS: dict[str, Maker] = _merged("MAKERS")
OF_DEPARTMENT: set[str] = {key for area in _areas() for key in getattr(area, "OF_DEPARTMENT", ())}
AUTHORS_ONLY: set[str] = {key for area in _areas() for key in getattr(area, "AUTHORS_ONLY", ())}
