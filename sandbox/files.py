"""Files, kept in memory. A file_id serves one bot only, as at Telegram."""

from __future__ import annotations

import hashlib
import mimetypes
import secrets
import struct
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sandbox.errors import bad_request

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024

_PREFIX = {
    "document": "BQACAgI", "photo": "AgACAgI", "voice": "AwACAgI", "video": "BAACAgI",
    "audio": "CQACAgI", "sticker": "CAACAgI", "animation": "CgACAgI", "video_note": "DQACAgI",
}  # fmt: skip
_UNKNOWN = "application/octet-stream"
_FOLDER = {"photo": "photos", "voice": "voice", "video": "videos", "audio": "music"}


@dataclass(slots=True)
class StoredFile:
    """A file as it was sent: ``data`` in bytes, ``duration`` in seconds, sizes in pixels."""

    kind: str
    name: str
    mime: str
    data: bytes
    unique_id: str
    width: int = 0
    height: int = 0
    duration: int = 0

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return len(self.data)


@dataclass(slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


class FileStore:
    """All files of this sandbox; equal contents are kept once."""

    def __init__(self) -> None:
        self._contents: dict[bytes, bytes] = {}
        self._by_id: dict[str, tuple[int, StoredFile]] = {}
        self._paths: dict[tuple[int, str], StoredFile] = {}
        self._path_of: dict[tuple[int, str], str] = {}

    def add(self, kind: str, name: str, mime: str, data: bytes, duration: int = 0) -> StoredFile:
        """Keep a file of one kind (document, photo, voice ...)."""
        digest = hashlib.sha256(data).digest()
        data = self._contents.setdefault(digest, data)
        if not mime or mime == _UNKNOWN:
            mime = mimetypes.guess_type(name)[0] or _UNKNOWN
        width, height = image_size(data) if kind in {"photo", "video", "sticker"} else (0, 0)
        return StoredFile(kind, name, mime, data, f"Ag{digest.hex()[:14]}", width, height, duration)

    def issue(self, owner: int, file: StoredFile) -> str:
        """A file_id for the bot ``owner``."""
        file_id = _PREFIX.get(file.kind, "BQACAgI") + secrets.token_urlsafe(36)
        self._by_id[file_id] = (owner, file)
        return file_id

    def find(self, owner: int, file_id: str) -> StoredFile | None:
        """The file of a file_id, None when it is unknown or another bot's."""
        found = self._by_id.get(file_id)
        return found[1] if found is not None and found[0] == owner else None

    def any_bot(self, file_id: str) -> StoredFile | None:
        """The file of a file_id, whoever's it is: for the people's side."""
        found = self._by_id.get(file_id)
        return found[1] if found is not None else None

    def get(self, owner: int, file_id: str) -> dict[str, Any]:
        """The answer of getFile. Raises ApiError for an unknown id and over 20 MB."""
        file = self.find(owner, file_id)
        if file is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if file.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        key = (owner, file_id)
        if key not in self._path_of:
            suffix = PurePath(file.name).suffix
            folder = _FOLDER.get(file.kind, "documents")
            path = f"{folder}/file_{len(self._path_of)}{suffix if suffix.isascii() else ''}"
            self._path_of[key] = path
            self._paths[(owner, path)] = file
        return {
            "file_id": file_id,
            "file_unique_id": file.unique_id,
            "file_size": file.size,
            "file_path": self._path_of[key],
        }

    def at_path(self, owner: int, path: str) -> StoredFile | None:
        """The file behind a download path of this bot."""
        return self._paths.get((owner, path))


def image_size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG; 0, 0 when it is neither."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:3] != b"\xff\xd8\xff":
        return 0, 0
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + size
    return 1, 1


def is_image(data: bytes) -> bool:
    """Whether Telegram would take it as a photo, told by its first bytes."""
    return data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"BM")) or (
        data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    )


def describe(file: StoredFile, file_id: str) -> Any:
    """The part of a message that Telegram shows for a file."""
    base: dict[str, Any] = {
        "file_id": file_id,
        "file_unique_id": file.unique_id,
        "file_size": file.size,
    }
    if file.kind == "photo":
        return [base | {"width": file.width or 1, "height": file.height or 1}]
    if file.kind != "voice":
        base["file_name"] = file.name
    base["mime_type"] = file.mime
    if file.kind in {"voice", "video", "audio"}:
        base["duration"] = file.duration
    if file.kind == "video":
        base |= {"width": file.width or 1, "height": file.height or 1}
    return base
