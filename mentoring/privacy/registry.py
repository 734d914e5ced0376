"""Every table of the database: whether it holds data of a person, whose, and what wiping leaves.

A new table has to be put here, in `HELD` or in `IMPERSONAL` (a test fails until it is): what a
person is shown of themselves and what an erasure wipes are walks over this list.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from db import models as m

# The rows that are about a person, by the person's id.
Of = Callable[[int], ColumnElement[bool]]
# Answers that are keys of a form's options say nothing of a person who is nameless: statistics.
KEYS = re.compile(r"[a-z0-9_,:.-]{0,300}")


@dataclass(frozen=True, slots=True)
class Held:
    """One table with data of persons."""

    table: Any
    of: Of
    # What an erasure puts into columns; nothing: the row says nothing without the name.
    wiped: Mapping[str, Any] = field(default_factory=dict)
    # The row goes altogether: nothing refers to it.
    deleted: bool = False
    # Wiped only where it is no key of a form (KEYS).
    words: str = ""
    # Of an office somebody holds: wiped when the person has none any more.
    office: bool = False


def _own(*columns: Any) -> Of:
    return lambda me: or_(*(column == me for column in columns))


def _through(reference: Any, parent: Any, *columns: Any) -> Of:
    """By a row of another table that is the person's."""
    return lambda me: reference.in_(
        select(parent.id).where(or_(*(column == me for column in columns)))
    )


def _of_my_pairs(reference: Any) -> Of:
    return lambda me: reference.in_(
        select(m.PairMember.pair_id).where(m.PairMember.person_id == me)
    )


def _my_chat(me: int) -> ColumnElement[bool]:
    query = select(m.Person.telegram_id).where(m.Person.id == me)
    return m.Chat.chat_id == query.scalar_subquery()


def _my_files(me: int) -> ColumnElement[bool]:
    """What came of a person, as opposed to an organisation's documents: files of their meetings,
    their voices, answers that are files, photos of papers that speak of nobody else."""
    meetings = select(m.Meeting.id).where(_of_my_pairs(m.Meeting.pair_id)(me))
    answers = select(m.Response.id).where(m.Response.person_id == me)
    others = select(m.Consent.photo_id).where(
        m.Consent.photo_id.is_not(None),
        m.Consent.person_id != me,
        or_(m.Consent.given_by.is_(None), m.Consent.given_by != me),
    )
    return or_(
        m.File.id.in_(select(m.MeetingFile.file_id).where(m.MeetingFile.meeting_id.in_(meetings))),
        m.File.id.in_(select(m.Feedback.voice_id).where(m.Feedback.person_id == me)),
        m.File.id.in_(select(m.Answer.file_id).where(m.Answer.response_id.in_(answers))),
        and_(
            m.File.id.in_(
                select(m.Consent.photo_id).where(_own(m.Consent.person_id, m.Consent.given_by)(me))
            ),
            m.File.id.not_in(others),
        ),
    )


def _my_messages(me: int) -> ColumnElement[bool]:
    """Also those to a chat that was nobody's yet."""
    query = select(m.Person.telegram_id).where(m.Person.id == me)
    return or_(m.Outbox.person_id == me, m.Outbox.chat_id == query.scalar_subquery())


_PROFILE: dict[str, Any] = {
    "search": "",
    "phone_print": None,
    "class_name": "",
    "post": "",
    "workplace": "",
    "class_teacher": "",
    "relatives": "",
    "conditions": [],
    "competences": "",
    "achievements": "",
    "traits": {},
    "free_time_note": "",
    "selection_ground": "",
}

