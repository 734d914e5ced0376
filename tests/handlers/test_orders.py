from datetime import date

import pytest

from handlers.kit.orders import parse_order

TODAY = date(2026, 9, 14)
FIFTH = date(2026, 9, 5)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("12-о от 05.09.2026", ("12-о", FIFTH)),
        ("№ 12 от 5 сентября", ("12", FIFTH)),
        ("№12/1 от 5 сентября 2026 г.", ("12/1", FIFTH)),
        ("12, 05.09", ("12", FIFTH)),
        ("N 7 of 2026-09-05", ("7", FIFTH)),
        ("№ 12-о", ("12-о", TODAY)),
        ("12 от 31.06.2026", None),
        ("05.09.2026", None),
        ("приказ подписан", None),
        ("подписано", None),
        ("да, 05.09", None),
        ("б/н от 05.09.2026", ("б/н", FIFTH)),
        ("", None),
    ],
)
def test_orders(text: str, order: tuple[str, date] | None) -> None:
    assert parse_order(text, today=TODAY, language="ru") == order
