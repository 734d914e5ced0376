"""Forms of an organisation's own, and its own questions in the shipped ones.

What is live is never changed: every change is a new version, so that answers keep their questions.
Required questions of the form that is added to cannot be left out.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from core.errors import NotAllowed, Refusal
from db.models import Questionnaire
from db.queries import occasions as queries
from db.queries import questionnaires
from mentoring.access import organisation, owner, use_case
from mentoring.roles import Permission, Role
from mentoring.surveys import library, occasions
from mentoring.surveys.forms import MOST_QUESTIONS, Form
from mentoring.surveys.questions import DEFAULT_LANGUAGE, WITH_OPTIONS, Kind, Question
from mentoring.unit import Unit
from mentoring.words import words_in

DRAFT, LIVE, RETIRED = "draft", "live", "retired"
QUESTION_LIMIT = 300
OPTION_LIMIT = 80
NAME_LIMIT = 34
_MOST_OPTIONS = 30


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form of its own as lists show it; `mine` when it is this organisation's to change."""

    id: int
    title: str
    status: str
    shared: bool
    mine: bool
    questions: dict[Role, int]


@dataclass(frozen=True, slots=True)
class Added:
    """A question to be added: for one side or for both."""

    text: str
    kind: Kind
    roles: tuple[Role, ...]
    options: tuple[str, ...] = ()
    required: bool = False


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[OwnForm]:
    """Own forms, drafts too, and those shared from above; the newest first."""
    rows = list(await questionnaires.own(unit.session, organisation_id))
    mine = {row.id for row in rows}
    rows += [
        row
        for row in await queries.live(unit.session, organisation_id)
        if row.base is None and row.id not in mine
    ]
    found = []
    for row in rows:
        form = await library.resolved(unit, row)
        counts = {role: len(questions) for role, questions in form.roles.items()}
        mine_too = row.organisation_id == organisation_id
        found.append(OwnForm(row.id, row.title, row.status, row.shared, mine_too, counts))
    return found


@use_case(Permission.KEEP_FORMS, target=owner(Questionnaire, "questionnaire_id"))
async def looked_at(unit: Unit, *, questionnaire_id: int) -> Form:
    """A form, a draft too, to be tried out."""
    row = await unit.session.get_one(Questionnaire, questionnaire_id)
    return await library.resolved(unit, row)


@use_case(Permission.KEEP_FORMS, target=owner(Questionnaire, "questionnaire_id"))
async def publish(unit: Unit, *, questionnaire_id: int) -> None:
    """Make a draft live: from now on it can be put to people and is not changed any more."""
    row = await unit.session.get_one(Questionnaire, questionnaire_id)
    if row.status == RETIRED:
        raise NotAllowed
    if row.status == DRAFT:
        await questionnaires.retire(unit.session, row.organisation_id, row.key)
        row.status, row.live_at = LIVE, unit.now


@use_case(Permission.KEEP_FORMS, target=owner(Questionnaire, "questionnaire_id"))
async def retire(unit: Unit, *, questionnaire_id: int) -> None:
    """Take a form away from what can be put to people; what was answered stays."""
    row = await unit.session.get_one(Questionnaire, questionnaire_id)
    row.status = RETIRED


