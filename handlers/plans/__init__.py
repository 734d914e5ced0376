"""The personal programme of a pair."""
