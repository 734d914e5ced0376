"""What all commands say in one way: lines for any terminal, a failure in one line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

# What would move the cursor, colour the screen or rename the window; documents may hold it.
_CONTROLS = {code: "?" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


def number(text: str) -> int:
    """An argument that is the number of something in the database."""
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 19):
        raise argparse.ArgumentTypeError("a number is needed")
    return int(text)


def say(text: str) -> None:
    """Prints, whatever the terminal's encoding can show; nothing in the text commands it."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.translate(_CONTROLS).encode(encoding, "replace").decode(encoding))


def failed(reason: str) -> int:
    """Says why on standard error. Returns the exit code for it."""
    print(f"mentoring-bot: {reason.translate(_CONTROLS)}", file=sys.stderr)
    return 1


def guarded(work: Callable[[], int]) -> int:
    """Does what needs settings and a database; what an operator can mend is told in one line."""
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415 - other commands must start quickly

    from bot.settings import SettingsError  # noqa: PLC0415

    try:
        return work()
    except SettingsError as error:
        return failed(str(error))
    except DBAPIError as error:
        reason = str(error.orig).splitlines()[0]
        return failed(f"the database: {reason} (has `mentoring-bot migrate` been run?)")
    except OSError as error:
        if error.filename:
            return failed(f"{error.strerror}: {error.filename}")
        return failed(f"the database: {error.strerror or error}")
