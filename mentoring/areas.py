"""All areas at once: use cases, jobs and digest sources register themselves when imported."""

import importlib
import pkgutil

import mentoring


def load() -> None:
    """Import every module of mentoring/, so that nothing is missing from a registry."""
    for module in pkgutil.walk_packages(mentoring.__path__, "mentoring."):
        importlib.import_module(module.name)
