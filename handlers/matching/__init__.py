"""Choosing mentors for mentees: what was proposed, why, and the curator's decision."""
