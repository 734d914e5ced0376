"""Names on buttons, and the order they come in."""

from core.ordering import natural
from handlers.kit.labels import HALF, WHOLE, shortened

SCHOOL = "МБОУ «Средняя общеобразовательная школа № {} имени Героя Советского Союза»"


def test_a_number_that_tells_schools_apart_stays() -> None:
    labels = [shortened(SCHOOL.format(number), WHOLE) for number in range(1, 13)]
    assert labels[1] == "МБОУ «Средняя… № 2"
    assert len(set(labels)) == len(labels)
    for name in (SCHOOL.format(12), "Школа № 12-а", "№ 123456789012345678901234567890 и ещё"):
        for limit in (HALF, WHOLE):
            assert len(shortened(name, limit)) <= limit
    assert (
        shortened("Лицей № 3 с углублённым изучением языков", WHOLE) == "Лицей № 3 с углублённым…"
    )


def test_names_stand_in_the_order_of_their_numbers() -> None:
    names = ["Школа № 11", "Школа № 2", "школа № 1", "Лицей"]
    assert sorted(names, key=natural) == ["Лицей", "школа № 1", "Школа № 2", "Школа № 11"]
