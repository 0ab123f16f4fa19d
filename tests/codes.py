"""What an app for codes would show now."""

from __future__ import annotations

from allauth.mfa.totp.internal import auth


def code_for(secret: str) -> str:
    """The six digits of this half minute."""
    counter = next(iter(auth.yield_hotp_counters_from_time()))
    return auth.format_hotp_value(auth.hotp_value(secret, counter))
