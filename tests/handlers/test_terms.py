from datetime import date

import pytest

from core.translator import Translator
from handlers.roadmaps.wording import deadline_words
from mentoring.roadmaps.deadlines import YearContext, read_deadline


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "до 20 октября 2026 г.; до 25 марта 2027 г.",
            "до 20 октября 2026; до 25 марта 2027",
        ),
        ("ноябрь 2026 г.; октябрь 2027 г.", "ноябрь 2026; октябрь 2027"),
        ("сентябрь 2026, декабрь 2026, май 2027", "сентябрь 2026; декабрь 2026; май 2027"),
        (
            "ежемесячно до 25 числа с сентября 2026 по май 2027 г.",
            "каждый месяц, сначала до 25 сентября 2026, потом ещё 8 раз",
        ),
    ],
)
def test_few_terms_are_named_one_by_one(translator: Translator, text: str, said: str) -> None:
    deadline = read_deadline(text, context=YearContext(today=date(2026, 9, 1)))
    assert deadline_words(translator.to("ru"), deadline) == said
