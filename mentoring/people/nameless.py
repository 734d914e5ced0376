"""People who are no more: a number stands in place of the name, wherever a name is shown."""

from collections.abc import Collection

from sqlalchemy import select

from db.models import Person
from mentoring.unit import Unit
from mentoring.words import words_in


async def forget_names(unit: Unit, people: Collection[int]) -> None:
    """Wipe who these people are; their rows stay, each with its number for a name.

    It is written down, in the person's language as the name was, and not made up by who shows it:
    so no list, document or table can be without it. `core.names` knows it from a name.
    """
    for person in await unit.session.scalars(select(Person).where(Person.id.in_(people))):
        person.name = words_in(person.locale).plain("erased-record", number=str(person.id))
        person.given = person.phone = person.birth_year = person.telegram_id = None
        person.erased_at = unit.now
    await unit.session.flush()
