"""The address that answers one mail: a secret in it says which message, and for whom."""

from __future__ import annotations

import hashlib
import re
import secrets

from django.conf import settings

_BYTES = 16
# In small letters, because mail servers may change the case of what stands before the @.
_TOKEN = re.compile(r"\+([0-9a-f]{32})@")


def new_token() -> str:
    """A secret that nobody can guess: 128 random bits."""
    return secrets.token_hex(_BYTES)


def fingerprint(token: str) -> str:
    """All that is kept of a secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def reply_address(token: str) -> str:
    """Where an answer goes; "" where this site takes no mails in."""
    name, _at, domain = settings.REPLY_ADDRESS.partition("@")
    return f"{name}+{token}@{domain}" if domain else ""


def tokens_in(address: str) -> list[str]:
    """The secrets in the addresses of a mail, in their order."""
    return list(dict.fromkeys(_TOKEN.findall(address.lower())))
