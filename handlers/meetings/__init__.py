"""Meetings: either side records them, both look back and give marks."""

# Actions under messages, with no dialog of their own that would bring them in.
from handlers.meetings import settling

__all__ = ["settling"]
