"""Who may do what: roles, permissions, and the one table that joins them."""

from enum import StrEnum


class Role(StrEnum):
    """A role in one organisation. `ADMIN` is whoever the settings name: it has no seat."""

    ADMIN = "admin"
    DEPARTMENT = "department"
    # A methodical centre that acts beside the department.
    METHODOLOGIST = "methodologist"
    HEAD = "head"
    CURATOR = "curator"
    # The methodical council: approves programmes, mediates, judges.
    COUNCIL = "council"
    # Anyone a roadmap names in its executor column: own rows only, sees no participant.
    EXECUTOR = "executor"
    MENTOR = "mentor"
    MENTEE = "mentee"
    # The legal representative of a mentee who is a minor; no member of the pair.
    REPRESENTATIVE = "representative"


# Where a role belongs: in an office above the schools, or in a school (or a partner).
OFFICE = frozenset({Role.DEPARTMENT, Role.METHODOLOGIST})
STAFF = frozenset({*OFFICE, Role.HEAD, Role.CURATOR})
# Whom the school itself brings in.
COMPANY = frozenset({Role.COUNCIL, Role.EXECUTOR, Role.MENTOR, Role.MENTEE, Role.REPRESENTATIVE})


class Permission(StrEnum):
    """What a use case asks for."""

    FOUND_ORGANISATION = "found organisation"
    CONNECT_SCHOOL = "connect school"
    INVITE_STAFF = "invite staff"
    INVITE_PARTICIPANTS = "invite participants"
    KEEP_ORGANISATION = "keep organisation"
    KEEP_LINKS = "keep links"
    KEEP_STAFF = "keep staff"
    SEE_REGISTERS = "see registers"
    SIGN = "sign"
    SEE_BOARD = "see board"
    KEEP_ROADMAP = "keep roadmap"
    SEE_ROADMAP = "see roadmap"
    CLOSE_ROW = "close row"
    # A calendar at a secret address, of one's own terms and meetings.
    OWN_CALENDAR = "own calendar"
    DECIDE_ROWS = "decide rows"
    REMARK = "remark"
    CHOOSE_NOTICES = "choose notices"
    KEEP_PROGRAMMES = "keep programmes"
    KEEP_BANK = "keep bank"
    KEEP_OWN_PROFILE = "keep own profile"
    DECIDE = "decide"
    # Personal programmes of pairs: to read them all, to approve them.
    APPROVE_PLANS = "approve plans"
    # What the council says of pairs: advice in a difficulty, marks for results.
    ADVISE = "advise"
    # Programmes kept to begin others from: without names.
    SEE_PLAN_BANK = "see plan bank"
    KEEP_SHELF = "keep shelf"
    READ_SHELF = "read shelf"
    KEEP_CONSENTS = "keep consents"
    KEEP_PAIRS = "keep pairs"
    # Orders about pairs, as documents.
    SEE_ORDERS = "see orders"
    # One's own place in a pair: invitations, what is asked of its members.
    TAKE_PART = "take part"
    ANSWER_HELP = "answer help"
    # For a child: objections.
    SPEAK_FOR = "speak for"
    SEE_MEETINGS = "see meetings"
    LOG_MEETING = "log meeting"
    GIVE_FEEDBACK = "give feedback"
    SEE_CHILD = "see child"
    KEEP_SURVEYS = "keep surveys"
    KEEP_FORMS = "keep forms"
    ANSWER_SURVEY = "answer survey"
    ANNOUNCE = "announce"
    # Who changed, took out or read whose data.
    SEE_LOG = "see log"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.ADMIN: frozenset(
        {
            Permission.FOUND_ORGANISATION,
            Permission.INVITE_STAFF,
            Permission.KEEP_LINKS,
            Permission.KEEP_STAFF,
            Permission.KEEP_ORGANISATION,
        }
    ),
    Role.DEPARTMENT: frozenset(
        {
            Permission.SEE_PLAN_BANK,
            Permission.SEE_LOG,
            Permission.CONNECT_SCHOOL,
            Permission.INVITE_STAFF,
            Permission.KEEP_LINKS,
            Permission.KEEP_STAFF,
            Permission.KEEP_SHELF,
            Permission.READ_SHELF,
            Permission.KEEP_ORGANISATION,
            Permission.SEE_REGISTERS,
            Permission.SEE_BOARD,
            Permission.KEEP_ROADMAP,
            Permission.SEE_ROADMAP,
            Permission.CLOSE_ROW,
            Permission.OWN_CALENDAR,
            Permission.DECIDE_ROWS,
            Permission.REMARK,
            Permission.CHOOSE_NOTICES,
            Permission.ANNOUNCE,
            Permission.KEEP_FORMS,
        }
    ),
    Role.CURATOR: frozenset(
        {
            Permission.ANSWER_HELP,
            Permission.SEE_LOG,
            Permission.INVITE_PARTICIPANTS,
            Permission.KEEP_LINKS,
            Permission.KEEP_STAFF,
            Permission.KEEP_ORGANISATION,
            Permission.KEEP_ROADMAP,
            Permission.SEE_ROADMAP,
            Permission.CLOSE_ROW,
            Permission.OWN_CALENDAR,
            Permission.CHOOSE_NOTICES,
            Permission.KEEP_PROGRAMMES,
            Permission.KEEP_BANK,
            Permission.DECIDE,
            Permission.APPROVE_PLANS,
            Permission.SEE_PLAN_BANK,
            Permission.KEEP_SHELF,
            Permission.READ_SHELF,
            Permission.KEEP_CONSENTS,
            Permission.KEEP_PAIRS,
            Permission.SEE_ORDERS,
            Permission.SEE_MEETINGS,
            Permission.KEEP_SURVEYS,
            Permission.KEEP_FORMS,
            Permission.ANNOUNCE,
        }
    ),
    Role.MENTOR: frozenset(
        {
            Permission.LOG_MEETING,
            Permission.OWN_CALENDAR,
            Permission.TAKE_PART,
            Permission.GIVE_FEEDBACK,
            Permission.ANSWER_SURVEY,
            Permission.KEEP_OWN_PROFILE,
            Permission.READ_SHELF,
        }
    ),
    Role.MENTEE: frozenset(
        {
            Permission.TAKE_PART,
            Permission.LOG_MEETING,
            Permission.OWN_CALENDAR,
            Permission.GIVE_FEEDBACK,
            Permission.ANSWER_SURVEY,
            Permission.KEEP_OWN_PROFILE,
            Permission.READ_SHELF,
        }
    ),
    Role.METHODOLOGIST: frozenset(
        {
            Permission.SEE_PLAN_BANK,
            Permission.SEE_REGISTERS,
            Permission.CLOSE_ROW,
            Permission.OWN_CALENDAR,
            Permission.CHOOSE_NOTICES,
            Permission.READ_SHELF,
            Permission.REMARK,
        }
    ),
    Role.HEAD: frozenset(
        {
            Permission.ANSWER_HELP,
            Permission.INVITE_STAFF,
            Permission.INVITE_PARTICIPANTS,
            Permission.KEEP_LINKS,
            Permission.KEEP_STAFF,
            Permission.SEE_ROADMAP,
            Permission.CLOSE_ROW,
            Permission.OWN_CALENDAR,
            Permission.DECIDE_ROWS,
            Permission.REMARK,
            Permission.CHOOSE_NOTICES,
            Permission.READ_SHELF,
            Permission.KEEP_ORGANISATION,
            Permission.SIGN,
            Permission.SEE_ORDERS,
        }
    ),
    Role.COUNCIL: frozenset(
        {
            Permission.DECIDE,
            Permission.ADVISE,
            Permission.APPROVE_PLANS,
            Permission.SEE_PLAN_BANK,
            Permission.ANSWER_HELP,
            Permission.CLOSE_ROW,
            Permission.OWN_CALENDAR,
            Permission.CHOOSE_NOTICES,
            Permission.READ_SHELF,
            Permission.REMARK,
        }
    ),
    Role.EXECUTOR: frozenset(
        {
            Permission.ANSWER_HELP,
            Permission.CLOSE_ROW,
            Permission.OWN_CALENDAR,
            Permission.CHOOSE_NOTICES,
            Permission.READ_SHELF,
        }
    ),
    Role.REPRESENTATIVE: frozenset(
        {Permission.SEE_CHILD, Permission.READ_SHELF, Permission.SPEAK_FOR}
    ),
}

# What holds in the seat's own organisation alone: below it, it is the business of those there.
OWN_ONLY = frozenset(
    {
        Permission.KEEP_ROADMAP,
        Permission.SEE_ROADMAP,
        Permission.CLOSE_ROW,
        Permission.DECIDE_ROWS,
        Permission.CHOOSE_NOTICES,
    }
)
