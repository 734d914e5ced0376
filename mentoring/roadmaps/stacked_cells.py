"""Tables that came as one cell a line: what is left of one that was copied from a web page."""

import re
from collections.abc import Sequence
from dataclasses import replace

from documents.model import Block, Cell, Document, Paragraph, table_of
from mentoring.roadmaps.column_contents import SURE, is_deadline
from mentoring.roadmaps.column_headings import Role, heading_role
from mentoring.roadmaps.numbers import follows

_FEWEST_COLUMNS = 3
_HEADING_LENGTH = 60
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")
_SECTION = re.compile(r"(?:\d+|[IVXLC]+)[.)]?\s+\S")


def unstacked(document: Document) -> Document:
    """The document with its table, where a text has the cells of one below each other."""
    if document.form != "text" or document.tables:
        return document
    lines = [
        (place, block.text.strip())
        for place, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and block.text.strip()
    ]
    texts = [text for _, text in lines]
    for first in range(len(texts)):
        roles = _headings(texts[first:])
        if roles:
            body = texts[first + len(roles) :]
            rows = _numbered(body, roles) if roles[0] is Role.NUMBER else _counted(body, roles)
            if rows:
                heading = texts[first : first + len(roles)]
                table = table_of([[Cell(text) for text in row] for row in [heading, *rows]])
                above: tuple[Block, ...] = document.blocks[: lines[first][0]]
                return replace(document, blocks=(*above, table))
    return document


def _headings(texts: Sequence[str]) -> list[Role]:
    """What the columns hold, when headings of a table of deadlines come one after another."""
    roles: list[Role] = []
    for text in texts:
        role = heading_role(text) if len(text) <= _HEADING_LENGTH else None
        if role is None or role in roles:
            break
        roles.append(role)
    whole = {Role.ACTIVITY, Role.DEADLINE} <= set(roles)
    return roles if whole and len(roles) >= _FEWEST_COLUMNS else []


def _numbered(body: Sequence[str], roles: Sequence[Role]) -> list[list[str]]:
    """Rows of which each begins with a number alone on its line."""
    starts: list[int] = []
    last = ""
    for place, text in enumerate(body):
        number = text.rstrip(".)")
        opens = number == "1" or number.endswith(".1") or follows(number, last)
        if _NUMBER.fullmatch(text) and (opens or not last):
            starts.append(place)
            last = number
    rows = [[text] for text in body[: starts[0] if starts else 0]]
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        cells = list(body[start:end])
        sections: list[str] = []
        while end < len(body) and len(cells) > _FEWEST_COLUMNS and _is_section(cells[-1]):
            sections.insert(0, cells.pop())
        rows.append(_in_columns(cells, roles))
        rows.extend([text] for text in sections)
    return rows


def _is_section(text: str) -> bool:
    return _SECTION.match(text) is not None and not is_deadline(text)


def _in_columns(cells: list[str], roles: Sequence[Role]) -> list[str]:
    """A row's texts in their columns: a cell may have several lines, and an empty one has none."""
    place = roles.index(Role.DEADLINE)
    if len(cells) == len(roles) and (not cells[place] or is_deadline(cells[place])):
        return cells
    found = next((at for at in range(1, len(cells)) if is_deadline(cells[at])), None)
    if found is None:
        # Without a deadline what is left over stands behind its column.
        before, deadline, after = cells[:place], "", cells[place:]
    else:
        before, deadline, after = cells[:found], cells[found], cells[found + 1 :]
    return [*_filled(before, place), deadline, *_filled(after, len(roles) - place - 1)]


def _filled(cells: Sequence[str], width: int) -> list[str]:
    """So many cells: of too many the last ones are one cell with several lines."""
    if not width:
        return []
    head, rest = list(cells[: width - 1]), cells[width - 1 :]
    return [*head, "\n".join(rest), *[""] * (width - len(head) - 1)]


def _counted(body: Sequence[str], roles: Sequence[Role]) -> list[list[str]]:
    """Rows of a table without numbers, where the count of its cells comes out even."""
    width = len(roles)
    rows = [list(body[start : start + width]) for start in range(0, len(body), width)]
    terms = [row[roles.index(Role.DEADLINE)] for row in rows if len(row) == width]
    if len(terms) < len(rows) or sum(map(is_deadline, terms)) < SURE * len(terms):
        return []
    return rows
