"""The stages of a programme, through the chat."""

from examples.stage import Stage
from tests.e2e.municipality import found
from tests.e2e.test_pairs import press, send


async def test_a_curator_sees_what_is_missing_and_who(stage: Stage) -> None:
    town = await found(stage, "Управление", ["Школа № 5"])
    curator = town.schools[0].curators[0]
    await press(stage, curator, "Люди", "Программы", "Новая программа", 0, 0, "Этапы")
    assert "▸ 1. Подготовка условий" in curator.screen
    assert "Для следующего этапа всё готово" in curator.screen
    await press(stage, curator, "Этап пройден", "Без запроса: 1")
    assert town.schools[0].mentees[0].name in curator.screen
    await press(stage, curator, "Назад", "Изменить этапы", 3, "Поставить срок")
    await send(stage, curator, "15 октября")
    await press(stage, curator, "Новый этап после этого")
    await send(stage, curator, "Выездная школа")
    await press(stage, curator, "Что проверять", "Пары без анкеты")
    assert "✓ Пары без анкеты" in curator.buttons()
    await press(stage, curator, "Готово", "Раньше")
    assert "4. Выездная школа\nЭтап 4 из 8. Проверяет 1 условие." in curator.screen
    await press(stage, curator, "Назад", "Банк наставников", "Убрать этап", "Да, убрать")
    await press(stage, curator, "Ритм встреч")
    await send(stage, curator, "7")
    await press(stage, curator, "Назад")
    assert "3. Выездная школа\n4. Отбор и обучение, до 15 октября" in curator.screen
    assert "раза в 7 дн." in curator.screen
