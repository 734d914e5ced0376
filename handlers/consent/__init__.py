"""Consents: one's own, those of one's children, and what a curator keeps of them."""
