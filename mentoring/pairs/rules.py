"""A school's own words for pairs: grounds of an early end, by what the council judges results,
conversation starters by form."""

from core.errors import NotAllowed, Refusal
from db.models import PairRules
from mentoring.access import organisation, use_case
from mentoring.council import sheet
from mentoring.pairs import grounds, starters
from mentoring.programmes import kinds
from mentoring.roles import Permission
from mentoring.unit import Unit

LINE_LIMIT = 120
_MOST_GROUNDS = 12
_MOST_CRITERIA = 6


async def _rules(unit: Unit, organisation_id: int) -> PairRules:
    found = await unit.session.get(PairRules, organisation_id)
    if found is None:
        found = PairRules(organisation_id=organisation_id, grounds=[], starters={}, criteria=[])
        unit.session.add(found)
    found.set_by, found.set_at = unit.me, unit.now
    return found


def lines_of(text: str, most: int) -> list[str]:
    """One a line, without empty ones and repetitions. Raises Refusal for too many or too long."""
    found = list(
        dict.fromkeys(filter(None, (line.strip(" \t-\u2022") for line in text.splitlines())))
    )
    if not found or len(found) > most:
        raise Refusal("rules-lines", most=most)
    longest = max(found, key=len)
    if len(longest) > LINE_LIMIT:
        raise Refusal("rules-line-long", limit=LINE_LIMIT, line=longest[:30])
    return found


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def end_grounds(unit: Unit, *, organisation_id: int) -> tuple[str, ...]:
    """The grounds in use: keys of the shipped ones, or the school's words."""
    return await grounds.of_school(unit, organisation_id)


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def set_grounds(unit: Unit, *, organisation_id: int, text: str | None) -> None:
    """Take these grounds, one a line; None: the shipped ones again. Raises Refusal."""
    found = lines_of(text, _MOST_GROUNDS) if text is not None else []
    (await _rules(unit, organisation_id)).grounds = found
    await unit.session.flush()


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def criteria(unit: Unit, *, organisation_id: int) -> tuple[str, ...]:
    """By what the council judges results: keys of the shipped criteria, or the school's words."""
    return await sheet.of_school(unit, organisation_id)


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def set_criteria(unit: Unit, *, organisation_id: int, text: str | None) -> None:
    """Take these criteria, one a line; None: the shipped ones again. Marks that were given keep
    theirs. Raises Refusal."""
    found = lines_of(text, _MOST_CRITERIA) if text is not None else []
    (await _rules(unit, organisation_id)).criteria = found
    await unit.session.flush()


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def talk(unit: Unit, *, organisation_id: int, form: str, language: str) -> list[str]:
    """The three conversation starters of a form of mentoring. Raises NotAllowed."""
    kind = (await kinds.all_of(unit, organisation_id)).get(form)
    if kind is None:
        raise NotAllowed
    rules = await unit.session.get(PairRules, organisation_id)
    own = rules.starters.get(form) if rules is not None else None
    return list(own) if own else starters.shipped(kind.like.key, language)


@use_case(Permission.KEEP_PAIRS, target=organisation("organisation_id"))
async def set_talk(unit: Unit, *, organisation_id: int, form: str, text: str | None) -> None:
    """Take three starters of one's own, one a line; None: the shipped ones again."""
    if form not in await kinds.all_of(unit, organisation_id):
        raise NotAllowed
    rules = await _rules(unit, organisation_id)
    others = {key: value for key, value in rules.starters.items() if key != form}
    if text is None:
        rules.starters = others
    else:
        found = lines_of(text, starters.COUNT)
        if len(found) < starters.COUNT:
            raise Refusal("rules-three", count=starters.COUNT)
        rules.starters = {**others, form: found}
    await unit.session.flush()
