"""A roadmap without a document: one of those that are shipped, as a draft to be gone through."""

from core.errors import Refusal
from db.queries import roadmaps as queries
from mentoring.access import organisation, use_case
from mentoring.roadmaps import importing, templates
from mentoring.roles import Permission
from mentoring.unit import Unit


@use_case(Permission.KEEP_ROADMAP, target=organisation("organisation_id"))
async def from_template(
    unit: Unit, *, organisation_id: int, template: str, school_year: int
) -> int:
    """A draft made of a template for the school year that begins in `school_year`; its id.

    Raises Refusal when there is a draft already (a second press makes no second one, and what was
    mended in it stays), or no such template.
    """
    if template not in templates.names("ru"):
        raise Refusal("roadmap-no-template")
    await queries.take_turns(unit.session, organisation_id)
    if await queries.has_draft(unit.session, organisation_id):
        raise Refusal("roadmap-has-draft")
    draft = templates.draft_of(template, school_year)
    roadmap_id, _ = await importing.add(
        unit,
        organisation_id,
        draft,
        file_id=None,
        job_id=None,
        title=draft.title,
        school_year=school_year,
        needs_year=False,
    )
    return roadmap_id
