"""A meeting told in one line: whom with, when, how long; never guessed."""