# In the order of wiping: the person comes last, for the others are found by it.
HELD: tuple[Held, ...] = (
    Held(m.Chat, _my_chat, deleted=True),
    Held(m.Membership, _own(m.Membership.person_id)),
    Held(
        m.Appointment,
        _through(m.Appointment.membership_id, m.Membership, m.Membership.person_id),
        {"contact": None, "training": None},
        office=True,
    ),
    Held(m.Deputy, _own(m.Deputy.person_id, m.Deputy.absent_id)),
    Held(m.Executor, _own(m.Executor.person_id)),
    Held(m.Joining, _own(m.Joining.person_id), deleted=True),
    Held(m.Representation, _own(m.Representation.representative_id, m.Representation.child_id)),
    # Before what refers to them is wiped.
    Held(m.File, _my_files, {"file_id": "", "name": ""}),
    Held(m.Consent, _own(m.Consent.person_id, m.Consent.given_by), {"photo_id": None}),
    Held(m.Question, _own(m.Question.person_id), {"text": "", "answer": "", "chat_id": 0}),
    Held(m.Profile, _own(m.Profile.person_id), _PROFILE),
    Held(m.Request, _through(m.Request.profile_id, m.Profile, m.Profile.person_id), {"text": ""}),
    Held(
        m.Training,
        _through(m.Training.profile_id, m.Profile, m.Profile.person_id),
        {"course": "", "certificate": ""},
    ),
    Held(
        m.MatchSuggestion,
        _through(m.MatchSuggestion.mentee_id, m.Profile, m.Profile.person_id),
        deleted=True,
    ),
    Held(
        m.MatchRule,
        lambda me: or_(
            _through(m.MatchRule.mentee_id, m.Profile, m.Profile.person_id)(me),
            _through(m.MatchRule.mentor_id, m.Profile, m.Profile.person_id)(me),
        ),
        deleted=True,
    ),
    Held(m.MentorCheck, _own(m.MentorCheck.person_id)),
    Held(
        m.MentorLoan,
        _through(m.MentorLoan.profile_id, m.Profile, m.Profile.person_id),
        deleted=True,
    ),
    Held(
        m.Support,
        _through(m.Support.profile_id, m.Profile, m.Profile.person_id),
        {"note": ""},
    ),
    Held(m.PairMember, _own(m.PairMember.person_id), {"reason": "", "shares_phone": False}),
    Held(
        m.PairApplication,
        _own(m.PairApplication.asked_by, m.PairApplication.subject_id),
        {"reason": ""},
    ),
    Held(m.ApplicationAnswer, _own(m.ApplicationAnswer.person_id)),
    Held(m.CouncilCase, _of_my_pairs(m.CouncilCase.pair_id), {"question": "", "advice": ""}),
    Held(m.CouncilMarks, _own(m.CouncilMarks.person_id)),
    Held(m.PairEvent, _own(m.PairEvent.member_id, m.PairEvent.actor_id), {"reason": ""}),
    Held(
        m.Meeting,
        _of_my_pairs(m.Meeting.pair_id),
        {"note": "", "shared_note": "", "agreed": "", "reason": "", "place": ""},
    ),
    Held(m.MeetingSlot, _of_my_pairs(m.MeetingSlot.pair_id), {"place": ""}),
    Held(
        m.MeetingFile,
        lambda me: m.MeetingFile.meeting_id.in_(
            select(m.Meeting.id).where(_of_my_pairs(m.Meeting.pair_id)(me))
        ),
        deleted=True,
    ),
    Held(
        m.PlanItem,
        _of_my_pairs(m.PlanItem.pair_id),
        {"title": "", "expected": "", "actual": "", "mark": None},
    ),
    Held(m.PlanChange, _of_my_pairs(m.PlanChange.pair_id), {"was": "", "became": ""}),
    Held(m.PersonalPlan, _of_my_pairs(m.PersonalPlan.pair_id), {"remark": ""}),
    Held(m.Attendance, _own(m.Attendance.person_id)),
    Held(m.Release, _own(m.Release.person_id)),
    Held(m.OutingConsent, _own(m.OutingConsent.child_id)),
    Held(m.Wish, _own(m.Wish.person_id), deleted=True),
    Held(m.Feedback, _own(m.Feedback.person_id), {"note": "", "voice_id": None}),
    Held(m.Response, _own(m.Response.person_id)),
    Held(
        m.Answer,
        _through(m.Answer.response_id, m.Response, m.Response.person_id),
        {"file_id": None},
        words="text",
    ),
    Held(m.Invite, _own(m.Invite.child_id, m.Invite.claims_id)),
    Held(m.HelpCall, _own(m.HelpCall.person_id)),
    Held(m.SilenceQuestion, _own(m.SilenceQuestion.person_id)),
    Held(m.TrialVerdict, _own(m.TrialVerdict.person_id)),
    Held(m.PairMessage, _own(m.PairMessage.author_id), {"text": "", "message_id": None}),
    Held(m.Outbox, _my_messages, {"args": {}, "buttons": [], "chat_id": None}),
    Held(m.Parcel, _own(m.Parcel.person_id), {"name": "", "uses_left": 0}),
    Held(m.Job, _own(m.Job.person_id), {"args": {}}),
    Held(m.CalendarLink, _own(m.CalendarLink.person_id), deleted=True),
    Held(m.Erasure, _own(m.Erasure.person_id)),
    Held(m.Audit, _own(m.Audit.subject_id)),
    Held(
        m.Person,
        _own(m.Person.id),
        {"name": "", "given": None, "phone": None, "birth_year": None, "telegram_id": None},
    ),
)

