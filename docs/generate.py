"""Write the pages that are made from the code: `make docs`."""

from collections.abc import Iterator
from pathlib import Path

from mentoring import areas
from mentoring.access import REGISTRY, Target, anywhere, oneself
from mentoring.roles import GRANTS, OWN_ONLY, Permission, Role

DOCS = Path(__file__).resolve().parent


def rights() -> str:
    """docs/rights.md: who may do what, from the declared permissions."""
    areas.load()
    return "\n".join([*_head(), *_permissions(), "", *_use_cases(), ""])


def _head() -> list[str]:
    return [
        "# Rights",
        "",
        "Made by `make docs` from `mentoring/roles.py` and the use cases; do not edit by hand.",
        "",
        "A role holds in one organisation and reaches what lies below it, except for what is the",
        "business of each organisation itself (own organisation). What does not exist and",
        "what is out of reach are refused in the same words.",
        "",
    ]


def _permissions() -> Iterator[str]:
    yield "| permission | " + " | ".join(Role) + " |"
    yield "| --- |" + " :-: |" * len(Role)
    for permission in sorted(Permission):
        marks = ["yes" if permission in GRANTS[role] else "" for role in Role]
        yield f"| {permission} | " + " | ".join(marks) + " |"


WITHIN: dict[Target, str] = {anywhere: "anywhere", oneself: "own rows"}
MARKS: dict[Target, str] = {anywhere: "+ + +", oneself: "o - -"}


def _use_cases() -> Iterator[str]:
    yield "Each use case for each role: at home / in another branch / in another organisation."
    yield "`+` is allowed, `o` for one's own rows only, `-` refused; an empty cell is `- - -`."
    yield "For who sits above, what lies below is home, unless it is within the own organisation."
    yield ""
    yield "| use case | permission | within | " + " | ".join(Role) + " |"
    yield "| --- | --- | --- |" + " :-: |" * len(Role)
    for name, case in sorted(REGISTRY.items()):
        reach = "own organisation" if case.permission in OWN_ONLY else "reach"
        within = WITHIN.get(case.target, reach)
        marks = MARKS.get(case.target, "+ - -")
        cells = [marks if case.permission in GRANTS[role] else "" for role in Role]
        yield f"| {name} | {case.permission} | {within} | " + " | ".join(cells) + " |"


def main() -> None:
    (DOCS / "rights.md").write_text(rights(), encoding="utf-8")


if __name__ == "__main__":
    main()
