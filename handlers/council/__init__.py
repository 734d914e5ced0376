"""The methodical council: what curators pass to it, and what it answers."""
