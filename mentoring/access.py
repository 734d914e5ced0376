"""The door of every use case: who may, and within whose reach.

A use case declares its permission and what its arguments point at; nothing declared is nothing
allowed. What does not exist and what is out of reach are refused in the same words, so that a
forged id tells nothing.
"""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import select

from core.errors import NotAllowed
from core.registers import enrol
from db.models import Branch
from mentoring.roles import GRANTS, OWN_ONLY, Permission, Role
from mentoring.unit import Unit

P = ParamSpec("P")
R = TypeVar("R")

# Finds the organisation an argument points at, or nothing.
Target = Callable[[Unit, dict[str, Any]], Awaitable[int | None]]


@dataclass(frozen=True, slots=True)
class UseCase:
    """A registered use case: the guards walk the registry."""

    name: str
    permission: Permission
    target: Target
    function: Callable[..., Awaitable[Any]]


REGISTRY: dict[str, UseCase] = {}


def organisation(argument: str = "organisation_id") -> Target:
    """The argument is the id of an organisation."""

    async def find(_unit: Unit, arguments: dict[str, Any]) -> int | None:
        value = arguments[argument]
        return value if isinstance(value, int) else None

    return find


def owner(table: Any, argument: str) -> Target:
    """The argument is the id of a row of `table`; its organisation is what must be in reach."""

    async def find(unit: Unit, arguments: dict[str, Any]) -> int | None:
        query = select(table.organisation_id).where(table.id == arguments[argument])
        found: int | None = await unit.session.scalar(query)
        return found

    return find


async def anywhere(_unit: Unit, _arguments: dict[str, Any]) -> int | None:
    """No organisation yet: for what creates the first one."""
    return None


async def oneself(_unit: Unit, _arguments: dict[str, Any]) -> int | None:
    """Only the actor's own rows: the use case's own statement names the actor."""
    return None


def use_case(
    permission: Permission, *, target: Target
) -> Callable[
    [Callable[Concatenate[Unit, P], Awaitable[R]]], Callable[Concatenate[Unit, P], Awaitable[R]]
]:
    """Guard and register a use case. Raises NotAllowed before the function runs."""

    def decorate(
        function: Callable[Concatenate[Unit, P], Awaitable[R]],
    ) -> Callable[Concatenate[Unit, P], Awaitable[R]]:
        signature = inspect.signature(function)

        @wraps(function)
        async def guarded(unit: Unit, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if target is oneself or target is anywhere:
                if not _granted(unit, permission):
                    raise NotAllowed
            else:
                arguments = signature.bind(unit, *args, **kwargs).arguments
                await check_reach(unit, permission, await target(unit, arguments))
            return await function(unit, *args, **kwargs)

        name = f"{function.__module__.removeprefix('mentoring.')}.{function.__name__}"
        enrol(REGISTRY, name, UseCase(name, permission, target, guarded))
        return guarded

    return decorate


def _granted(unit: Unit, permission: Permission) -> bool:
    if unit.actor.is_admin and permission in GRANTS[Role.ADMIN]:
        return True
    return any(permission in GRANTS[seat.role] for seat in unit.actor.seats)


async def check_reach(unit: Unit, permission: Permission, target: int | None) -> None:
    """Raises NotAllowed where the actor has no such permission within reach of `target`."""
    if target is None:
        raise NotAllowed
    if unit.actor.is_admin and permission in GRANTS[Role.ADMIN]:
        return
    seats = {seat.organisation_id for seat in unit.actor.seats if permission in GRANTS[seat.role]}
    if target in seats:
        return
    if seats and permission not in OWN_ONLY:
        query = select(Branch.ancestor_id).where(
            Branch.descendant_id == target, Branch.ancestor_id.in_(seats)
        )
        if (await unit.session.scalars(query.limit(1))).first() is not None:
            return
    raise NotAllowed