@use_case(Permission.KEEP_FORMS, target=owner(Questionnaire, "questionnaire_id"))
async def share(unit: Unit, *, questionnaire_id: int, shared: bool) -> None:
    """Let the organisations below use a form, or no longer."""
    row = await unit.session.get_one(Questionnaire, questionnaire_id)
    row.shared = shared


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def current(unit: Unit, *, organisation_id: int, purpose: str, mentoring: str) -> Form:
    """The form an organisation puts to people now, with the questions of its own."""
    return await occasions.current(unit, organisation_id, purpose, mentoring)


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def left_out(
    unit: Unit, *, organisation_id: int, purpose: str, mentoring: str, role: Role
) -> list[Question]:
    """The optional questions of a form that the organisation has left out."""
    base, content, _before = await _additions(unit, organisation_id, purpose, mentoring)
    hidden = set(content["hidden"].get(role.value, ()))
    return [question for question in base.roles[role] if question.key in hidden]


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def add_question(
    unit: Unit, *, organisation_id: int, purpose: str, mentoring: str, question: Added
) -> None:
    """Add a question behind those of a form. Raises Refusal for what cannot be one."""
    _check(question)
    base, content, before = await _additions(unit, organisation_id, purpose, mentoring)
    number = 1 + content.get("count", 0)
    content["count"] = number
    row = {
        "key": f"own_{organisation_id}_{number}",
        "kind": question.kind.value,
        "required": question.required,
        "name": {DEFAULT_LANGUAGE: shortened(question.text)},
        "text": {DEFAULT_LANGUAGE: question.text},
        "options": [
            {"key": f"o{place}", "text": {DEFAULT_LANGUAGE: option}}
            for place, option in enumerate(question.options, start=1)
        ],
    }
    for role in question.roles:
        content["added"].setdefault(role.value, []).append(row)
    await _replace(unit, organisation_id, base, content, before)


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def leave_out(
    unit: Unit, *, organisation_id: int, purpose: str, mentoring: str, role: Role, question: str
) -> None:
    """Take away an own question, or leave out an optional one of the form; done again, ask it.

    Raises Refusal for a required question of the form, or one that others depend on.
    """
    base, content, before = await _additions(unit, organisation_id, purpose, mentoring)
    added = content["added"].get(role.value, [])
    kept = [row for row in added if row["key"] != question]
    if len(kept) < len(added):
        content["added"][role.value] = kept
    else:
        asked = base.question(role, question)
        if asked is None:
            raise NotAllowed
        if asked.required:
            raise Refusal("own-mandatory")
        hidden = set(content["hidden"].get(role.value, []))
        content["hidden"][role.value] = sorted(hidden ^ {question})
    await _replace(unit, organisation_id, base, content, before)


async def _additions(
    unit: Unit, organisation_id: int, purpose: str, mentoring: str
) -> tuple[Form, dict[str, Any], Questionnaire | None]:
    """The form that is added to, what the organisation has added so far, and in which row."""
    form = await occasions.current(unit, organisation_id, purpose, mentoring)
    row_id = library.row_id(form.id)
    row = await unit.session.get(Questionnaire, row_id) if row_id else None
    if row is not None and row.organisation_id == organisation_id and row.base is not None:
        return await library.find(unit, row.base), deepcopy(row.content), row
    section = {
        language: words_in(language).plain("own-section") for language in (DEFAULT_LANGUAGE, "en")
    }
    return form, {"section": section, "added": {}, "hidden": {}, "count": 0}, None


async def _replace(
    unit: Unit,
    organisation_id: int,
    base: Form,
    content: dict[str, Any],
    before: Questionnaire | None,
) -> None:
    try:
        library.extended(base, content, form_id="", version=0)
    except ValueError:
        raise Refusal("own-depended", most=MOST_QUESTIONS) from None
    await questionnaires.retire(unit.session, organisation_id, base.key)
    unit.session.add(
        Questionnaire(
            organisation_id=organisation_id,
            key=base.key,
            base=base.id,
            title=base.title.to(DEFAULT_LANGUAGE),
            content=content,
            shared=before.shared if before else False,
            status=LIVE,
            created_by=unit.me,
            created_at=unit.now,
            live_at=unit.now,
        )
    )
    await unit.session.flush()


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def share_additions(
    unit: Unit, *, organisation_id: int, purpose: str, mentoring: str, shared: bool
) -> None:
    """Give the organisations below the questions added to a form, or no longer."""
    _base, _content, row = await _additions(unit, organisation_id, purpose, mentoring)
    if row is None:
        raise Refusal("own-nothing-added")
    row.shared = shared


def _check(question: Added) -> None:
    if (
        not 0 < len(question.text) <= QUESTION_LIMIT
        or not question.roles
        or not set(question.roles) <= {Role.MENTOR, Role.MENTEE}
    ):
        raise Refusal("own-question", limit=QUESTION_LIMIT)
    if question.kind in {Kind.CHOICE, Kind.SEVERAL}:
        check_options(question.options)
    elif question.options and question.kind in WITH_OPTIONS:
        raise NotAllowed


def check_options(options: tuple[str, ...]) -> None:
    """Raises Refusal for options that cannot be told apart or shown."""
    folded = {option.casefold() for option in options}
    if (
        not 2 <= len(options) <= _MOST_OPTIONS
        or len(folded) < len(options)
        or any(not 0 < len(option) <= OPTION_LIMIT for option in options)
    ):
        raise Refusal("own-options", most=_MOST_OPTIONS, limit=OPTION_LIMIT)


def shortened(text: str) -> str:
    """A question in the few words that lists show."""
    words = text.split()
    name = ""
    for word in words:
        if len(name) + len(word) + 1 > NAME_LIMIT:
            break
        name = f"{name} {word}".strip()
    return name.rstrip(" ?:;,.") or text[:NAME_LIMIT]
