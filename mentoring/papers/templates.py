"""Templates of papers: .docx files with fields in double braces, which an operator may edit.

They are data of somebody else: filled in a sandbox, which lets a template look at what it is given
and do nothing.
"""

import io
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from documents.paper import cleaned

DIRECTORY = Path(__file__).resolve().parent.parent.parent / "papers"
_DEFAULT = "ru"


class PaperError(Exception):
    """A template that cannot be filled; the message names the file and what is wrong in it."""


_folders: list[Path] = [DIRECTORY]


def use(folder: Path | None) -> None:
    """Take templates from this folder first; what it lacks comes from the shipped ones.

    Raises PaperError when it is no folder, or a file in it is not one of the papers.
    """
    if folder is None:
        _folders[:] = [DIRECTORY]
        return
    if not folder.is_dir():
        raise PaperError(f"{folder} is no folder")
    known = {path.name for path in DIRECTORY.glob("*.docx")}
    for path in sorted(folder.glob("*.docx")):
        if path.name not in known:
            raise PaperError(f"{path.name} is none of the papers: {', '.join(sorted(known))}")
    _folders[:] = [folder, DIRECTORY]


def path_of(name: str, language: str) -> Path:
    """Where a paper's template lies, the operator's own before the shipped one."""
    for tongue in dict.fromkeys((language, _DEFAULT)):
        for folder in _folders:
            path = folder / f"{name}.{tongue}.docx"
            if path.is_file():
                return path
    raise PaperError(f"there is no template {name}")


def filled(name: str, language: str, context: dict[str, Any]) -> bytes:
    """The .docx of a paper. Takes a moment: for a thread. Raises PaperError."""
    path = path_of(name, language)
    # Escapes what it puts in: names are no markup. What a template misspells is an error, not a
    # blank in an order.
    rules = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        template = DocxTemplate(path)
        template.render(_clean(context), jinja_env=rules)
        written = io.BytesIO()
        template.save(written)
    # What a broken archive raises is not one kind of error.
    except (TemplateError, BadZipFile, SyntaxError, ValueError, KeyError, OSError) as error:
        raise PaperError(f"{path.name}: {error}") from error
    return written.getvalue()


def _clean(value: Any) -> Any:
    """Without the control characters that a document cannot hold."""
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, dict):
        return {key: _clean(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value
