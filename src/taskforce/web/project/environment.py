"""Read the settings of this machine from environment variables, and stop at a wrong value."""

from __future__ import annotations

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

# A plus and 32 letters have to fit before the @, where 64 letters are allowed.
_MAIL_ADDRESS = re.compile(r"[\w.-]{1,30}@[\w.-]+\.[A-Za-z]{2,}", re.ASCII)
_YES, _NO = {"1", "true", "yes", "on"}, {"0", "false", "no", "off"}


def text(name: str, default: str) -> str:
    """The value as it stands."""
    return os.environ.get(name, "").strip() or default


def path(name: str, default: str) -> Path:
    """A folder or file, made absolute so that it means the same wherever work is done."""
    return Path(text(name, default)).expanduser().absolute()


def flag(name: str, *, default: bool) -> bool:
    """Yes or no."""
    value = text(name, "yes" if default else "no").lower()
    if value in _YES | _NO:
        return value in _YES
    raise _wrong(name, value, "Write yes or no.")


def number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number that is not below the least one allowed."""
    value = text(name, str(default))
    if value.isdecimal() and int(value) >= least:
        return int(value)
    raise _wrong(name, value, f"Write a whole number of at least {least}.")


def choice(name: str, default: str, *, among: tuple[str, ...]) -> str:
    """One of a few words."""
    value = text(name, default)
    if value in among:
        return value
    raise _wrong(name, value, f"Write one of: {', '.join(among)}.")


def words(name: str, default: tuple[str, ...] = ()) -> list[str]:
    """A list with commas between."""
    return [part.strip() for part in text(name, ",".join(default)).split(",") if part.strip()]


def mail_address(name: str) -> str:
    """A mail address to which a plus and a secret can be added, or nothing."""
    value = text(name, "")
    if value and not _MAIL_ADDRESS.fullmatch(value):
        raise _wrong(name, value, "Write a mail address without a plus: dialog@svar.example.dk.")
    return value


def required(name: str, why: str) -> str:
    """A value without which the web must not start."""
    value = text(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. {why}")
    return value


def _wrong(name: str, value: str, remedy: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f'{name} is "{value}", which cannot be used. {remedy}')
