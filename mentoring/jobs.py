"""Work that takes longer than a person waits for: a row now, the result as a message later.

A job may run more than once (a crash, a failure in its middle), so it is written to be repeated:
whatever it adds has a unique key.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from core.registers import enrol
from db.models import Job
from db.upsert import upserting
from mentoring.unit import Unit

T = TypeVar("T")


class JobStatus(StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    # The person was told why it cannot be done: their file is no roadmap, their seat is gone.
    REFUSED = "refused"
    FAILED = "failed"


class Aside(Protocol):
    """Runs a module-level function in a process of its own, where it may be slow or break."""

    async def __call__(self, function: Callable[..., T], /, *args: Any) -> T: ...


async def _no_copy(_file_id: int) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class JobContext:
    """What a job works with. A `Refusal` it raises is told to the person, and ends it."""

    job_id: int
    person_id: int
    args: dict[str, Any]
    # A short transaction as the person who asked: rights are checked anew. Never held over the
    # other two, which wait for the network and for another process.
    unit: Callable[[], AbstractAsyncContextManager[Unit]]
    # The bytes of a file by its file_id. Raises Refusal when it is gone or over the limit.
    download: Callable[[str], Awaitable[bytes]]
    aside: Aside
    # Those of the copy the operator keeps, by the number of the file's row; None without one.
    kept: Callable[[int], Awaitable[bytes | None]] = _no_copy


JobFunction = Callable[[JobContext], Awaitable[None]]

JOBS: dict[str, JobFunction] = {}


def job(kind: str) -> Callable[[JobFunction], JobFunction]:
    """Register what is done for jobs of this kind."""

    def register(function: JobFunction) -> JobFunction:
        enrol(JOBS, kind, function)
        return function

    return register


async def enqueue(
    unit: Unit, kind: str, *, unique: str, person_id: int, args: dict[str, Any]
) -> None:
    """Have a job done after this unit's commit; one whose unique key is there stays as it is."""
    statement = upserting(unit.session, Job).values(
        unique_key=unique,
        kind=kind,
        person_id=person_id,
        args=args,
        status=JobStatus.QUEUED,
        attempts=0,
        created_at=unit.now,
    )
    await unit.session.execute(statement.on_conflict_do_nothing(index_elements=["unique_key"]))
    unit.wakes.add("jobs")
