"""Pairs: the curator makes them, watches them, ends them."""
