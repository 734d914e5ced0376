"""How far somebody has come on the way into a pair."""

from enum import StrEnum


class Status(StrEnum):
    # Out of a roster: a name and a class, no consent yet; seen by the curator alone.
    LISTED = "listed"
    NEW = "new"
    IN_QUESTIONNAIRE = "in_questionnaire"
    # Everything is there that a pair is chosen by.
    READY = "ready"
    MATCHED = "matched"
    # A pair was looked for, and there was none.
    WAITING = "waiting"
    PAUSED = "paused"
    LEFT = "left"


# Who is still to be given a pair.
UNMATCHED = frozenset({Status.NEW, Status.IN_QUESTIONNAIRE, Status.READY, Status.WAITING})


class Side(StrEnum):
    MENTOR = "mentor"
    MENTEE = "mentee"


class Selection(StrEnum):
    """What was decided about a mentor."""

    POTENTIAL = "potential"
    INTERVIEWED = "interviewed"
    SELECTED = "selected"
    DECLINED = "declined"


class Voice(StrEnum):
    """Who has voiced a request."""

    SELF = "self"
    CLASS_TEACHER = "class_teacher"
    PSYCHOLOGIST = "psychologist"
    PARENT = "parent"
