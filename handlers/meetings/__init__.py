"""Meetings: a mentor records them, both sides look back and give marks."""
