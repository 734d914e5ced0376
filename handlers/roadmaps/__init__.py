"""Roadmaps: sending one, checking it, keeping its terms; what a department sees of its schools."""
