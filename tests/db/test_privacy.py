"""No table is forgotten when a person asks what is held about them, or to be erased."""

from db.models import Base
from mentoring.privacy import mentions
from mentoring.privacy.disclosing import SHOWN
from mentoring.privacy.registry import HELD, IMPERSONAL, KEPT
from mentoring.words import words_in


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


def test_each_table_has_its_area_and_words_in_both_languages() -> None:
    assert set(SHOWN) == {one.table for one in HELD}
    for language in ("ru", "en"):
        words = words_in(language)
        for table, shown in SHOWN.items():
            columns = table.__table__.c
            assert set(shown.columns) <= set(columns.keys())
            assert set(shown.authored) <= set(shown.columns)
            keys = [f"data-area-{shown.area}", f"data-table-{table.__tablename__}"]
            keys += [f"data-column-{column}" for column in shown.columns]
            for key in (one.replace("_", "-") for one in keys):
                assert words.plain(key) != key


def test_where_others_may_name_somebody_is_known_to_be_looked_at_or_kept() -> None:
    tables = Base.metadata.tables
    assert all(
        one.partition(".")[0] in tables
        and one.partition(".")[2] in {"", *tables[one.split(".")[0]].c.keys()}
        for one in KEPT
    )
    for name, table in tables.items():
        if name not in KEPT and mentions.texts(table):
            # Raises LookupError where it cannot be told which place a row is of.
            mentions.around(table, [1])
