"""Single cells of a plan: a day, a technology and a certainty, as offices write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from taskforce.siting.plan_list.promise import Sureness
from taskforce.siting.site_list.cells import NoNumber, number
from taskforce.vocabulary.places import plain
from taskforce.vocabulary.speed import HIGHEST_BELIEVABLE_KBPS, KBPS_PER_MBPS
from taskforce.vocabulary.technology import Technology

FIRST_YEAR, LAST_YEAR = 2010, 2100
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[-./](\d{4})")
_YEAR = re.compile(r"(?:ultimo )?(\d{4})")
# Quarter and half-year, in either order: "Q2 2027", "2027 Q2", "2. kvartal 2027", "2027 H1".
_PART = re.compile(r"([qkh]|kvartal|halvaar|quarter|half)")
_MONTHS_IN = {"q": 3, "k": 3, "kvartal": 3, "quarter": 3, "h": 6, "halvaar": 6, "half": 6}

_TECHNOLOGIES = {
    Technology.FIBRE: ("fiber", "fibre", "ftth", "fttp", "ftth/b", "gpon"),
    Technology.CABLE: ("kabel-tv", "kabel tv", "kabeltv", "kabel", "coax", "cable", "cable tv",
                       "docsis", "hfc"),
    Technology.XDSL: ("xdsl", "dsl", "vdsl", "adsl", "kobber", "copper"),
    Technology.FIXED_WIRELESS: ("fast traadloest", "fast traadloes", "fixed wireless", "fwa",
                                "5g fwa", "4g fwa", "wisp", "fixed_wireless"),
    Technology.MOBILE: ("mobil", "mobile", "mobilt bredbaand", "mobile broadband", "5g", "4g"),
    Technology.SATELLITE: ("satellit", "satellite"),
    Technology.OTHER: ("anden", "other", "andet"),
}  # fmt: skip
_SURENESS = {
    Sureness.DECIDED: ("besluttet", "decided", "vedtaget", "sikker", "firm", "under etablering"),
    Sureness.PLANNED: ("planlagt", "planned", "plan", "forventet", "expected"),
    Sureness.CONSIDERED: ("overvejes", "considered", "overvejelse", "muligt", "possible"),
}


def day_of(text: str) -> date | None:
    """The last day that a cell can mean: a year ends in December, a quarter with its last month.

    Parameters
    ----------
    text
        A day, a month, a quarter, a half-year or a year.

    Returns
    -------
    date or None
        None where it is no such thing, or lies before 2010 or after 2100.
    """
    words = plain(text.strip())
    found = _whole_day(words) or _month(words) or _part(words)
    return found if found and FIRST_YEAR <= found.year <= LAST_YEAR else None


def technology_of(text: str) -> Technology | None:
    """The technology that a word stands for, or None."""
    word = plain(text.strip())
    return next((one for one, names in _TECHNOLOGIES.items() if word in names), None)


def sureness_of(text: str) -> Sureness | None:
    """How sure a word says that it is, or None."""
    word = plain(text.strip())
    return next((one for one, names in _SURENESS.items() if word in names), None)


def kbps_of(text: str) -> int | None:
    """A speed in Mbit/s as kbit/s; None where it is no believable speed."""
    bare = re.sub(r"\s*(mbit/s|mbps|mbit)$", "", text.strip(), flags=re.IGNORECASE)
    try:
        mbps = number(bare, large=True)
    except NoNumber:
        return None
    kbps = round((mbps or 0) * KBPS_PER_MBPS)
    return kbps if 0 < kbps <= HIGHEST_BELIEVABLE_KBPS else None


def _whole_day(words: str) -> date | None:
    if match := _YEAR_FIRST.fullmatch(words):
        year, month, day = match.groups()
    elif match := _DAY_FIRST.fullmatch(words):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month(words: str) -> date | None:
    match = _MONTH.fullmatch(words)
    if not match:
        return None
    year, month = int(match[1] or match[4]), int(match[2] or match[3])
    return _end_of(year, month)


def _part(words: str) -> date | None:
    if match := _YEAR.fullmatch(words):
        return _end_of(int(match[1]), 12)
    kind, numbers = _PART.search(words), re.findall(r"\d+", words)
    if not kind or sorted(map(len, numbers)) != [1, 4]:
        return None
    year, part = max(map(int, numbers)), min(map(int, numbers))
    return _end_of(year, part * _MONTHS_IN[kind[1]])


def _end_of(year: int, month: int) -> date | None:
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    return date(year, month, monthrange(year, month)[1])
