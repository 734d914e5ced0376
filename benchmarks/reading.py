"""What reading a roadmap costs, beside opening the same file with the bare library.

`python -m benchmarks.reading`: a .docx of 40 activities and an .xlsx of 1,000 rows, each in a
process of its own, because the peak of memory is a process's. Seconds are those of the processor,
medians of three.
"""

import argparse
import io
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import docx
from openpyxl import Workbook, load_workbook

LIMITS = {"docx": 1.0, "xlsx": 5.0}  # seconds
MOST_MEMORY = 300  # MB
_ROUNDS = 3
# Days, a stretch, a month, and what comes round: weekly, on a weekday, quarterly.
_DEADLINES = (
    "10.09",
    "01.10 - 15.10",
    "\u0434\u0435\u043a\u0430\u0431\u0440\u044c",
    "\u0435\u0436\u0435\u043d\u0435\u0434\u0435\u043b\u044c\u043d\u043e",
    "\u043f\u043e \u0441\u0440\u0435\u0434\u0430\u043c",
    "\u0435\u0436\u0435\u043a\u0432\u0430\u0440\u0442\u0430\u043b\u044c\u043d\u043e",
)


def rows(count: int) -> list[tuple[str, ...]]:
    """A heading and so many activities."""
    heading = (
        "No",
        "\u043c\u0435\u0440\u043e\u043f\u0440\u0438\u044f\u0442\u0438\u0435",
        "\u0441\u0440\u043e\u043a",
        "\u0438\u0441\u043f\u043e\u043b\u043d\u0438\u0442\u0435\u043b\u044c",
    )
    body = [
        (str(i), f"Activity {i} " * 12, _DEADLINES[i % len(_DEADLINES)], "Curator, head")
        for i in range(1, count + 1)
    ]
    return [heading, *body]


def document() -> bytes:
    """A .docx of 40 activities."""
    opened = docx.Document()
    lines = rows(40)
    table = opened.add_table(len(lines), len(lines[0]))
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text
    return _saved(opened)


def sheet() -> bytes:
    """An .xlsx of 1,000 activities."""
    book = Workbook()
    for line in rows(1000):
        book.active.append(line)
    return _saved(book)


def _saved(opened: Any) -> bytes:
    buffer = io.BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def bare_document(data: bytes) -> int:
    """The texts of all cells, with python-docx alone."""
    table = docx.Document(io.BytesIO(data)).tables[0]
    return sum(len(cell.text) for row in table.rows for cell in row.cells)


def bare_sheet(data: bytes) -> int:
    """The values of all cells, with openpyxl alone."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return sum(len(str(value)) for row in book.worksheets[0].values for value in row)


def ours(data: bytes) -> int:
    """The whole way: bytes to activities with their deadlines, before anybody has said the year."""
    from documents.reader import read  # noqa: PLC0415 - its memory is part of what is measured
    from mentoring.roadmaps.reading import read_roadmap  # noqa: PLC0415

    return len(read_roadmap(read(data)).items)


WORK: dict[str, tuple[Callable[[], bytes], Callable[[bytes], int]]] = {
    "docx bare": (document, bare_document),
    "docx ours": (document, ours),
    "xlsx bare": (sheet, bare_sheet),
    "xlsx ours": (sheet, ours),
}


def measured(name: str) -> tuple[float, int]:
    """Seconds and peak memory in MB of one kind of work, in this process."""
    made, work = WORK[name]
    data = made()
    taken = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        work(data)
        taken.append(time.process_time() - started)
    return median(taken), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Prints the figures; 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", choices=WORK, help="one kind of work, for the process of its own")
    only = parser.parse_args().only
    if only:
        print(*measured(only))
        return 0
    found: dict[str, tuple[float, int]] = {}
    for name in WORK:
        command = [sys.executable, "-m", "benchmarks.reading", "--only", name]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        found[name] = float(output[0]), int(output[1])
    passed = False
    for form, limit in LIMITS.items():
        (bare, _), (seconds, memory) = found[f"{form} bare"], found[f"{form} ours"]
        print(
            f"{form}: {seconds:.2f} s (limit {limit:.0f}), {memory} MB (limit {MOST_MEMORY}),",
            end=" ",
        )
        print(f"{seconds / bare:.1f} times the bare library's {bare:.2f} s")
        passed = passed or seconds > limit or memory > MOST_MEMORY
    return int(passed)


if __name__ == "__main__":
    sys.exit(main())
