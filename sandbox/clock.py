"""The civil clock that message dates are taken from. Limits and time-outs never use it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class CivilClock:
    """Real UTC time until it is set; then it stands still, or runs on from there."""

    def __init__(self) -> None:
        self._frozen: datetime | None = None
        self._shift = timedelta(0)

    def now(self) -> datetime:
        """The civil time, always aware and in UTC."""
        return self._frozen if self._frozen is not None else datetime.now(UTC) + self._shift

    def timestamp(self) -> int:
        """The civil time as Telegram writes it: whole Unix seconds."""
        return int(self.now().timestamp())

    def set(self, moment: datetime, *, running: bool = False) -> None:
        """Make it ``moment`` (aware). It stands still unless ``running``.

        Raises ValueError for a naive moment.
        """
        if moment.tzinfo is None:
            raise ValueError("the clock takes an aware datetime")
        moment = moment.astimezone(UTC)
        if running:
            self._frozen, self._shift = None, moment - datetime.now(UTC)
        else:
            self._frozen, self._shift = moment, timedelta(0)

    def reset(self) -> None:
        """Back to real time."""
        self._frozen, self._shift = None, timedelta(0)
