"""Signs the title of a page, so that only our own words are made into pictures to share."""

from __future__ import annotations

from django.core.signing import BadSignature, Signer

_SIGNER = Signer(salt="taskforce.shared-title")


def signed(title: str) -> str:
    """The title with its signature."""
    return _SIGNER.sign(title)


def understood(text: str) -> str | None:
    """The title that was signed; None where somebody else wrote it."""
    try:
        return _SIGNER.unsign(text)
    except BadSignature:
        return None
