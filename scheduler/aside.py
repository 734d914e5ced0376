"""Work beside the event loop, in a process of its own that can be stopped.

Documents come from strangers: one may loop for ever or swallow the memory. A thread could neither
be stopped nor limited, and its arithmetic would make everybody else wait.
"""

import asyncio
import contextlib
import multiprocessing
import pickle  # nosec B403
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")

LIMIT_SECONDS = 60.0
_LIMIT_BYTES = 1 << 30
# Not a fork: that would copy the bot's locks and connections in whatever state they are.
_processes = multiprocessing.get_context("spawn")


class Lost(Exception):
    """The process ended without a result: out of memory, out of time, or killed."""


async def aside(function: Callable[..., T], /, *args: Any, seconds: float = LIMIT_SECONDS) -> T:
    """The result of a module-level function, called in a new process; its exceptions come through.

    Raises Lost after `seconds`, or when the process dies.
    """
    ours, theirs = _processes.Pipe(duplex=False)
    process = _processes.Process(target=_work, args=(theirs, function, args), daemon=True)
    await asyncio.to_thread(process.start)
    theirs.close()
    receiving = asyncio.ensure_future(asyncio.to_thread(_receive, ours, seconds))
    try:
        done, result = await asyncio.shield(receiving)
    finally:
        process.kill()
        await asyncio.wait({receiving})
        await asyncio.to_thread(process.join)
        process.close()
        ours.close()
    if not done:
        raise result
    value: T = result
    return value


def _receive(pipe: Connection, seconds: float) -> tuple[bool, Any]:
    try:
        if not pipe.poll(seconds):
            return False, Lost(f"no result within {seconds:g} s")
        received: tuple[bool, Any] = pipe.recv()
    except EOFError:
        return False, Lost("the process ended without a result")
    return received


def _work(pipe: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """In the new process: do it and send back (True, result) or (False, exception)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    try:
        answer: tuple[bool, Any] = (True, function(*args))
    except Exception as error:
        answer = (False, _portable(error))
    with contextlib.suppress(BrokenPipeError):
        pipe.send(answer)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        # Some systems do not let it be set; the limit of time remains.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_LIMIT_BYTES, _LIMIT_BYTES))


def _portable(error: Exception) -> Exception:
    """The exception itself if it survives the way back, else one that says the same."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # nosec B301
    except Exception:
        return Lost(f"{type(error).__name__}: {error}")
    return error
