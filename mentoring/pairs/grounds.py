"""Why a pair ends: the shipped grounds by their keys, or a school's own list in its words."""

from core.translator import Words
from db.models import PairRules
from mentoring.unit import Unit

# From the regulation's "done, by mutual decision, by the mentor's or the mentee's, by the
# curator's for meetings that are not held, or something beyond anybody's power".
SHIPPED = ("done", "mutual", "mentor", "mentee", "not-held", "beyond")


async def of_school(unit: Unit, organisation_id: int) -> tuple[str, ...]:
    """Keys, or the school's own words."""
    rules = await unit.session.get(PairRules, organisation_id)
    return tuple(rules.grounds) if rules is not None and rules.grounds else SHIPPED


def said(words: Words, ground: str) -> str:
    """A ground in the reader's language; the school's own words as they are."""
    return words.plain(f"ground-{ground}") if ground in SHIPPED else ground
