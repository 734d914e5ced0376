"""A calendar to choose a day from: Monday first, in the reader's language, within bounds."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.kbd import Calendar, CalendarScope
from aiogram_dialog.widgets.kbd.calendar_kbd import (
    CALLBACK_NEXT_MONTH,
    CALLBACK_NEXT_YEAR,
    CALLBACK_PREFIX_MONTH,
    CALLBACK_PREV_MONTH,
    CALLBACK_PREV_YEAR,
    CALLBACK_SCOPE_MONTHS,
    CalendarConfig,
    date_from_raw,
    raw_from_date,
)
from babel.dates import format_date, get_day_names, get_month_names

from handlers.kit.labels import capital
from handlers.kit.turn import remark, unit_of, words_of

Bounds = tuple[date, date]
OnDay = Callable[[DialogManager, date], Awaitable[None]]

_WEEK = 7
# What stands where there is no day, and what a press on it sends.
_BLANK, _NOTHING = "·", "none"
# A year either side of now, and one more ahead for plans of the next school year.
_DAYS_BACK, _DAYS_AHEAD = 366, 2 * 366


def usual_bounds(manager: DialogManager) -> Bounds:
    """From a year ago to two years ahead."""
    today = unit_of(manager).today()
    return today - timedelta(days=_DAYS_BACK), today + timedelta(days=_DAYS_AHEAD)


class DayCalendar(Calendar):
    """Months as a grid of days, a year as its months. The first month shown is today's.

    `bounds` gives the first and last day that can be chosen; a forged press beyond them changes
    nothing. The day and the months around it can also be typed where the window takes text.
    """

    def __init__(
        self,
        id: str,  # noqa: A002
        on_day: OnDay,
        *,
        bounds: Callable[[DialogManager], Bounds] = usual_bounds,
        when: Any = None,
    ) -> None:
        super().__init__(id=id, config=CalendarConfig(), when=when)
        self._on_day = on_day
        self._bounds = bounds

    async def _render_keyboard(self, data: Any, manager: DialogManager) -> RawKeyboard:
        first, last = self._bounds(manager)
        shown = self._shown(manager, first, last)
        self.set_offset(shown, manager)
        if self.get_scope(manager) is CalendarScope.MONTHS:
            return self._year(manager, shown.year, first, last)
        return self._month(manager, shown, first, last)

    def _shown(self, manager: DialogManager, first: date, last: date) -> date:
        """The first day of the month to be shown."""
        offset = self.get_offset(manager) or unit_of(manager).today()
        return min(max(offset, first), last).replace(day=1)

    def _button(self, text: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(data))

    def _month(self, manager: DialogManager, shown: date, first: date, last: date) -> RawKeyboard:
        language = words_of(manager).language
        names = get_day_names("short", context="stand-alone", locale=language)
        rows: RawKeyboard = [
            [self._button(_name(shown, "LLLL y", language), CALLBACK_SCOPE_MONTHS)],
            [self._button(capital(names[day]), _NOTHING) for day in range(_WEEK)],
        ]
        day, today = shown - timedelta(days=shown.weekday()), unit_of(manager).today()
        while day < _later(shown):
            week = [day + timedelta(days=number) for number in range(_WEEK)]
            rows.append([self._day(each, shown, today, first, last) for each in week])
            day += timedelta(days=_WEEK)
        earlier, later = shown - timedelta(days=1), _later(shown)
        rows.append(
            [
                self._back(
                    _name(earlier, "LLLL", language), CALLBACK_PREV_MONTH, possible=earlier >= first
                ),
                self._on(
                    _name(later, "LLLL", language), CALLBACK_NEXT_MONTH, possible=later <= last
                ),
            ]
        )
        return rows

    def _day(
        self, day: date, shown: date, today: date, first: date, last: date
    ) -> InlineKeyboardButton:
        if day.month != shown.month or not first <= day <= last:
            return self._button(_BLANK, _NOTHING)
        text = f"[{day.day}]" if day == today else str(day.day)
        return self._button(text, str(raw_from_date(day)))

    def _back(self, name: str, data: str, *, possible: bool) -> InlineKeyboardButton:
        return self._button(f"‹ {name}", data) if possible else self._button(_BLANK, _NOTHING)

    def _on(self, name: str, data: str, *, possible: bool) -> InlineKeyboardButton:
        return self._button(f"{name} ›", data) if possible else self._button(_BLANK, _NOTHING)

    def _year(self, manager: DialogManager, year: int, first: date, last: date) -> RawKeyboard:
        language = words_of(manager).language
        names = get_month_names("wide", context="stand-alone", locale=language)

        def month(number: int) -> InlineKeyboardButton:
            begins = date(year, number, 1)
            if _later(begins) <= first or begins > last:
                return self._button(_BLANK, _NOTHING)
            return self._button(capital(names[number]), f"{CALLBACK_PREFIX_MONTH}{number}")

        rows: RawKeyboard = [
            [month(row + number) for number in range(3)] for row in range(1, 13, 3)
        ]
        before, after = date(year - 1, 12, 31), date(year + 1, 1, 1)
        rows.append(
            [
                self._back(str(before.year), CALLBACK_PREV_YEAR, possible=before >= first),
                self._on(str(after.year), CALLBACK_NEXT_YEAR, possible=after <= last),
            ]
        )
        return rows

    async def _process_item_callback(
        self,
        callback: CallbackQuery,
        data: str,
        dialog: DialogProtocol,
        manager: DialogManager,
    ) -> bool:
        first, last = self._bounds(manager)
        shown = self._shown(manager, first, last)
        if data == CALLBACK_SCOPE_MONTHS:
            self.set_scope(CalendarScope.MONTHS, manager)
        elif data in _STEPS:
            self.set_offset(_STEPS[data](shown), manager)
        elif data in _MONTHS:
            month = _MONTHS[data]
            self.set_offset(shown.replace(month=month), manager)
            self.set_scope(CalendarScope.DAYS, manager)
        else:
            day = _day_of(data)
            if day is not None and first <= day <= last:
                await self._on_day(manager, day)
            else:
                remark(manager, "calendar-no-day")
        return True


def _later(shown: date) -> date:
    """The first day of the month after."""
    return (shown.replace(day=1) + timedelta(days=32)).replace(day=1)


def _day_of(data: str) -> date | None:
    """The day a button stands for; None for a blank one, or for what no button sends."""
    try:
        return date_from_raw(int(data))
    except (ValueError, OverflowError):
        return None


def _name(day: date, pattern: str, language: str) -> str:
    return capital(format_date(day, pattern, locale=language))


_MONTHS = {f"{CALLBACK_PREFIX_MONTH}{number}": number for number in range(1, 13)}
_STEPS: dict[str, Callable[[date], date]] = {
    CALLBACK_PREV_MONTH: lambda shown: (shown - timedelta(days=1)).replace(day=1),
    CALLBACK_NEXT_MONTH: _later,
    CALLBACK_PREV_YEAR: lambda shown: shown.replace(year=shown.year - 1),
    CALLBACK_NEXT_YEAR: lambda shown: shown.replace(year=shown.year + 1),
}
