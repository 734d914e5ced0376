"""The people's API over HTTP, for tests in another process and for the chat page.

    POST /sandbox/people {first_name, ...}            a new person
    GET  /sandbox/people                              everyone
    POST /sandbox/people/<id>/<action> {...}          see control_actions
    GET  /sandbox/people/<id>/chat?since=<event>      messages, keyboards, events
    GET  /sandbox/people/<id>/transcript?tz=<zone>    plain text
    GET  /sandbox/people/<id>/wait?text=&timeout=     the message that contains the text
    POST /sandbox/groups {title, members}             a group; /sandbox/groups/<id>/<action>
    POST /sandbox/settle {timeout, quiet}
    GET  /sandbox/calls?refused=1&method=&since=      the log of calls
    GET  /sandbox/stats                               figures
    POST /sandbox/clock {now, running} | /latency {...} | /limits {...} | /faults {...}
    POST /sandbox/faults/clear | /redeliver {count}
    GET  /sandbox/files/<file_id>                     what a person would open

Every answer is JSON (transcripts and files apart); 400 with ``error`` for what cannot be done.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import orjson
from aiohttp import web

from sandbox.calls import CallRecord
from sandbox.control_actions import act, chat_view, message_view
from sandbox.errors import ApiError, SandboxError
from sandbox.faults import Fault
from sandbox.limits import NO_LIMITS, Limits
from sandbox.model import Json
from sandbox.people import Group, Person
from sandbox.server import json_response
from sandbox.transcript import transcript

if TYPE_CHECKING:
    from sandbox.world import Sandbox

Answer = Callable[[list[str], Json], Awaitable[Any]]
_SHOWN = {"image/png", "image/jpeg", "image/webp", "image/gif"}
_MISTAKES = (SandboxError, ApiError, KeyError, TypeError, ValueError, ZoneInfoNotFoundError)


class Control:
    """Answers /sandbox/..."""

    def __init__(self, world: Sandbox) -> None:
        self._world = world
        self._groups: dict[int, Group] = {}
        self._routes: dict[tuple[str, str], Answer] = {
            ("POST", "people"): self._people_post,
            ("GET", "people"): self._people_get,
            ("POST", "groups"): self._groups_post,
            ("POST", "settle"): self._settle,
            ("GET", "calls"): self._calls,
            ("GET", "stats"): self._stats,
            ("POST", "clock"): self._clock,
            ("POST", "latency"): self._latency,
            ("POST", "limits"): self._limits,
            ("POST", "faults"): self._faults,
            ("POST", "redeliver"): self._redeliver,
            ("GET", "files"): self._file,
        }

    async def handle(self, request: web.BaseRequest, path: str) -> web.Response:
        """Answer one request."""
        origin = request.headers.get("Origin", "")
        if origin and origin.partition("://")[2] != request.headers.get("Host"):
            return json_response({"error": "not for pages of other sites"}, 403)
        first, *rest = [part for part in path.split("/") if part] or [""]
        answer = self._routes.get((request.method, first))
        if answer is None:
            return json_response({"error": f"no {request.method} /sandbox/{path}"}, 404)
        try:
            body = await request.content.read()
            args = {**request.query, **(orjson.loads(body) if body else {})}
            result = await answer(rest, args)
        except _MISTAKES as error:
            return json_response({"error": f"{type(error).__name__}: {error}"}, 400)
        return result if isinstance(result, web.Response) else json_response(result)

    def _person(self, rest: list[str]) -> Person:
        person = self._world.find_person(int(rest[0]))
        if person is None:
            raise SandboxError(f"nobody has the id {rest[0]}")
        return person

    async def _people_post(self, rest: list[str], args: Json) -> Json:
        if rest:
            return await act(self._world, self._person(rest), rest[1], args)
        first_name = args.pop("first_name")
        person = self._world.person(str(first_name), **args)
        return {"id": person.id, "name": person.name}

    async def _people_get(self, rest: list[str], args: Json) -> Any:
        if not rest:
            return [{"id": p.id, "name": p.name} for p in self._world.people]
        person, what = self._person(rest), rest[1] if len(rest) > 1 else "chat"
        if what == "chat":
            return chat_view(person, int(args.get("since", 0)))
        if what == "transcript":
            zone = ZoneInfo(args.get("tz", "UTC"))
            return web.Response(text=transcript(person, tz=zone))
        if what == "wait":
            since = int(args["since"]) if "since" in args else None
            seconds = float(args.get("timeout", 5))
            return message_view(await person.wait_for(args["text"], seconds, since=since))
        raise SandboxError(f"nothing is known of {what}")

    async def _groups_post(self, rest: list[str], args: Json) -> Any:
        if not rest:
            members = [self._person([str(member)]) for member in args.get("members", [])]
            group = self._world.group(args["title"], *members)
            self._groups[group.id] = group
            return {"id": group.id}
        group = self._groups[int(rest[0])]
        if rest[1] == "upgrade":
            self._groups[await group.upgrade()] = group
            return {"id": group.id}
        if rest[1] == "chat":
            return [message_view(message) for message in group.chat]
        person = self._person([str(args.pop("person"))])
        return await act(self._world, group.member(person), rest[1], args)

    async def _settle(self, _: list[str], args: Json) -> Json:
        await self._world.settle(float(args.get("timeout", 10)), quiet=float(args.get("quiet", 0)))
        return {"settled": True}

    async def _calls(self, _: list[str], args: Json) -> list[Json]:
        chosen: list[CallRecord] = list(self._world.calls)
        since, method = int(args.get("since", 0)), str(args.get("method", "")).lower()
        if args.get("refused"):
            chosen = [record for record in chosen if not record.ok]
        return [
            {
                **{f.name: getattr(record, f.name) for f in dataclasses.fields(record)},
                "params": {name: str(value)[:500] for name, value in record.params.items()},
                "result": None,
            }
            for record in chosen
            if record.number > since and (not method or record.method.lower() == method)
        ]

    async def _stats(self, _: list[str], __: Json) -> Json:
        world, pacer = self._world, self._world.pacer
        return {
            "calls": world.calls.total,
            "in_progress": world.calls.in_progress,
            "refused_429": pacer.refused,
            "peak_overall": pacer.peak_overall,
            "peak_chat": pacer.peak_chat,
            "peak_group_minute": pacer.peak_group_minute,
            "faults_struck": world.faults.struck,
            "updates": sum(bot.updates.pushed for bot in world.state.bots),
            "updates_pending": world.updates_pending(),
            "token": world.token,
            "username": world.bot.username,
        }

    async def _clock(self, _: list[str], args: Json) -> Json:
        if args.get("now"):
            moment = datetime.fromisoformat(args["now"])
            self._world.clock.set(moment, running=bool(args.get("running")))
        else:
            self._world.clock.reset()
        return {"now": self._world.clock.now().isoformat()}

    async def _latency(self, _: list[str], args: Json) -> Json:
        self._world.set_latency({name: float(value) for name, value in args.items()})
        return self._world.state.latency

    async def _limits(self, _: list[str], args: Json) -> Json:
        limits = Limits(**args) if args else NO_LIMITS
        self._world.pacer.limits = limits
        return dataclasses.asdict(limits)

    async def _faults(self, rest: list[str], args: Json) -> Json:
        if rest == ["clear"]:
            self._world.faults.clear()
        else:
            self._world.faults.order(Fault(**args))
        return {"ordered": len(self._world.faults)}

    async def _redeliver(self, _: list[str], args: Json) -> Json:
        return {"redelivered": self._world.redeliver(int(args.get("count", 1)))}

    async def _file(self, rest: list[str], _: Json) -> web.Response:
        file = self._world.state.files.any_bot(rest[0]) if rest else None
        if file is None:
            raise SandboxError("no such file")
        # Whatever a bot or a person sent must not run as a page of this server.
        shown = file.mime if file.mime in _SHOWN else "application/octet-stream"
        headers = {"X-Content-Type-Options": "nosniff"}
        return web.Response(body=file.data, content_type=shown, headers=headers)
