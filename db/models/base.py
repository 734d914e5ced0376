"""What every table has in common."""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import Date, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

from db.types import BigId, Json, UTCDateTime

Id = Annotated[int, mapped_column(BigId, primary_key=True, autoincrement=True)]
Name = Annotated[str, mapped_column(String(300))]
Word = Annotated[str, mapped_column(String(60))]
Data = Annotated[dict[str, Any], mapped_column(Json)]
Texts = Annotated[list[str], mapped_column(Json)]


def refers(target: str, *, index: bool = False, primary_key: bool = False) -> Any:
    """A foreign key to `target` ("table.column"); rows that others refer to are never deleted."""
    return mapped_column(BigId, ForeignKey(target), index=index, primary_key=primary_key)


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UTCDateTime,
        date: Date,
        str: Text,
        int: BigId,
    }
    # A number once given to a row is never given to another: links and callback data carry them.
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012
