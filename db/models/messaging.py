"""What a chat is at, what is to be sent, what work waits."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Base, Data, Id, Name, Word, refers
from db.types import BigId, Json


class Chat(Base):
    """Where the person is in the conversation: one row a chat, read and written once an update."""

    __tablename__ = "chat"

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[str] = mapped_column(Text)


class Outbox(Base):
    """One message to one person: planned once (`unique_key`), sent, kept as its delivery."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index("ix_outbox_status_lane_id", "status", "lane", "id"),
        Index("ix_outbox_announcement_id_status", "announcement_id", "status"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    unique_key: Mapped[str] = mapped_column(Text, unique=True)
    person_id: Mapped[int | None] = refers("person.id", index=True)
    # Set for somebody who is not a person of ours yet (an administrator told of a failure).
    chat_id: Mapped[int | None]
    kind: Mapped[Word]
    lane: Mapped[int]
    message: Mapped[Word]
    args: Mapped[Data]
    buttons: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    announcement_id: Mapped[int | None] = refers("announcement.id")
    status: Mapped[Word]
    # Real time: a message put off by Telegram's own "retry after".
    not_before: Mapped[datetime | None]
    # Civil time: a message that nobody is to get at the hour it was written at (status "held").
    held_until: Mapped[datetime | None]
    # An answer to what the receiver has just done: it waits for no better hour.
    at_once: Mapped[bool] = mapped_column(default=False, server_default=false())
    attempts: Mapped[int]
    holder: Mapped[Word | None]
    error: Mapped[str | None]
    bot_id: Mapped[int | None]
    message_id: Mapped[int | None]
    locale: Mapped[Word | None]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]


class Parcel(Base):
    """A personal document that does not pass the messenger: it lies in a folder till it is taken.

    By a link (`token`) or by the operator, as FILES_BY says; wiped when it expires.
    """

    __tablename__ = "parcel"

    id: Mapped[Id]
    person_id: Mapped[int] = refers("person.id", index=True)
    token: Mapped[Word] = mapped_column(unique=True)
    # The message that tells of it: sent again, it tells of the same parcel.
    outbox_id: Mapped[int] = mapped_column(BigId, ForeignKey("outbox.id"), unique=True)
    # What it is called for its receiver; in the folder it is called by its token.
    name: Mapped[Name]
    # How often a link may still be followed.
    uses_left: Mapped[int] = mapped_column(SmallInteger)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime] = mapped_column(index=True)
    taken_at: Mapped[datetime | None]
    wiped_at: Mapped[datetime | None]


class FileCopy(Base):
    """A copy of a file in the operator's folder (FILES_DIR), or why there is none."""

    __tablename__ = "file_copy"

    file_id: Mapped[int] = refers("file.id", primary_key=True)
    # writing (the folder may hold it or not), kept, too_large, gone.
    state: Mapped[Word]
    # Of the bytes; empty where there are none.
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    noted_at: Mapped[datetime]


class Job(Base):
    """Work too long for an answer (reading a document): its result is a message."""

    __tablename__ = "job"
    __table_args__ = (
        Index("ix_job_status_id", "status", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    unique_key: Mapped[str] = mapped_column(Text, unique=True)
    kind: Mapped[Word]
    person_id: Mapped[int] = refers("person.id")
    args: Mapped[Data]
    status: Mapped[Word]
    # Real time: when a job that failed is tried again.
    not_before: Mapped[datetime | None]
    attempts: Mapped[int]
    error: Mapped[str | None]
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class Lease(Base):
    """Who holds a task that only one process may do; real time, renewed while held."""

    __tablename__ = "lease"

    name: Mapped[Word] = mapped_column(primary_key=True)
    holder: Mapped[Word]
    until: Mapped[datetime]


class Announcement(Base):
    """A message from an organisation to many of its people."""

    __tablename__ = "announcement"
    __table_args__ = (
        Index("ix_announcement_organisation_id", "organisation_id", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[Id]
    organisation_id: Mapped[int] = refers("organisation.id")
    author_id: Mapped[int] = refers("person.id")
    audience: Mapped[Word]
    # The author's own message, copied as it is: any text, picture or document.
    source_chat_id: Mapped[int]
    source_message_id: Mapped[int]
    excerpt: Mapped[str]
    status: Mapped[Word]
    # How far the list of receivers has been planned, so that planning goes on after a restart.
    planned_person_id: Mapped[int]
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
