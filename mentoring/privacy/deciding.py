"""Demands to erase a minor's data: a curator says yes, or that the demand is a mistake."""

from collections.abc import Collection
from typing import ClassVar

from db.queries import erasures
from db.types import AnyRow
from mentoring.audit import record
from mentoring.notices import tell
from mentoring.people.naming import shown
from mentoring.privacy import asking
from mentoring.privacy.erasing import Reason
from mentoring.roles import Permission
from mentoring.todo import Thing, kind
from mentoring.unit import Unit


@kind("erasures", order=5)
class Demands:
    """Approving ends everything and wipes; without an answer it is done when its day has come."""

    permission: ClassVar[Permission] = Permission.KEEP_CONSENTS
    refusable: ClassVar[bool] = True

    async def count(self, unit: Unit, organisation_id: int) -> int:
        return await erasures.count_demands(unit.session, organisation_id)

    async def versions(
        self, unit: Unit, organisation_id: int, *, held: bool = False
    ) -> dict[int, str]:
        rows = await erasures.demands(unit.session, organisation_id)
        return {row.id: "" for row in rows}

    async def things(
        self, unit: Unit, organisation_id: int, *, ids: Collection[int]
    ) -> list[Thing]:
        rows = await erasures.demands(unit.session, organisation_id, ids=ids)
        return [
            Thing(
                row.id,
                {
                    "name": shown(row, unit.today()),
                    **_asked_by(row),
                },
            )
            for row in rows
        ]

    async def approve(self, unit: Unit, organisation_id: int, *, ids: Collection[int]) -> int:
        chosen = await erasures.demands(unit.session, organisation_id, ids=ids)
        for row in chosen:
            record(unit, organisation_id, "erasure-confirmed", subject_id=row.person_id)
            await asking.begin(
                unit, organisation_id, row.person_id, Reason.CONFIRMED, asked_by=row.asked_by
            )
        return len(chosen)

    async def refuse(self, unit: Unit, organisation_id: int, *, ids: frozenset[int]) -> int:
        chosen = await erasures.demands(unit.session, organisation_id, ids=ids)
        await erasures.call_off(unit.session, [row.id for row in chosen], unit.now)
        for row in chosen:
            record(unit, organisation_id, "erasure-refused", subject_id=row.person_id)
            await tell(
                unit,
                row.asked_by,
                "erasure-refused-notice",
                unique=f"erasure-refused:{row.id}",
                args={"name": shown(row, unit.today()), "own": _asked_by(row)["own"]},
            )
        return len(chosen)


def _asked_by(row: AnyRow) -> dict[str, str]:
    """Of a child who asked themselves no more is said than their name as others see it."""
    own = row.asked_by == row.person_id
    return {"own": "yes" if own else "no", "by": "-" if own else row.asker}
