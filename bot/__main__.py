"""The command line: `mentoring-bot COMMAND`, the same as `python -m bot COMMAND`."""

import argparse
import sys

from bot.cli import admin, files, match, parcels, roadmap, run


def main() -> int:
    """Run one command. Returns the exit status: 0 done, 1 refused, 2 not understood."""
    parser = argparse.ArgumentParser(prog="mentoring-bot", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run.add_parser(commands)
    roadmap.add_parser(commands)
    match.add_parser(commands)
    admin.add_parser(commands)
    parcels.add_parser(commands)
    files.add_parser(commands)
    arguments = parser.parse_args()
    status: int = arguments.run(arguments)
    return status


if __name__ == "__main__":
    sys.exit(main())
