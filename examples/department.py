"""The department's part of the long story: its order, what schools hand in, what comes of it."""

from datetime import date, timedelta
from io import BytesIO

import docx

from examples.phones import CAST, Phone
from examples.stage import Stage
from examples.story import Cast, at, this_day

ORDER = CAST["order"]
# The days of the order's rows, counted from the day it is signed.
_SOON, _LATER = timedelta(days=10), timedelta(days=17)
_MOVED, _ADVISED = timedelta(days=24), timedelta(days=14)
_DAY = timedelta(days=1)


async def oversee(stage: Stage, cast: Cast) -> None:
    """From the order's file to next year's draft."""
    staff, curator = cast["department"], cast["curator"]
    today = this_day(stage)
    await _bring_order(staff, today)
    await _hand_in(staff, curator)
    await _another_term(stage, staff, curator, today)
    await _follow(stage, staff, curator)
    await _menu(staff, "menu-roadmap")
    await staff.press("roadmap-look-button")
    await staff.press("roadmap-look-picture")
    await staff.press("roadmap-look-roll")
    await staff.press("roadmap-roll-button")


def order(today: date) -> bytes:
    """The order as a Word document."""
    days = {
        "today": f"{today:%d.%m.%Y}",
        "soon": f"{today + _SOON:%d.%m.%Y}",
        "later": f"{today + _LATER:%d.%m.%Y}",
    }
    document = docx.Document()
    for line in ORDER["lines"]:
        document.add_paragraph(line.format(**days))
    table = document.add_table(rows=0, cols=len(ORDER["heading"]))
    for row in (ORDER["heading"], *ORDER["rows"]):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text.format(**days)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


async def _menu(phone: Phone, key: str) -> None:
    await phone.send("/menu")
    if not phone.has(key):
        await phone.press("menu-group-more")
    await phone.press(key)


async def _bring_order(staff: Phone, today: date) -> None:
    """The order is read and confirmed, and falls on the schools."""
    await staff.send_file(ORDER["file"], order(today))
    await staff.press("roadmap-check")
    await staff.press("roadmap-rows-button")
    await staff.press("roadmap-to-draft")
    await staff.press("roadmap-confirm-button")
    await staff.press("roadmap-confirm-button")
    await staff.press("roadmap-executors-button", unnamed=2)
    await staff.press("roadmap-executors-accept", waiting=2)


async def _hand_in(staff: Phone, curator: Phone) -> None:
    """A document is handed in, looked at, given back and mended; a link comes by itself."""
    await _menu(staff, "menu-board")
    await staff.press("roadmap-to-activities")
    await staff.press_label("2")
    await staff.press("roadmap-remind-all", waiting=1)
    await curator.press("roadmap-nudge-open")
    await curator.send_file(ORDER["regulation"], b"%PDF-1.4 a regulation")
    await _menu(staff, "menu-deciding")
    await staff.press_label("1")
    await staff.press("roadmap-documents")
    await staff.press("roadmap-give-back")
    await staff.send(ORDER["remark"])
    await curator.press("roadmap-nudge-open")
    await curator.send_file(ORDER["mended"], b"%PDF-1.4 a signed regulation")
    await _menu(staff, "menu-deciding")
    await staff.press("roadmap-accept", total=1, left=0)


async def _another_term(stage: Stage, staff: Phone, curator: Phone, today: date) -> None:
    """The school asks for another term, gets it, and keeps it by a link."""
    await _menu(staff, "menu-board")
    await staff.press("roadmap-to-activities")
    await staff.press_label("3")
    await staff.press("roadmap-remind-all", waiting=1)
    await curator.press("roadmap-nudge-open")
    await curator.press("roadmap-another-term", agrees="department")
    await curator.send(f"{today + _MOVED:%d.%m.%Y}")
    await curator.send(ORDER["term"])
    await _menu(staff, "menu-deciding")
    await staff.press("roadmap-asked-button", asked=1)
    await staff.press("roadmap-agree")
    await stage.go_to(at(today + _DAY))
    await curator.press("roadmap-nudge-open")
    await curator.press("roadmap-attach-button")
    await curator.send(ORDER["link"])


async def _follow(stage: Stage, staff: Phone, curator: Phone) -> None:
    """What is introduced by now, and a recommendation that is answered and settled."""
    today = this_day(stage)
    await _menu(staff, "menu-board")
    await staff.press("introduction-button")
    await staff.press_label(0)
    await staff.press("advice-new-button")
    await staff.send(ORDER["advice"])
    await staff.send(f"{today + _ADVISED:%d.%m.%Y}")
    await _till(stage, curator, "advice-open")
    await curator.press("advice-open")
    await curator.press_label(0)
    await curator.send(ORDER["advised"])
    await _till(stage, staff, "advice-open")
    await staff.press("advice-open")
    await staff.press_label("1")
    await staff.press("advice-accept")


async def _till(stage: Stage, phone: Phone, key: str) -> None:
    """To the first morning whose digest has the button: none goes out on days off."""
    for _day in range(14):
        await stage.go_to(stage.clock.now() + _DAY)
        if phone.has(key):
            return
