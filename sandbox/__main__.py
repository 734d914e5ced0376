"""``python -m sandbox``: the server on its own, with a chat page for each phone at ``/``."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal

from sandbox.limits import Limits
from sandbox.world import Sandbox

log = logging.getLogger("sandbox")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", help="the bot's; by default the first bot that calls is it")
    parser.add_argument("--username", default="mentoring_test_bot")
    parser.add_argument("--latency", type=float, default=0.0, help="milliseconds a call takes")
    parser.add_argument("--no-limits", action="store_true", help="no 429 at all")
    parser.add_argument("--keep", type=int, default=2000, help="messages kept per chat")
    parser.add_argument("--person", action="append", default=[], help="a name; may be repeated")
    return parser.parse_args()


async def _run(options: argparse.Namespace) -> None:
    world = Sandbox(
        token=options.token,
        username=options.username,
        limits=None if options.no_limits else Limits(),
        latency=options.latency / 1000,
        keep=options.keep,
        keep_calls=options.keep * 10,
    )
    for name in options.person:
        world.person(name)
    url = await world.start(options.port, options.host)
    log.info("BOT_API_URL=%s  (open it in a browser to be the people)", url)
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows has no signal handlers in its event loop: Ctrl+C interrupts it there.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopping.set)
    await stopping.wait()
    await world.stop()


def main() -> None:
    """Run until interrupted."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    options = _arguments()
    try:
        asyncio.run(_run(options))
    except (OSError, ValueError) as error:
        raise SystemExit(f"sandbox: {error}") from error


if __name__ == "__main__":
    main()
