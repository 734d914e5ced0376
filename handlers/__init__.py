"""Conversations: read what the person did, call mentoring, show the answer."""
