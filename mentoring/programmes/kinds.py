"""Forms of mentoring as an organisation has them: shipped ones renamed or hidden, and its own.

What a department sets holds in its schools, unless they set it themselves.
"""

from dataclasses import dataclass, replace

from core.errors import NotAllowed, Refusal
from db.models import MentoringKind
from db.queries import kinds as queries
from mentoring.access import organisation, use_case
from mentoring.programmes.forms import MentoringForm, shipped
from mentoring.roles import Permission
from mentoring.unit import Unit

TITLE_LIMIT = 80
MODEL_LIMIT = 120
_MOST_MODELS = 12
# More of its own no organisation needs; a screen has to hold them.
_MOST = 30


@dataclass(frozen=True, slots=True)
class Kind:
    """A form of mentoring in one organisation; empty `title` and `models`: the shipped words."""

    key: str
    like: MentoringForm
    title: str = ""
    models: tuple[str, ...] = ()
    hidden: bool = False

    def title_in(self, language: str) -> str:
        return self.title or self.like.title.get(language) or self.like.title["ru"]

    def models_in(self, language: str) -> tuple[str, ...]:
        return self.models or self.like.models.get(language) or self.like.models["ru"]


def as_form(kind: Kind) -> MentoringForm:
    """A form of mentoring in the organisation's own words."""
    title = (
        {language: kind.title for language in kind.like.title} if kind.title else kind.like.title
    )
    models = (
        {language: kind.models for language in kind.like.models}
        if kind.models
        else kind.like.models
    )
    return replace(kind.like, key=kind.key, title=title, models=models)


async def all_of(unit: Unit, organisation_id: int) -> dict[str, Kind]:
    """By key: the shipped ones in their order, then those added; hidden ones too."""
    found = {key: Kind(key, form) for key, form in shipped().items()}
    # The farthest organisation first, so that the nearest has the last word.
    for row in await queries.set_above(unit.session, organisation_id):
        if row.like_form in shipped():
            found[row.key] = Kind(
                row.key, shipped()[row.like_form], row.title, tuple(row.models), row.hidden
            )
    return found


async def like(unit: Unit, organisation_id: int, key: str) -> str:
    """The shipped form whose questionnaires a form of mentoring has. Raises NotAllowed."""
    if key in shipped():
        return key
    kind = (await all_of(unit, organisation_id)).get(key)
    if kind is None:
        raise NotAllowed
    return kind.like.key


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def listed(unit: Unit, *, organisation_id: int) -> list[Kind]:
    """The forms of mentoring of an organisation, hidden ones too."""
    return list((await all_of(unit, organisation_id)).values())


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def change(
    unit: Unit,
    *,
    organisation_id: int,
    key: str,
    title: str | None = None,
    models: list[str] | None = None,
    hidden: bool | None = None,
) -> None:
    """Rename a form of mentoring, word its role models, hide it or show it again."""
    present = (await all_of(unit, organisation_id)).get(key)
    if present is None:
        raise NotAllowed
    if models is not None:
        check_models(models)
    changed = replace(
        present,
        title=present.title if title is None else title,
        models=present.models if models is None else tuple(models),
        hidden=present.hidden if hidden is None else hidden,
    )
    await _save(unit, organisation_id, changed)


@use_case(Permission.KEEP_FORMS, target=organisation("organisation_id"))
async def add(unit: Unit, *, organisation_id: int, title: str, like: str) -> str:
    """A form of mentoring of the organisation's own, with the sides and questionnaires of a shipped
    one. Returns its key; asked for twice, it is one."""
    if like not in shipped():
        raise NotAllowed
    present = await all_of(unit, organisation_id)
    same = next((kind.key for kind in present.values() if kind.title == title), None)
    if same is not None:
        return same
    number = 1 + sum(1 for key in present if key.startswith("own-"))
    if number > _MOST:
        raise Refusal("kinds-too-many", most=_MOST)
    key = f"own-{organisation_id}-{number}"
    await _save(unit, organisation_id, Kind(key, shipped()[like], title))
    return key


def check_models(models: list[str]) -> None:
    """Raises Refusal for more, or longer, than a programme's page can show."""
    if len(models) > _MOST_MODELS or any(len(model) > MODEL_LIMIT for model in models):
        raise Refusal("kinds-models", most=_MOST_MODELS, limit=MODEL_LIMIT)


async def _save(unit: Unit, organisation_id: int, kind: Kind) -> None:
    await queries.save(
        unit.session,
        MentoringKind.__table__,
        {
            "organisation_id": organisation_id,
            "key": kind.key,
            "like_form": kind.like.key,
            "title": kind.title,
            "models": list(kind.models),
            "hidden": kind.hidden,
            "changed_by": unit.me,
            "changed_at": unit.now,
        },
    )
