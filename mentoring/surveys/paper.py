"""Forms on paper: blanks for a class with each person's code, a table to type the answers into."""

import asyncio
from collections import Counter
from typing import Any

from core.errors import Refusal
from core.translator import Words
from documents.blank import Ask, Whose, blanks
from documents.entry_sheet import Column, entry_sheet
from documents.entry_sheet import Words as SheetWords
from mentoring.audit import record
from mentoring.files import Made, file_maker, send_file
from mentoring.roles import Role
from mentoring.surveys import library, occasions
from mentoring.surveys.codes import code_for
from mentoring.surveys.forms import Form
from mentoring.surveys.occasions import Asked, Occasion
from mentoring.surveys.questions import SCALE, WITH_OPTIONS, Kind, Operator, Question
from mentoring.unit import Unit
from mentoring.words import words_in

# A class: what one file can hold and be written in a few seconds.
MOST_PEOPLE = 40
_MEETINGS_ON_PAGE = 2
# A table is light.
_MOST_ROWS = 400
_LINES = {Kind.TEXT: 3, Kind.MEDIA: 2}


def mark_of(occasion: str, role: Role) -> str:
    """What a table of answers carries, so that it is known again: "#entry:2/mentee"."""
    return f"#{occasion}/{role}"


async def classes(
    unit: Unit, organisation_id: int, occasion: str, role: Role
) -> list[tuple[str, int]]:
    """The classes for which there is something to print, and how many blanks; "" for none."""
    _occasion, people = await _waiting(unit, organisation_id, occasion, role, ahead=True)
    return sorted(Counter(one.class_name for one in people).items())


