"""Announcements: one message to many people."""
