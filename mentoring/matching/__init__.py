"""Matching: which mentor for which request, and why."""
