"""No table is forgotten when a person asks what is held about them, or to be erased."""

from db.models import Base
from mentoring.privacy.registry import HELD, IMPERSONAL


def test_every_table_is_declared_once() -> None:
    held = [one.table.__tablename__ for one in HELD]
    assert len(held) == len(set(held))
    assert set(held) & set(IMPERSONAL) == set()
    undeclared = set(Base.metadata.tables) - set(held) - set(IMPERSONAL)
    assert undeclared == set(), "declare these in mentoring/privacy/registry.py"
    assert set(held) | set(IMPERSONAL) == set(Base.metadata.tables)


def test_what_is_wiped_is_there_and_may_be_empty() -> None:
    for one in HELD:
        columns = one.table.__table__.c
        assert set(one.wiped) <= set(columns.keys())
        for name, value in one.wiped.items():
            assert value is not None or columns[name].nullable, f"{columns[name]}"
        assert not one.words or columns[one.words].nullable
