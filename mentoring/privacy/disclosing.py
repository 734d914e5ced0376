"""What of each table with personal data its person is shown, and under which heading.

A table of `registry.HELD` that is not here fails a test. What is another person's stays theirs:
whom a pair is with, what the partner or the curator said, who wrote a row. A table without columns
is named with the number of its rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db import models as m


@dataclass(frozen=True, slots=True)
class Shown:
    """The columns of one table that are its person's to know, in their order."""

    area: str
    columns: tuple[str, ...] = ()
    # Shown only in rows whose other column names the person: their own words, not another's.
    authored: Mapping[str, str] = field(default_factory=dict)


def _shown(area: str, columns: str = "", **authored: str) -> Shown:
    return Shown(area, tuple(columns.split()), authored)


# In the order of reading.
SHOWN: dict[Any, Shown] = {
    m.Person: _shown("person", "id name given birth_year phone telegram_id locale created_at"),
    m.Chat: _shown("person"),
    m.Membership: _shown("seats", "organisation_id role since until ended_at"),
    m.Appointment: _shown("seats", "organisation_id order_number ordered_on contact training"),
    m.Deputy: _shown("seats", "organisation_id role starts_on ends_on"),
    m.Executor: _shown("seats", "organisation_id words decided_at"),
    m.Joining: _shown("seats", "organisation_id role programme_id since admitted_at"),
    m.Representation: _shown("seats", "organisation_id since ended_at"),
    m.Invite: _shown("seats", "organisation_id role expires_at used"),
    m.Profile: _shown(
        "bank",
        "organisation_id programme_id side status status_since class_name post workplace"
        " class_teacher relatives conditions source competences topics achievements capacity"
        " wished_ages free_time free_time_note selection selected_on selection_ground traits"
        " accepted_at checked_at created_at",
    ),
    m.Request: _shown("bank", "text topics voiced_by created_at withdrawn_at"),
    m.Training: _shown("bank", "course outside hours certificate finished_on"),
    # The score and the reasons speak of the other one too, and were never decided upon.
    m.MatchSuggestion: _shown("bank", "status made_at"),
    # Whom the curator wants beside them or not is about the other one too; so is a note of theirs.
    m.MatchRule: _shown("bank", "created_at"),
    m.Support: _shown("bank", "given_on"),
    m.MentorCheck: _shown("bank", "kind passed noted_on"),
    m.MentorLoan: _shown("bank", "organisation_id status offered_at decided_at"),
    m.PairMember: _shown(
        "pairs",
        "pair_id side is_primary joined_on left_on answer answered_at reason shares_phone",
    ),
    m.PairApplication: _shown(
        "pairs", "pair_id kind status until reason created_at decided_at", reason="asked_by"
    ),
    m.ApplicationAnswer: _shown("pairs", "answer answered_at"),
    m.PairEvent: _shown("pairs", "pair_id what after at reason", reason="actor_id"),
    # The curator's question is about the other one too, the advice is told when it is handed on.
    m.CouncilCase: _shown("pairs", "pair_id kind asked_at advised_at"),
    m.CouncilMarks: _shown("pairs", "given_at"),
    m.PersonalPlan: _shown("pairs", "pair_id status begun_at sent_at approved_at"),
    m.PlanItem: _shown(
        "pairs", "pair_id kind status title due_on expected actual mark told_on done_on"
    ),
    m.PlanChange: _shown("pairs", "pair_id what was became at"),
    m.SilenceQuestion: _shown("pairs", "pair_id asked_on answer answered_at"),
    m.TrialVerdict: _shown("pairs", "pair_id asked_on answer answered_at decided_at"),
    m.Meeting: _shown(
        "meetings",
        "pair_id held_on starts_at minutes kind status place shared_note agreed note",
        note="logged_by",
    ),
    m.MeetingSlot: _shown("meetings", "pair_id rule starts_on minutes place ended_at"),
    m.MeetingFile: _shown("meetings", "file_id"),
    m.File: _shown("meetings", "name created_at"),
    m.Attendance: _shown("meetings", "present marked_at"),
    m.OutingConsent: _shown("meetings", "asked_at answer answered_at channel"),
    m.Release: _shown("meetings", "asked_at number signed_on"),
    m.Feedback: _shown("meetings", "mark mood note voice_id shared channel given_at"),
    m.Response: _shown("answers", "organisation_id form role channel started_at completed_at"),
    m.Answer: _shown("answers", "response_id question number text file_id answered_at"),
    m.Question: _shown("messages", "organisation_id text asked_at answer answered_at"),
    m.PairMessage: _shown("messages", "pair_id kind text sent_at"),
    m.HelpCall: _shown("messages", "called_at taken_at mistaken_at"),
    m.Outbox: _shown("messages", "created_at sent_at"),
    m.Wish: _shown("messages", "kind"),
    m.Parcel: _shown("messages", "name created_at expires_at taken_at"),
    m.Job: _shown("messages", "created_at done_at"),
    m.CalendarLink: _shown("messages", "made_at revoked_at"),
    m.Consent: _shown(
        "rights",
        "organisation_id purpose version giver channel number photo_id given_on until recorded_at"
        " withdrawn_at",
    ),
    m.Erasure: _shown("rights", "organisation_id reason due_at cancelled_at done_at"),
    m.Audit: _shown("rights", "organisation_id what args at"),
}
