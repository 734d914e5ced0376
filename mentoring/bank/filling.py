"""What a questionnaire has brought becomes a profile, by the stable keys of its questions.

Parts of answering, which checks the right; see docs/questionnaires.md for the keys.
"""

import re
from collections.abc import Mapping

from sqlalchemy import select

from core.errors import NotAllowed, Refusal
from db.models import Profile
from mentoring.bank import fields
from mentoring.bank.entering import move
from mentoring.bank.indexing import reindex
from mentoring.bank.requests import replace_own
from mentoring.bank.status import Side, Status
from mentoring.surveys.after import Sent, when_begun, when_sent
from mentoring.unit import Unit

_GRADE = re.compile(r"\s*(\d{1,2})(?!\d)")

Answers = Mapping[str, int | str | tuple[str, ...] | None]


@when_begun("entry")
async def begun(unit: Unit, *, organisation_id: int, person_id: int, side: str) -> Answers:
    """Somebody has begun their entry questionnaire. The link of a class, or the curator's list, has
    told the class already."""
    profiles = await _profiles(unit, organisation_id, person_id, side)
    for profile in profiles:
        if profile.status == Status.NEW:
            await move(unit, [profile.id], Status.IN_QUESTIONNAIRE)
    grades = {grade for one in profiles if (grade := _grade(one.class_name)) is not None}
    return {"grade": grades.pop()} if len(grades) == 1 else {}


def _grade(class_name: str) -> int | None:
    """The number of a class, whatever letter or word follows it."""
    found = _GRADE.match(class_name)
    return int(found[1]) if found else None


@when_sent("entry")
async def follow_entry(unit: Unit, sent: Sent) -> None:
    """An entry questionnaire was sent, by the person or for them."""
    await fill(
        unit,
        organisation_id=sent.organisation_id,
        person_id=sent.person_id,
        side=sent.role,
        answers=sent.answers,
        programme_id=sent.programme_id,
    )


async def fill(
    unit: Unit,
    *,
    organisation_id: int,
    person_id: int,
    side: str,
    answers: Answers,
    programme_id: int | None = None,
) -> int:
    """Take over the answers of an entry questionnaire; what was skipped stays as it was.

    Several keys are a tuple, or one text with commas. An answer that a field cannot hold is left
    out. Returns how many profiles were filled: in one programme, else in all of the organisation.
    """
    profiles = await _profiles(unit, organisation_id, person_id, side, programme_id)
    for profile in profiles:
        await _take(unit, profile, answers)
        if profile.status in (Status.NEW, Status.IN_QUESTIONNAIRE):
            await move(unit, [profile.id], Status.READY)
    return len(profiles)


async def _take(unit: Unit, profile: Profile, answers: Answers) -> None:
    for field in fields.of_side(profile.side):
        value = answers.get(field.answer) if field.answer else None
        if value in (None, "", ()):
            continue
        try:
            fields.put(profile, field.key, _keys(value) if field.many else value)
        except (NotAllowed, Refusal):
            continue
    fields.keep_answers(profile, answers)
    grade = answers.get("grade")
    # The class with its letter stays, unless its pupil says that it is another.
    if isinstance(grade, int) and _contradicts(profile.class_name, grade):
        profile.class_name = str(grade)
    topics, words = _keys(answers.get("requests")), answers.get("request_words") or ""
    if profile.side == Side.MENTEE and (topics or words):
        await replace_own(unit, profile, str(words), topics)
    profile.checked_at = unit.now
    await reindex(unit, profile)


def _contradicts(class_name: str, grade: int) -> bool:
    return not class_name or _grade(class_name) not in (None, grade)


def _keys(value: int | str | tuple[str, ...] | None) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(key for key in value.split(",") if key)
    return value if isinstance(value, tuple) else ()


async def _profiles(
    unit: Unit, organisation_id: int, person_id: int, side: str, programme_id: int | None = None
) -> list[Profile]:
    query = select(Profile).where(
        Profile.organisation_id == organisation_id,
        Profile.person_id == person_id,
        Profile.side == side,
        Profile.status.not_in((Status.LISTED, Status.LEFT)),
    )
    if programme_id is not None:
        query = query.where(Profile.programme_id == programme_id)
    return list(await unit.session.scalars(query))
