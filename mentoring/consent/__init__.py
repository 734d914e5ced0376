"""Consents: who has to give them, what they say, what follows when they are given or withdrawn."""
