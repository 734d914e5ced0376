"""`make screens`: every window and every message on one page, as wide as a phone.

The page needs nothing from outside; it is made to be looked at, in both languages side by side.
"""

import asyncio
from html import escape
from pathlib import Path

from tests.guards.test_words import messages
from tests.guards.windows import FLAVOURS, TRANSLATOR, Flavour, Rendered, render, value, windows
from tests.paths import ROOT

PAGE = ROOT / "build" / "screens.html"
SHOWN = [flavour for flavour in FLAVOURS if flavour.name in {"usual", "long"}]
STYLE = """
body { font: 15px/1.35 system-ui, sans-serif; background: #dfe6ec; margin: 16px; }
h2 { font-size: 15px; margin: 24px 0 6px; }
section { display: grid; grid-template-columns: repeat(auto-fill, 320px); gap: 16px; }
.phone { width: 320px; }
.text { background: #fff; border-radius: 12px; padding: 8px 10px; white-space: pre-wrap;
        overflow-wrap: anywhere; max-height: 480px; overflow: hidden; }
.row { display: flex; gap: 4px; margin-top: 4px; }
.row span { flex: 1; background: #8aa5bd; color: #fff; border-radius: 8px; padding: 7px 4px;
            text-align: center; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
small { color: #567; }
"""


def phone(shown: Rendered) -> str:
    rows = "".join(
        "<div class=row>" + "".join(f"<span>{escape(b.text)}</span>" for b in row) + "</div>"
        for row in shown.keyboard
    )
    name = f"<small>{shown.language}, {shown.flavour}</small>"
    return f"<div class=phone>{name}<div class=text>{shown.text.strip()}</div>{rows}</div>"


def said(key: str, language: str, flavour: Flavour) -> str:
    words = TRANSLATOR.to(language)
    names = messages(language)[key]
    text = words(key, **{name: value(name, key, flavour) for name in names})
    return f"<div class=phone><small>{key}, {language}</small><div class=text>{text}</div></div>"


async def sheet() -> str:
    parts = [f"<!doctype html><meta charset=utf-8><title>Screens</title><style>{STYLE}</style>"]
    for window in windows():
        phones = [
            phone(await render(window, language, flavour))
            for flavour in SHOWN
            for language in ("ru", "en")
        ]
        state = escape(str(window.get_state().state))
        parts.append(f"<h2>{state}</h2><section>{''.join(phones)}</section>")
    every = [said(key, lang, SHOWN[0]) for key in messages("ru") for lang in ("ru", "en")]
    parts.append(f"<h2>Messages</h2><section>{''.join(every)}</section>")
    return "\n".join(parts)


def main(page: Path = PAGE) -> None:
    page.parent.mkdir(exist_ok=True)
    page.write_text(asyncio.run(sheet()), encoding="utf-8")


if __name__ == "__main__":
    main()
