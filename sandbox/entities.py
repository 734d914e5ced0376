"""Text as Telegram measures and formats it: UTF-16 lengths, the HTML parse mode, entities.

The error texts are those of the public server's parser (tdlib/td, MessageEntity.cpp).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]

_KINDS = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
    "a": "text_link", "tg-emoji": "custom_emoji",
}  # fmt: skip
_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|lt|gt|amp|quot);?")
_END = re.compile(r"</([^\s>]*)\s*(>?)")
_START = re.compile(r"<([^\s>]*)")
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]*)\s*(?P<equal>=?)\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<token>[A-Za-z0-9.\-]*))"""
)
_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")
_LINK = re.compile(r"https?://[^\s<>\"]+")
_MENTION = re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}\b")
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+\.[\w.\-]*\w")


def utf16(text: str) -> int:
    """The length in UTF-16 code units, which all of Telegram's limits and offsets count in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cannot(what: str) -> ApiError:
    return bad_request(f"can't parse entities: {what}")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


class _HtmlParser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.length = 0
        self.stack: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        at = 0
        while (found := _SPECIAL.search(self.source, at)) is not None:
            self._emit(self.source[at : found.start()])
            if found[0] == "&":
                at = self._reference(found.start())
            elif self.source.startswith("</", found.start()):
                at = self._close(found.start())
            else:
                at = self._open(found.start())
        self._emit(self.source[at:])
        if self.stack:
            tag = self.stack[-1].tag
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.out), self.entities

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _emit(self, piece: str) -> None:
        if piece:
            self.out.append(piece)
            self.length += utf16(piece)

    def _reference(self, at: int) -> int:
        found = _REFERENCE.match(self.source, at)
        if found is None:
            self._emit("&")
            return at + 1
        self._emit(html.unescape(found[0] if found[0].endswith(";") else found[0] + ";"))
        return found.end()

    def _open(self, at: int) -> int:
        found = _START.match(self.source, at)
        tag = found[1].lower() if found else ""
        end = found.end() if found else len(self.source)
        if end >= len(self.source):
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(at)}")
        if tag not in _KINDS:
            raise _cannot(f'Unsupported start tag "{tag}" at byte offset {self._byte(at)}')
        attributes, end = self._attributes(tag, at, end)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}'
            )
        argument = attributes.get("href") or attributes.get("emoji-id") or ""
        if tag == "code" and attributes.get("class", "").startswith("language-"):
            argument = attributes["class"].removeprefix("language-")
        if tag == "blockquote" and "expandable" in attributes:
            argument = "expandable"
        self.stack.append(_Open(tag, argument, self.length, len(self.out)))
        return end

    def _attributes(self, tag: str, at: int, end: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            rest = self.source[end:].lstrip()
            end = len(self.source) - len(rest)
            if rest.startswith(">"):
                return attributes, end + 1
            found = _ATTRIBUTE.match(self.source, end)
            if not rest or found is None:
                raise _cannot(f"Unclosed start tag at byte offset {self._byte(at)}")
            where = f'the tag "{tag}" at byte offset {self._byte(at)}'
            if not found["name"]:
                raise _cannot(f"Empty attribute name in {where}")
            value = found["double"] or found["single"] or found["token"] or ""
            if not found["equal"] and not (tag == "blockquote" and found["name"] == "expandable"):
                raise _cannot(f"Expected equal sign in declaration of an attribute of {where}")
            attributes[found["name"].lower()] = html.unescape(value)
            end = found.end() if found["equal"] else found.start("name") + len(found["name"])
            if self.source[end : end + 1] in {'"', "'"}:
                raise _cannot(f"Unclosed start tag at byte offset {self._byte(at)}")

    def _close(self, at: int) -> int:
        if not self.stack:
            raise _cannot(f"Unexpected end tag at byte offset {self._byte(at)}")
        found = _END.match(self.source, at)
        if found is None or not found[2]:
            raise _cannot(f"Unclosed end tag at byte offset {self._byte(at)}")
        opened = self.stack[-1]
        name = found[1].lower()
        if name and name != opened.tag:
            raise _cannot(
                f"Unmatched end tag at byte offset {self._byte(at)},"
                f' expected "</{opened.tag}>", found "</{name}>"'
            )
        self.stack.pop()
        if self.length > opened.offset:
            self._add(opened)
        return found.end()

    def _add(self, opened: _Open) -> None:
        entity: Entity = {
            "type": _KINDS[opened.tag],
            "offset": opened.offset,
            "length": self.length - opened.offset,
        }
        last = self.entities[-1] if self.entities else None
        if opened.tag == "a":
            url = opened.argument or "".join(self.out[opened.start :])
            if url.startswith("tg://user?id="):
                entity["url"] = url
            elif (checked := checked_link(url)) is None:
                return
            else:
                entity["url"] = checked
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdigit():
                raise bad_request("invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "pre" and last is not None and last["type"] == "code":
            if (last["offset"], last["length"]) == (entity["offset"], entity["length"]):
                last["type"] = "pre"
                return
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        self.entities.append(entity)


def checked_link(url: str) -> str | None:
    """The link as Telegram would keep it, None when it would refuse it."""
    if any(char.isspace() for char in url):
        return None
    if "://" not in url:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme in {"tg", "ton"}:
        return url
    if parts.scheme not in {"http", "https"} or not host:
        return None
    return url if "." in host.strip(".") else None


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The visible text and its entities. Raises ApiError (400) as Telegram's parser does."""
    if "<" not in source and "&" not in source:
        return source, []
    text, entities = _HtmlParser(source).parse()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the white space around it, which Telegram removes; entities follow."""
    body = text.rstrip()
    lead = len(body) - len(body.lstrip())
    if not lead and len(body) == len(text):
        return text, entities
    shift, body = utf16(body[:lead]), body[lead:]
    size, kept = utf16(body), []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        end = min(size, entity["offset"] + entity["length"] - shift)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return body, kept


def found_in(text: str) -> list[Entity]:
    """The entities Telegram finds by itself in what a person typed."""
    found: list[Entity] = []
    for kind, pattern in (
        ("bot_command", _COMMAND),
        ("url", _LINK),
        ("email", _EMAIL),
        ("mention", _MENTION),
    ):
        found += [
            {"type": kind, "offset": utf16(text[: hit.start()]), "length": utf16(hit[0])}
            for hit in pattern.finditer(text)
        ]
    return sorted(found, key=lambda entity: int(entity["offset"]))
