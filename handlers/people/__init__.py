"""Joining, organisations, participants."""
