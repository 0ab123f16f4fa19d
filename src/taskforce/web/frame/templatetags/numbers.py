"""Write numbers, shares, speeds and days the way a reader of the page's language expects."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django import template
from django.utils import formats, translation
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext

register = template.Library()

_KBPS_PER_MBPS = 1000
_METRES_PER_KM = 1000
_SHORT_M = 10
_HARD_SPACE = "\u00a0"
_SMALL_SHARE = 0.01


@register.filter
def number(value: float | None, decimals: int = 0) -> str:
    """A number with the language's own thousands and decimal signs; unknown is said as such."""
    if value is None:
        return gettext("unknown")
    # Rounded here, because Django's own formatting would cut the digits off.
    rounded = Decimal(f"{value:.{decimals}f}")
    return formats.number_format(rounded, decimals, use_l10n=True, force_grouping=True)


@register.filter
def percent(share: float | None) -> str:
    """A share as per cent: one decimal, and two near 0 and 100, where the rest group is."""
    if share is None:
        return gettext("unknown")
    whole = round(share * 100, 6).is_integer()
    near_an_end = min(abs(share), abs(1 - share)) < _SMALL_SHARE
    text = number(share * 100, 0 if whole else 2 if near_an_end else 1)
    return f"{text}{_HARD_SPACE}%" if _danish() else f"{text}%"


@register.filter
def signed(value: int | None) -> str:
    """A difference with its sign, minus as a real minus sign."""
    if value is None:
        return gettext("unknown")
    text = number(abs(value))
    return f"+{text}" if value > 0 else f"\u2212{text}" if value < 0 else text


@register.filter
def mbps(kbps: int | None) -> str:
    """A speed in megabit per second."""
    if kbps is None:
        return gettext("unknown")
    speed = kbps / _KBPS_PER_MBPS
    decimals = 0 if speed == int(speed) else 1
    return f"{number(speed, decimals)}{_HARD_SPACE}Mbit/s"


@register.filter
def distance(metres: float | None) -> str:
    """A distance in metres below a kilometre, otherwise in kilometres."""
    if metres is None:
        return gettext("unknown")
    if metres < _SHORT_M:
        return gettext("under %(metres)s m") % {"metres": _SHORT_M}
    if metres < _METRES_PER_KM:
        return f"{number(round(metres, -1))}{_HARD_SPACE}m"
    return f"{number(metres / _METRES_PER_KM, 1)}{_HARD_SPACE}km"


@register.filter
def size(octets: int) -> str:
    """The size of a file."""
    if octets < 1_000_000:
        return f"{number(max(1, round(octets / 1000)))}{_HARD_SPACE}kB"
    return f"{number(octets / 1_000_000, 1)}{_HARD_SPACE}MB"


@register.filter
def day(value: date) -> str:
    """A day with the month in words."""
    return format_date(value, "j. F Y" if _danish() else "j F Y")


def day_of(told: str) -> str:
    """The day of a source; a word that is no day stays as it is."""
    try:
        return day(date.fromisoformat(told))
    except ValueError:
        return told


def _danish() -> bool:
    return (translation.get_language() or "da").startswith("da")
