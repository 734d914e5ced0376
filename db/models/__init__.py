"""All tables, so that one import knows the whole schema."""

from db.models.alerts import AlertRules, Muted, SchoolHoliday
from db.models.approvals import Approval, Consultation, Remark
from db.models.bank import Profile, Request, Roster, ShelfDocument, Training
from db.models.base import Base
from db.models.calendars import CalendarLink
from db.models.care import CareRules, HelpCall, PairMessage, SilenceQuestion, TrialVerdict
from db.models.consents import Consent, Erasure, Joining, Question, Representation
from db.models.council import CouncilCase, CouncilMarks
from db.models.executors import ActivityExecutor, Executor
from db.models.matching import (
    MatchRule,
    MatchSettings,
    MatchSuggestion,
    MentorCheck,
    MentorLoan,
    Support,
)
from db.models.meetings import (
    Attendance,
    Feedback,
    LessonHours,
    Meeting,
    MeetingFile,
    MeetingSlot,
    OutingConsent,
    Release,
    Wish,
)
from db.models.mentoring import Answer, Pair, PairEvent, PairMember, Response, Survey
from db.models.messaging import Announcement, Chat, FileCopy, Job, Lease, Outbox, Parcel
from db.models.monitoring import IntroductionMark, Recommendation
from db.models.pairing import (
    ApplicationAnswer,
    PairApplication,
    PairOrder,
    PairOrderLine,
    PairRules,
)
from db.models.people import (
    Appointment,
    Audit,
    Branch,
    Deputy,
    Invite,
    Membership,
    Organisation,
    Person,
)
from db.models.plans import PersonalPlan, PlanChange, PlanItem, PlanTemplate
from db.models.programmes import Programme, ProgrammePlan
from db.models.questionnaires import AnswerSheet, MentoringKind, Questionnaire
from db.models.roadmaps import Activity, Assignment, Evidence, File, Roadmap
from db.models.terms import Petition, TermChange, Twin

__all__ = [
    "Activity",
    "ActivityExecutor",
    "AlertRules",
    "Announcement",
    "Answer",
    "AnswerSheet",
    "ApplicationAnswer",
    "Appointment",
    "Approval",
    "Assignment",
    "Attendance",
    "Audit",
    "Base",
    "Branch",
    "CalendarLink",
    "CareRules",
    "Chat",
    "Consent",
    "Consultation",
    "CouncilCase",
    "CouncilMarks",
    "Deputy",
    "Erasure",
    "Evidence",
    "Executor",
    "Feedback",
    "File",
    "FileCopy",
    "HelpCall",
    "IntroductionMark",
    "Invite",
    "Job",
    "Joining",
    "Lease",
    "LessonHours",
    "MatchRule",
    "MatchSettings",
    "MatchSuggestion",
    "Meeting",
    "MeetingFile",
    "MeetingSlot",
    "Membership",
    "MentorCheck",
    "MentorLoan",
    "MentoringKind",
    "Muted",
    "Organisation",
    "Outbox",
    "OutingConsent",
    "Pair",
    "PairApplication",
    "PairEvent",
    "PairMember",
    "PairMessage",
    "PairOrder",
    "PairOrderLine",
    "PairRules",
    "Parcel",
    "Person",
    "PersonalPlan",
    "Petition",
    "PlanChange",
    "PlanItem",
    "PlanTemplate",
    "Profile",
    "Programme",
    "ProgrammePlan",
    "Question",
    "Questionnaire",
    "Recommendation",
    "Release",
    "Remark",
    "Representation",
    "Request",
    "Response",
    "Roadmap",
    "Roster",
    "SchoolHoliday",
    "ShelfDocument",
    "SilenceQuestion",
    "Support",
    "Survey",
    "TermChange",
    "Training",
    "TrialVerdict",
    "Twin",
    "Wish",
]
