"""Forms by their id: the shipped ones, and what organisations have made of them or added."""

from typing import Any
from weakref import WeakKeyDictionary

from core.errors import NotAllowed
from db.models import Questionnaire
from mentoring.roles import Role
from mentoring.surveys.forms import Form, check, form_from, forms, question_from, wording
from mentoring.unit import Unit

_OWN = "own-"
_MOST_KEPT = 1000
# A live form never changes, so it is read once a database; what this very unit has made live may
# still be rolled back, and is not kept.
_KEPT: WeakKeyDictionary[Any, dict[str, Form]] = WeakKeyDictionary()


def own_id(questionnaire_id: int) -> str:
    """The id of the form that lies in this row."""
    return f"{_OWN}{questionnaire_id}"


def row_id(form_id: str) -> int | None:
    """The row of an organisation's own form; None for a shipped one."""
    number = form_id.removeprefix(_OWN)
    if number == form_id or not (number.isascii() and number.isdecimal() and len(number) < 19):
        return None
    return int(number)


async def find(unit: Unit, form_id: str) -> Form:
    """A form by its id. Raises NotAllowed when there is none."""
    shipped = forms().get(form_id)
    if shipped is not None:
        return shipped
    kept = _KEPT.setdefault(unit.session.get_bind().engine, {})
    if form_id in kept:
        return kept[form_id]
    questionnaire_id = row_id(form_id)
    row = await unit.session.get(Questionnaire, questionnaire_id) if questionnaire_id else None
    if row is None:
        raise NotAllowed
    form = await resolved(unit, row)
    if row.live_at is not None and row.live_at < unit.now and len(kept) < _MOST_KEPT:
        kept[form_id] = form
    return form


async def resolved(unit: Unit, row: Questionnaire) -> Form:
    """The form in a row, with the questions of the one it adds to."""
    form_id = own_id(row.id)
    if row.base is None:
        return form_from(form_id, row.content | {"key": row.key, "version": row.id})
    base = await find(unit, row.base)
    return extended(base, row.content, form_id=form_id, version=row.id)


def extended(base: Form, content: dict[str, Any], *, form_id: str, version: int) -> Form:
    """A form with the added questions behind its own, less the optional ones left out.

    Raises ValueError when a condition loses the question it looks at.
    """
    roles = {}
    section = wording(content["section"])
    for role, questions in base.roles.items():
        hidden = set(content.get("hidden", {}).get(role, ()))
        added = [question_from(one, section) for one in content.get("added", {}).get(role, ())]
        kept = [one for one in questions if one.required or one.key not in hidden]
        roles[Role(role)] = (*kept, *added)
        check(role, roles[Role(role)])
    return Form(form_id, base.key, version, base.title, roles, base.mentoring)
