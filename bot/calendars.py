"""What the web server answers to calendar programs."""

import re

from core.clock import Clock
from core.errors import NotAllowed
from db.engines import Database
from db.queries import calendars as queries
from mentoring.people import identity
from mentoring.roadmaps import subscribing
from mentoring.unit import Unit

PATH = "/calendar/"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,60}")


async def read(database: Database, clock: Clock, token: str) -> bytes | None:
    """The calendar at a secret address; None for whatever is none, of all reasons alike."""
    if not _TOKEN.fullmatch(token):
        return None
    async with database.reading() as session:
        link = await queries.by_token(session, token)
        if link is None:
            return None
        now = clock.now()
        actor = await identity.load_actor(session, link.person_id, now)
        try:
            return await subscribing.book(Unit(session=session, now=now, actor=actor), token=token)
        except NotAllowed:
            # Their seats are gone.
            return None
