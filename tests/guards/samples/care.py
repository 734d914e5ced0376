from db.models import HelpCall, SilenceQuestion, TrialVerdict
from mentoring.roles import Role
from tests.guards.samples.scene import DAY, Maker, Sample, Scene, nothing, row, school


def _call(scene: Scene) -> HelpCall:
    return HelpCall(
        organisation_id=scene.town.school,
        person_id=scene.person(Role.MENTEE),
        called_at=scene.now,
        told=1,
        next_at=scene.now,
    )


def _question(scene: Scene) -> SilenceQuestion:
    return SilenceQuestion(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        person_id=scene.person(Role.MENTEE),
        asked_on=DAY,
    )


def _verdict(scene: Scene) -> TrialVerdict:
    return TrialVerdict(
        organisation_id=scene.town.school,
        pair_id=scene.ids["pair"],
        person_id=scene.person(Role.MENTEE),
        asked_on=DAY,
    )


MAKERS: dict[str, Maker] = {"help call": _call, "silence": _question, "trial": _verdict}

# Of the staff only those whose turn it is.
AUTHORS_ONLY = {"care.help.reply", "care.help.take"}

SAMPLES: dict[str, Sample] = {
    "care.asking.attached": row("pair"),
    "care.asking.may_read": row("pair"),
    "care.asking.other": row("pair"),
    "care.asking.send": row("pair", kind="text", text="вопрос"),
    "care.asking.thread": row("pair"),
    "care.help.call": school(),
    "care.help.mistaken": nothing,
    "care.help.present": nothing,
    "care.help.reply": row("help call", "call_id", text="иду"),
    "care.help.say": school(text="помогите"),
    "care.help.take": row("help call", "call_id"),
    "care.rules.change": school(minutes=20),
    "care.rules.read": school(),
    "care.silence.answer": row("silence", "question_id", said="busy"),
    "care.silence.encourage": row("pair"),
    "care.silence.focus": school(),
    "care.silence.question": row("silence", "question_id"),
    "care.silence.rest": row("pair"),
    "care.silence.settle": row("pair"),
    "care.trial.answer": row("trial", "verdict_id", said="yes"),
    "care.trial.question": row("trial", "verdict_id"),
}
