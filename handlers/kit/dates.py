"""Days as people type them."""

from core.days import parse_day

__all__ = ["parse_day"]
