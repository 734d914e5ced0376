"""What is settled for an organisation and everything below it: the nearest setting up the tree
holds. The one way for all settings that are inherited; nothing is asked of one level alone."""

from typing import Any

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import aliased

from db.models import Branch


def depth(place: Any) -> ScalarSelect[int]:
    """How far down the tree a place (a column of ids) lies: the nearest above it is the deepest."""
    line = aliased(Branch)
    return (
        select(func.count()).where(line.descendant_id == place).correlate(place.parent.entity)
    ).scalar_subquery()


def settled_at(table: Any, place: Any) -> ScalarSelect[int]:
    """Which place a place goes by in `table` (a setting a row, with organisation_id): itself, else
    the nearest above that has settled it; empty where none has. For the ON of an outer join."""
    line, setting = aliased(Branch), aliased(table)
    return (
        select(line.ancestor_id)
        .join(setting, setting.organisation_id == line.ancestor_id)
        .where(line.descendant_id == place)
        .order_by(depth(line.ancestor_id).desc())
        .limit(1)
        .correlate(place.parent.entity)
    ).scalar_subquery()
