"""A QR code as a picture."""

import io

import segno

_QUIET_MODULES = 4


def png(text: str, *, scale: int = 12) -> bytes:
    """A black and white .png; `scale` in pixels a module. A quarter of it may be spoilt."""
    written = io.BytesIO()
    segno.make_qr(text, error="q").save(written, kind="png", scale=scale, border=_QUIET_MODULES)
    return written.getvalue()
