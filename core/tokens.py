"""Random names for what people see in links."""

import secrets

_TOKEN_BYTES = 16
_CODE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_token() -> str:
    """22 characters of A-Za-z0-9_-, fit for a start payload (64 at most), not to be guessed."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def new_code() -> str:
    """Six characters that can be read out over the phone: names one failure in the log."""
    return "".join(secrets.choice(_CODE_ALPHABET) for _ in range(6))
