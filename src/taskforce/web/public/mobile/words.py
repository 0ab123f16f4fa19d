"""Signals, days and sources of mobile coverage, written as the reader of the page expects."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language, gettext

from taskforce.prediction.terrain import TerrainMode
from taskforce.report.mobile.shown import ShownOverview
from taskforce.report.mobile.truths import Truth
from taskforce.vocabulary.text import Text
from taskforce.web.frame.templatetags.numbers import day, day_of, number


def in_language(text: Text) -> str:
    """A text in the language of the page."""
    return text.in_language(get_language() or "da")


def dbm(level: float | None, decimals: int = 1) -> str:
    """A level of the signal, with a real minus sign."""
    if level is None:
        return gettext("unknown")
    return f"{_signed(level, decimals)}\u00a0dBm"


def threshold(shown: ShownOverview) -> str:
    """The weakest signal that is enough."""
    whole = float(shown.threshold_dbm).is_integer()
    return dbm(shown.threshold_dbm, 0 if whole else 1)


def terrain(shown: ShownOverview) -> str:
    """What the prediction knew of the ground: "flat earth, no terrain"."""
    return in_language(TerrainMode(shown.terrain).label)


def source_of(shown: ShownOverview, truth: Truth) -> str:
    """Publisher and day of each thing that a truth was made from."""
    found = [f"{one.publisher}, {day_of(one.as_of)}" for one in shown.inputs_of(truth)]
    return "; ".join(dict.fromkeys(found))


def period(oldest: date | None, newest: date | None) -> str:
    """From when to when somebody measured."""
    if newest is None:
        return gettext("The measurements do not tell their time.")
    if oldest is None:
        return gettext("Measured until %(day)s.") % {"day": day(newest)}
    if oldest == newest:
        return gettext("Measured on %(day)s.") % {"day": day(newest)}
    told = {"oldest": day(oldest), "newest": day(newest)}
    return gettext("Measured from %(oldest)s to %(newest)s.") % told


def spread(shown: ShownOverview) -> str:
    """How far off a prediction usually is, and whether that was measured here."""
    measured = gettext("± %(db)s dB, measured in the region")
    usual = gettext("± %(db)s dB, what is usual for such calculations")
    return (measured if shown.calibrated else usual) % {"db": number(shown.spread_db, 1)}


def quantity(value: float) -> str:
    """A value of an assumption, with as many decimals as it needs."""
    decimals = 0 if float(value).is_integer() else 1 if abs(value) >= 1 else 2
    return _signed(value, decimals)


def _signed(value: float, decimals: int) -> str:
    return f"\u2212{number(-value, decimals)}" if value < 0 else number(value, decimals)