async def send_blanks(
    unit: Unit,
    organisation_id: int,
    occasion: str,
    role: Role,
    class_name: str | None = None,
) -> int:
    """Send the actor the blanks of everybody (of a class) who has not answered, a class a file.

    Returns how many. Raises Refusal when there is nobody, NotAllowed out of reach.
    """
    _occasion, people = await _waiting(unit, organisation_id, occasion, role, ahead=True)
    people = _of_class(people, class_name)
    _note(unit, organisation_id, people)
    for part in range((len(people) - 1) // MOST_PEOPLE + 1):
        await send_file(
            unit,
            "forms-blanks",
            organisation=organisation_id,
            occasion=occasion,
            role=role.value,
            class_name=class_name,
            part=part,
        )
    return len(people)


def _of_class(people: list[Asked], class_name: str | None) -> list[Asked]:
    """Those of one class, else all of them, class by class."""
    if class_name is not None:
        return [one for one in people if one.class_name == class_name]
    return sorted(people, key=lambda one: one.class_name)


async def send_sheet(unit: Unit, organisation_id: int, occasion: str, role: Role) -> int:
    """Send the actor the table for the answers that come back on paper."""
    _occasion, people = await _waiting(unit, organisation_id, occasion, role)
    _note(unit, organisation_id, people)
    await send_file(
        unit, "forms-sheet", organisation=organisation_id, occasion=occasion, role=role.value
    )
    return len(people)


def _note(unit: Unit, organisation_id: int, people: list[Asked]) -> None:
    """Note that names are printed. Raises Refusal when there is nobody."""
    if not people:
        raise Refusal("paper-nobody")
    record(unit, organisation_id, "forms-printed", count=len(people))


async def _waiting(
    unit: Unit, organisation_id: int, occasion: str, role: Role, *, ahead: bool = False
) -> tuple[Occasion, list[Asked]]:
    found, everybody = await occasions.card(
        unit, organisation_id=organisation_id, occasion=occasion, ahead=ahead
    )
    people = [one for one in everybody if one.role == role and one.completed_at is None]
    return found, people[:_MOST_ROWS]


@file_maker("forms-blanks")
async def make_blanks(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    """A .docx with a blank for each who has not answered."""
    role = Role(args["role"])
    occasion, everybody = await _waiting(
        unit, args["organisation"], args["occasion"], role, ahead=True
    )
    first = args["part"] * MOST_PEOPLE
    people = _of_class(everybody, args.get("class_name"))[first : first + MOST_PEOPLE]
    if not people:
        return None
    words = words_in(unit.actor.locale)
    whose = [
        Whose(_headed(one, words), words.plain("paper-code", code=code_for(*one.key)))
        for one in people
    ]
    title, short = occasion.form.title.to(words.language), occasion.of_meetings
    asks = asks_of(occasion.form, role, words, short=short)
    intro = words.plain("paper-intro-short" if short else "paper-intro")
    # What is said of one meeting is half a page.
    on_page = _MEETINGS_ON_PAGE if short else 1
    data = await asyncio.to_thread(blanks, title, intro, asks, whose, on_page=on_page)
    name = words.plain("paper-blanks-file", title=title)
    return Made(f"{name}.docx", data, "paper-blanks", {"count": len(people), "role": role.value})


def _headed(one: Asked, words: Words) -> str:
    """Whose it is, of which class, about which meeting."""
    parts = [one.name, one.class_name]
    if one.held_on is not None:
        parts.append(words.plain("paper-meeting", held_on=one.held_on))
    return ", ".join(filter(None, parts))


def asks_of(form: Form, role: Role, words: Words, *, short: bool = False) -> list[Ask]:
    """The questions of a form as a blank has them; `short`: in as little room as will do."""
    questions = form.roles[role]
    places = {question.key: place for place, question in enumerate(questions, start=1)}
    found = []
    section = None
    for place, question in enumerate(questions, start=1):
        heading = ""
        if not short and question.section is not None and question.section is not section:
            heading = question.section.to(words.language)
        section = question.section
        found.append(
            Ask(
                f"{place}. {question.text.to(words.language)}",
                note="; ".join(_notes(question, questions, places, words)),
                options=_options(question, words.language),
                in_a_row=question.kind is Kind.SCALE,
                lines=_lines(question, short=short),
                heading=heading,
            )
        )
    return found


def _lines(question: Question, *, short: bool) -> int:
    if question.kind in WITH_OPTIONS | {Kind.SCALE}:
        return 0
    return 1 if short else _LINES.get(question.kind, 1)


def _options(question: Question, language: str) -> tuple[str, ...]:
    if question.kind is Kind.SCALE:
        return tuple(str(mark) for mark in SCALE)
    return tuple(
        f"{place}. {option.to(language)}" if question.kind is Kind.SEVERAL else option.to(language)
        for place, option in enumerate(question.options.values(), start=1)
    )


def _notes(
    question: Question, questions: tuple[Question, ...], places: dict[str, int], words: Words
) -> list[str]:
    notes = []
    if question.kind is Kind.SEVERAL:
        notes.append(words.plain("paper-several"))
    condition = question.condition
    if condition is not None:
        place = places[condition.question]
        option = questions[place - 1].options.get(str(condition.value))
        value = option.to(words.language) if option else str(condition.value)
        operator = {Operator.IS_NOT: "not", Operator.LESS: "less", Operator.MORE: "more"}
        notes.append(
            words.plain(
                "paper-condition",
                place=place,
                value=value,
                operator=operator.get(condition.operator, "is"),
            )
        )
    if not question.required:
        notes.append(words.plain("paper-optional"))
    return notes


@file_maker("forms-sheet")
async def make_sheet(unit: Unit, _person_id: int, args: dict[str, Any]) -> Made | None:
    """An .xlsx with a row for each who has not answered, a column a question."""
    role = Role(args["role"])
    occasion, people = await _waiting(unit, args["organisation"], args["occasion"], role)
    if not people:
        return None
    words = words_in(unit.actor.locale)
    form = await library.find(unit, occasion.form.id)
    columns = [
        _column(place, question, words) for place, question in enumerate(form.roles[role], start=1)
    ]
    rows = [(code_for(*one.key), _headed(one, words)) for one in people]
    names = SheetWords(
        people=words.plain("sheet-people"),
        options=words.plain("sheet-options"),
        code=words.plain("sheet-code"),
        name=words.plain("sheet-name"),
        wrong=words.plain("sheet-wrong"),
    )
    data = await asyncio.to_thread(entry_sheet, names, mark_of(occasion.key, role), columns, rows)
    name = words.plain("sheet-file", title=form.title.to(words.language))
    return Made(f"{name}.xlsx", data, "sheet-caption", {"count": len(people)})


def _column(place: int, question: Question, words: Words) -> Column:
    head = f"{place}. {question.name.to(words.language)}"
    options = tuple(option.to(words.language) for option in question.options.values())
    if question.kind is Kind.SCALE:
        hint = words.plain("sheet-hint-scale")
        return Column(question.key, f"{head}\n{hint}", "whole", (), SCALE[0], SCALE[-1])
    if question.kind is Kind.NUMBER:
        hint = words.plain("sheet-hint-number", least=question.least, most=question.most)
        return Column(question.key, f"{head}\n{hint}", "whole", (), question.least, question.most)
    if question.kind is Kind.SEVERAL:
        return Column(
            question.key, f"{head}\n{words.plain('sheet-hint-several')}", "several", options
        )
    if options:
        return Column(question.key, head, "list", options)
    hint = words.plain("sheet-hint-day") if question.kind is Kind.DATE else ""
    return Column(question.key, f"{head}\n{hint}".strip(), "words")
