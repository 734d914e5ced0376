"""`admin`: what it prints, what it changes, how it fails."""

import argparse
import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from bot.cli.admin import add_parser
from db.engines import Database
from db.models import Invite, Membership, Person
from mentoring.roles import Role
from tests.conftest import START

TOKEN = "123456789:" + "A" * 35
Run = Callable[..., int]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", database_url)

    def command(*arguments: str) -> int:
        parser = argparse.ArgumentParser()
        add_parser(parser.add_subparsers(required=True))
        parsed = parser.parse_args(["admin", *arguments])
        try:
            return int(parsed.run(parsed))
        except SystemExit as left:
            return int(str(left.code))

    return command


def test_an_operator_brings_the_first_people_in(
    run: Run, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("list") == 0
    assert "no organisations yet" in capsys.readouterr().out
    assert run("department", " Управление  образования ", "--bot", "school_bot") == 0
    printed = capsys.readouterr().out
    assert "department 1: Управление образования" in printed
    assert "https://t.me/school_bot?start=" in printed
    assert run("invite", "1", "methodologist", "--uses", "1", "--days", "7") == 0
    assert "link 2 (methodologist, 1 uses" in capsys.readouterr().out
    assert run("list") == 0
    assert "1  municipality  Управление образования  (0 people)" in capsys.readouterr().out
    assert run("deactivate", "link", "2") == 0
    asyncio.run(_sit_down(database_url))
    capsys.readouterr()
    assert run("list", "1") == 0
    printed = capsys.readouterr().out
    assert "seat 1  department  Анна" in printed
    assert ", off" in printed
    # The last one of a department keeps the seat, the second one may go.
    assert run("deactivate", "seat", "1") == 0
    assert run("deactivate", "seat", "2") == 1
    assert "Invite another one first" in capsys.readouterr().err


async def _sit_down(url: str) -> None:
    database = Database(url)
    async with database.begin() as session:
        assert await session.scalar(select(Invite.revoked_at).where(Invite.id == 2))
        await session.execute(update(Invite).values(used=1))
        for name in ("Анна", "Борис"):
            person = Person(name=name, locale="ru", created_at=START)
            session.add(person)
            await session.flush()
            seat = Membership(
                organisation_id=1, person_id=person.id, role=Role.DEPARTMENT, since=START
            )
            session.add(seat)
            await session.flush()
    await database.close()


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("department", "  "), "a name of 1 to"),
        (("invite", "99", "curator"), "no such organisation"),
        (("list", "99"), "no organisation 99"),
        (("deactivate", "link", "99"), "no such thing"),
        (("deactivate", "seat", "99"), "no such thing"),
    ],
)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_cannot_be_done_is_said(
    run: Run, arguments: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(*arguments)
    captured = capsys.readouterr()
    assert status == 1
    assert reason in captured.err
    assert "Traceback" not in captured.err


def test_without_a_database_it_says_so(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new.db")
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    parsed = parser.parse_args(["admin", "list"])
    assert parsed.run(parsed) == 1
    assert "migrate" in capsys.readouterr().err
