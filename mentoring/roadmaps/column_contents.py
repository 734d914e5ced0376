"""What a column holds, by what stands in it."""

from itertools import pairwise

from documents.model import Row, Table
from mentoring.roadmaps import vocabulary as words
from mentoring.roadmaps.cleaning import one_line
from mentoring.roadmaps.column_headings import Role
from mentoring.roadmaps.mixed_cells import is_whole_term, split_cell
from mentoring.roadmaps.numbers import follows, leading_number

# So much of a column has to be of a kind.
SURE = 0.6
_SAMPLE = 40
_DEADLINE_LENGTH = 100


def complete(table: Table, roles: list[Role | None], first_row: int) -> None:
    """Fill in the roles that headings did not tell."""
    body = table.rows[first_row:]
    if Role.MONTH in roles or Role.YEAR in roles:
        pass
    elif Role.DEADLINE not in roles and not {Role.START, Role.FINISH} <= set(roles):
        _assign(roles, Role.DEADLINE, [deadline_share(body, c) for c in range(table.width)], SURE)
        if Role.DEADLINE not in roles and Role.EXECUTOR not in roles:
            _assign(roles, Role.DEADLINE, [_mixed_share(body, c) for c in range(table.width)], SURE)
    if Role.NUMBER not in roles:
        _assign(roles, Role.NUMBER, [_number_share(body, c) for c in range(table.width)], 0.5)
    if Role.ACTIVITY not in roles:
        for substitute in (Role.NAME, Role.SECTION):
            if substitute in roles:
                roles[roles.index(substitute)] = Role.ACTIVITY
                break
        else:
            _assign(roles, Role.ACTIVITY, [_length(body, c) for c in range(table.width)], 15.0)
    if Role.EXECUTOR not in roles:
        _assign(roles, Role.EXECUTOR, [_people_share(body, c) for c in range(table.width)], 0.5)
    _two_activity_columns(body, roles)


def _assign(roles: list[Role | None], role: Role, scores: list[float], enough: float) -> None:
    free = [index for index, known in enumerate(roles) if known is None]
    best = max(free, key=lambda index: scores[index], default=None)
    if best is not None and scores[best] >= enough:
        roles[best] = role


def own_texts(body: tuple[Row, ...], column: int) -> list[str]:
    """What stands in the first cells of a column, merged ones once."""
    cells = (row[column] for row in body[:_SAMPLE])
    return [
        text
        for cell in cells
        if not cell.from_left and not cell.from_above and (text := one_line(cell.text))
    ]


def deadline_share(body: tuple[Row, ...], column: int) -> float:
    """How much of a column is deadlines, of 1; none of a single cell."""
    texts = own_texts(body, column)
    sure = [text for text in texts if is_deadline(text)]
    return len(sure) / len(texts) if len(texts) >= 2 else 0.0


def _mixed_share(body: tuple[Row, ...], column: int) -> float:
    """How much of a column is deadlines with the executors beside them."""
    texts = own_texts(body, column)
    both = [text for text in texts if all(split_cell(text, people_only=True) or ("",))]
    return len(both) / len(texts) if len(texts) >= 2 else 0.0


def is_deadline(text: str) -> bool:
    """Whether a cell is wholly a deadline."""
    return len(text) < _DEADLINE_LENGTH and is_whole_term(text)


def _number_share(body: tuple[Row, ...], column: int) -> float:
    texts = own_texts(body, column)
    numbered = [text for text in texts if leading_number(text) == (text.rstrip(".) "), "")]
    counted = [leading_number(text)[0] for text in numbered]
    on = sum(after.endswith("1") or follows(after, one) for one, after in pairwise(counted))
    if on * 2 < len(counted) - 1:
        return 0.0  # they count nothing: classes, say, or people
    return len(numbered) / len(texts) if texts else 0.0


def _people_share(body: tuple[Row, ...], column: int) -> float:
    texts = own_texts(body, column)
    named = [text for text in texts if words.PEOPLE.search(text) and len(text) < 150]
    return len(named) / len(texts) if texts else 0.0


def _length(body: tuple[Row, ...], column: int) -> float:
    texts = own_texts(body, column)
    return sum(map(len, texts)) / len(texts) if texts else 0.0


def _two_activity_columns(body: tuple[Row, ...], roles: list[Role | None]) -> None:
    """Of two columns of activities the one that spans several rows of the other names sections."""
    columns = [index for index, role in enumerate(roles) if role is Role.ACTIVITY]
    if len(columns) < 2:
        return
    left, right = columns[0], columns[1]
    outer, inner = own_texts(body, left), own_texts(body, right)
    numbered = [text for text in inner if leading_number(text)[0]]
    if len(outer) < len(inner) or len(numbered) * 2 > len(inner):
        roles[left] = Role.SUBSECTION if Role.SECTION in roles else Role.SECTION
    else:
        roles[right] = Role.OTHER
    for index in columns[2:]:
        roles[index] = Role.OTHER
