"""A question to the curator, also of somebody who has not come in yet; the answer comes back."""

from dataclasses import dataclass
from datetime import datetime

from core.errors import NotAllowed, Refusal
from db.models import Question
from db.queries import people
from db.queries import questions as queries
from db.queries.telling import HOLDERS, plan_for
from mentoring.access import owner, use_case
from mentoring.notices import button, notice, plan
from mentoring.roles import Permission, Role
from mentoring.unit import Unit

LIMIT = 1000
# More questions of one chat than these wait for no answer at once.
_MOST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the curator reads it."""

    id: int
    text: str
    asked_at: datetime
    answered: bool


async def ask_by_link(unit: Unit, *, token: str, text: str) -> None:
    """Ask the curators of the place a link leads to; whoever holds the link may.

    Raises Refusal for an unknown link, and when several questions wait already.
    """
    found = await people.invite_by_token(unit.session, token)
    if found is None:
        raise Refusal("invite-unknown")
    await ask(unit, found[1].id, text)


async def ask(unit: Unit, organisation_id: int, text: str) -> None:
    """Put a question. Part of journeys that know the place is the person's own."""
    if len(text) > LIMIT:
        raise Refusal("input-too-long", limit=LIMIT, length=len(text))
    chat = unit.actor.telegram_id
    if await queries.waiting(unit.session, organisation_id, chat) >= _MOST_OPEN:
        raise Refusal("question-enough", most=_MOST_OPEN)
    question = Question(
        organisation_id=organisation_id,
        chat_id=chat,
        person_id=unit.actor.person_id,
        text=text,
        asked_at=unit.now,
    )
    unit.session.add(question)
    await unit.session.flush()
    row = notice(
        unit,
        unique=f"question:{question.id}",
        message="question-notice",
        args={"text": text},
        buttons=[button("question-answer", f"answer:{question.id}")],
    )
    await plan_for(
        unit.session, row, HOLDERS, organisation=organisation_id, roles=[str(Role.CURATOR)]
    )
    unit.wakes.add("sender")


@use_case(Permission.KEEP_CONSENTS, target=owner(Question, "question_id"))
async def read(unit: Unit, *, question_id: int) -> Asked:
    """A question to one's school."""
    question = await unit.session.get(Question, question_id)
    if question is None:
        raise NotAllowed
    return Asked(question.id, question.text, question.asked_at, question.answered_at is not None)


@use_case(Permission.KEEP_CONSENTS, target=owner(Question, "question_id"))
async def answer(unit: Unit, *, question_id: int, text: str) -> None:
    """Answer a question once; the answer goes to the chat it came from.

    Raises Refusal when a colleague was quicker.
    """
    if len(text) > LIMIT:
        raise Refusal("input-too-long", limit=LIMIT, length=len(text))
    question = await queries.answer(unit.session, question_id, text=text, by=unit.me, now=unit.now)
    if question is None:
        raise Refusal("question-answered")
    row = notice(
        unit,
        unique=f"answer:{question_id}",
        message="question-answer-notice",
        chat_id=question.chat_id,
        args={"question": question.text, "answer": text},
    )
    await plan(unit, [row])
