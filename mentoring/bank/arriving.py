"""Whoever came by a link is one of ours when the curator says so; mentors are chosen in one go."""

from collections.abc import Collection
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, Select, func, select, update

from db.models import Membership, Person, Profile
from db.queries.people import NAME
from mentoring import audit
from mentoring.bank.status import Selection, Side, Status
from mentoring.notices import notice, plan
from mentoring.people.naming import shown
from mentoring.roles import Permission
from mentoring.todo import Thing, kind
from mentoring.unit import Unit

Condition = ColumnElement[bool]
_AWAY = (Status.LISTED, Status.LEFT)


class _Profiles:
    """Things that are profiles: what they have in common."""

    refusable: ClassVar[bool] = False
    permission: ClassVar[Permission] = Permission.KEEP_BANK

    def waiting(self, organisation_id: int) -> list[Condition]:
        raise LookupError("each kind says which profiles wait")

    async def count(self, unit: Unit, organisation_id: int) -> int:
        query = select(func.count(Profile.id)).where(*self.waiting(organisation_id))
        return int(await unit.session.scalar(query) or 0)

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        query = select(Profile.id).where(*self.waiting(organisation_id)).order_by(Profile.id)
        return dict.fromkeys(await unit.session.scalars(query), "")

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        query: Select[*tuple[Any, ...]] = (
            select(Profile.id, *NAME, Profile.side, Profile.class_name, Profile.post)
            .join(Person, Person.id == Profile.person_id)
            .where(*self.waiting(organisation_id), Profile.id.in_(ids))
            .order_by(Profile.id)
        )
        return [
            Thing(
                row.id,
                {
                    "name": shown(row, unit.today()),
                    "side": row.side,
                    "placed": "yes" if row.class_name or row.post else "no",
                    "place": row.class_name or row.post or "-",
                },
            )
            for row in (await unit.session.execute(query)).all()
        ]

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        return 0


@kind("people", order=10)
class Arrivals(_Profiles):
    """People who came by a link that many have; those of the roster were expected."""

    refusable: ClassVar[bool] = True

    def waiting(self, organisation_id: int) -> list[Condition]:
        return [
            Profile.organisation_id == organisation_id,
            Profile.accepted_at.is_(None),
            Profile.status.not_in(_AWAY),
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        done = await unit.session.scalars(
            update(Profile)
            .where(*self.waiting(organisation_id), Profile.id.in_(ids))
            .values(accepted_at=unit.now)
            .returning(Profile.id)
        )
        return len(done.all())

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        """They lose the seat, and are told whom to ask."""
        gone: Any = await unit.session.execute(
            update(Profile)
            .where(*self.waiting(organisation_id), Profile.id.in_(ids))
            .values(status=Status.LEFT, status_since=unit.now, unmatched_since=None)
            .returning(Profile.id, Profile.person_id, Profile.side)
        )
        rows = gone.all()
        for row in rows:
            await unit.session.execute(
                update(Membership)
                .where(
                    Membership.organisation_id == organisation_id,
                    Membership.person_id == row.person_id,
                    Membership.role == row.side,
                    Membership.ended_at.is_(None),
                )
                .values(ended_at=unit.now)
            )
            audit.record(unit, organisation_id, "person-refused", subject_id=row.person_id)
        await plan(
            unit,
            [
                notice(
                    unit,
                    unique=f"person-refused:{row.id}:{unit.now.isoformat()}",
                    message="person-refused-notice",
                    person_id=row.person_id,
                )
                for row in rows
            ],
        )
        return len(rows)


@kind("selection", order=20)
class Candidates(_Profiles):
    """Mentors who have answered their questionnaire and are not decided upon yet."""

    def waiting(self, organisation_id: int) -> list[Condition]:
        return [
            Profile.organisation_id == organisation_id,
            Profile.side == Side.MENTOR,
            Profile.status.in_((Status.READY, Status.WAITING)),
            Profile.accepted_at.is_not(None),
            Profile.selection.in_(("", Selection.POTENTIAL, Selection.INTERVIEWED)),
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        done = await unit.session.scalars(
            update(Profile)
            .where(*self.waiting(organisation_id), Profile.id.in_(ids))
            .values(
                selection=Selection.SELECTED,
                selected_on=unit.today(),
                selected_by=unit.actor.person_id,
            )
            .returning(Profile.id)
        )
        count = len(done.all())
        audit.record(unit, organisation_id, "mentors-selected", count=count)
        return count
