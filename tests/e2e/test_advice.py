"""An addressed recommendation and its answers, as both sides read them."""

from datetime import UTC, datetime

import pytest

from examples.stage import Stage
from tests.e2e.municipality import Municipality, found
from tests.e2e.test_closing import menu
from tests.e2e.test_roadmaps import press, send

LONG = "Провели собрание наставников и разобрали памятку. " * 12


@pytest.fixture
async def town(stage: Stage) -> Municipality:
    return await found(stage, "Управление", ["Школа № 5"])


async def test_an_answer_is_read_whole_replaced_aloud_and_added_to(
    stage: Stage, town: Municipality
) -> None:
    staff, curator = town.staff[0], town.schools[0].curators[0]
    await menu(stage, staff, "Сроки школ", "Мониторинг внедрения", "Школа № 5")
    await press(stage, staff, "Дать рекомендацию")
    await send(stage, staff, "Опубликуйте памятку для наставника")
    await send(stage, staff, "16 октября")
    await stage.go_to(datetime(2026, 9, 15, 7, 0, tzinfo=UTC))
    await press(stage, curator, "Открыть рекомендации", 0)
    await send(stage, curator, "Памятка опубликована")
    assert "Ответ записан" in curator.screen
    await send(stage, curator, LONG)
    assert "Прежний ответ заменён" in curator.screen
    await stage.go_to(datetime(2026, 9, 16, 7, 0, tzinfo=UTC))
    await press(stage, staff, "Открыть рекомендации", "1")
    assert LONG.strip() in staff.screen
    await press(stage, staff, "Попросить дополнить")
    await send(stage, staff, "Пришлите ссылку")
    await stage.go_to(datetime(2026, 9, 17, 7, 0, tzinfo=UTC))
    await press(stage, curator, "Открыть рекомендации", 0)
    await send(stage, curator, "Ссылка на главной странице")
    assert "Записано вслед за прежним ответом" in curator.screen
    assert f"{LONG.strip()}\nСсылка на главной странице" in curator.screen