# Where a name may stay after an erasure, by table or column: everywhere else it is taken out of
# what others have written (`mentions`).
_DOCUMENT = (
    "a document of the organisation, in force or kept in its archive: a new version changes it"
)
_KEY = "made of numbers and keys"
KEPT: dict[str, str] = {
    "activity": _DOCUMENT,
    "executor": _DOCUMENT,
    "file.file_id": _KEY,
    "file.media_type": _KEY,
    "job.unique_key": _KEY,
    "organisation": "the name of a place",
    "outbox": "messages that are out are emptied, the others get a word in place of the name",
    "pair.members_key": _KEY,
    "pair_order_line": _DOCUMENT,
    "person": "the names of others",
    "roadmap": _DOCUMENT,
    "roster": "a list with the name in it is dropped",
    "shelf_document": _DOCUMENT,
}

# Tables without data of persons, or with no more than who did something in their office.
IMPERSONAL: dict[str, str] = {
    "activity": "a row of a plan",
    "alert_rules": "how many days an office is told before",
    "activity_executor": "which words of a plan name whom",
    "announcement": "an office's message",
    "answer_sheet": "a preview: wiped by the round once it is saved or old",
    "approval": "under which order a plan came into force",
    "assignment": "what falls on an organisation",
    "consultation": "which offices are asked about a plan",
    "care_rules": "whom a school calls, and when",
    "evidence": "an organisation's document",
    "file_copy": "where a copy of a file lies; wiped with what refers to the file",
    "lesson_hours": "when a school has lessons",
    "introduction_mark": "what a school has: an order, a link",
    "lease": "which process does what",
    "match_settings": "how much each thing counts",
    "mentoring_kind": "a form of mentoring",
    "organisation": "a place",
    "organisation_branch": "the tree of places",
    "muted_notice": "which kinds of notices somebody does not want",
    "pair": "that there is a pair; who is in it is pair_member",
    "pair_order": "a number and a day; who is in it is pair_member",
    "pair_order_line": "which pairs an order is about",
    "pair_rules": "a school's lists of words",
    "plan_template": "a programme to begin others from, without names",
    "petition": "what an office asks about its plan",
    "programme": "a season",
    "programme_plan": "stages of a season",
    "questionnaire": "questions, no answers",
    "recommendation": "what an office advises a school",
    "remark": "what an office says of a row of a plan",
    "roadmap": "a plan",
    "roster": "a preview: wiped by the round once it is saved or old",
    "school_holiday": "days without lessons",
    "shelf_document": "a document for all",
    "survey": "that a form is put to a school",
    "term_change": "a deadline that was moved",
    "twin": "two rows of plans that are the same work",
}
