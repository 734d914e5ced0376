"""Where things are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
ROOMS = ("bot", "handlers", "scheduler", "mentoring", "documents", "db", "core", "sandbox")
