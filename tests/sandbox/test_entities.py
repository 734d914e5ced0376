"""Lengths, the HTML parse mode and the entities found in typed text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import checked_link, found_in, parse_html, trimmed, utf16
from sandbox.errors import ApiError


def test_entities_are_measured_in_utf16() -> None:
    text, entities = parse_html("😀<b>жирно <i>и косо</i></b> &amp; <code>1&lt;2</code>")
    assert text == "😀жирно и косо & 1<2"
    assert entities == [
        {"type": "bold", "offset": 2, "length": 12},
        {"type": "italic", "offset": 8, "length": 6},
        {"type": "code", "offset": 17, "length": 3},
    ]


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ('<a href="https://a.ru/?a=1&amp;b=2">x</a>', {"url": "https://a.ru/?a=1&b=2"}),
        ("<a>a.ru</a>", {"url": "http://a.ru"}),
        ('<span class="tg-spoiler">x</span>', {"type": "spoiler"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        ('<pre><code class="language-python">x</code></pre>', {"type": "pre"}),
        ("<B>x</B>", {"type": "bold"}),
        ("<u>x</>", {"type": "underline"}),
        ('<tg-emoji emoji-id="5">👍</tg-emoji>', {"custom_emoji_id": "5"}),
    ],
)
def test_tags(source: str, entity: dict[str, str]) -> None:
    _, entities = parse_html(source)
    assert len(entities) == 1 and entities[0].items() >= entity.items()


def test_a_link_that_leads_nowhere_is_plain_text() -> None:
    assert parse_html('<a href="javascript:1">x</a>') == ("x", [])
    assert checked_link("a b.ru") is None and checked_link("http://[") is None


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("<b =1>x</b>", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<b c>x</b>", 'Expected equal sign in declaration of an attribute of the tag "b"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag"),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "invalid custom emoji identifier"),
    ],
)
def test_broken_markup(source: str, told: str) -> None:
    with pytest.raises(ApiError, match=re.escape(told)):
        parse_html(source)


def test_trimming_moves_entities() -> None:
    text, entities = parse_html("  <b> x </b>y  ")
    assert trimmed(text, entities) == ("x y", [{"type": "bold", "offset": 0, "length": 2}])


def test_typed_text_has_commands_links_and_mentions() -> None:
    found = found_in("/start@my_bot abc https://a.ru/x me@a.ru @anna 1/2")
    assert [(e["type"], e["offset"]) for e in found] == [
        ("bot_command", 0),
        ("url", 18),
        ("email", 33),
        ("mention", 41),
    ]


@given(st.text())
def test_utf16_agrees_with_the_encoding(text: str) -> None:
    assert utf16(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(alphabet="<>/&;=\"' abi#x1я😀-"))
def test_any_markup_is_parsed_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError as error:
        assert error.code == 400
    else:
        assert all(e["offset"] + e["length"] <= utf16(text) for e in entities)
