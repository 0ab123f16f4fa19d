"""An explained signal as a page and a paper tell it: words and figures, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from taskforce.prediction.budget import total
from taskforce.prediction.explanation import Explained
from taskforce.prediction.explanation_words import in_the_way, notes, verdict
from taskforce.report.ranking.grounds import assumptions_of_prediction
from taskforce.report.signal.profile_table import ProfileRow, profile_rows
from taskforce.vocabulary.signal import Tier
from taskforce.vocabulary.text import Text
from taskforce.web.frame.templatetags.numbers import day, number
from taskforce.web.sites.queries.signal import Signal

TONES = {Tier.LIKELY: "good", Tier.UNCERTAIN: "amber", Tier.UNLIKELY: "red"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: what, how much, and a word on it."""

    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class ToldSignal:
    """Everything that is said of a signal, in the language of the page."""

    found: Explained
    verdict: str
    in_the_way: str
    notes: tuple[str, ...]
    tone: str
    terrain: str
    distance_km: str
    terms: tuple[Line, ...]
    sum: str
    bands: tuple[Line, ...]
    uses: tuple[Line, ...]
    profile: tuple[ProfileRow, ...]
    assumptions: tuple[Line, ...]
    sources: tuple[str, ...]


def told(signal: Signal) -> ToldSignal | None:
    """The signal in words; None where it could not be explained."""
    found = signal.found
    if found is None:
        return None
    return ToldSignal(
        found=found,
        verdict=said(verdict(found)),
        in_the_way=said(in_the_way(found)),
        notes=tuple(said(one) for one in notes(found)),
        tone=TONES[found.tier],
        terrain=said(found.terrain.label),
        distance_km=number(found.distance_m / 1000.0, 1),
        terms=_terms(found),
        sum=f"{signed_db(total(found.terms))} dBm",
        bands=tuple(
            _level(one.band.name, one.signal_dbm, one.tier, chosen=one.band == found.band)
            for one in found.by_band
        ),
        uses=tuple(
            _level(
                capfirst(said(one.use.label)),
                one.signal_dbm,
                one.tier,
                chosen=one.use is found.asked.use,
            )
            for one in found.by_use
        ),
        profile=profile_rows(found),
        assumptions=_assumptions(signal, found),
        sources=_sources(signal),
    )


def said(text: Text) -> str:
    """A text in the language of the page."""
    return text.in_language(get_language() or "da")


def signed_db(value: float, decimals: int = 1) -> str:
    """A gain or loss with its sign, minus as a real minus sign; nought has none."""
    text = number(abs(value), decimals)
    if text == number(0, decimals):
        return text
    return f"+{text}" if value > 0 else f"−{text}"


def _terms(found: Explained) -> tuple[Line, ...]:
    return tuple(
        Line(
            said(one.label),
            f"{signed_db(one.value)} {one.unit}",
            gettext("assumed") if one.assumed else "",
        )
        for one in found.terms
    )


def _level(label: str, dbm: float, tier: Tier, *, chosen: bool) -> Line:
    name = gettext("%(name)s (shown above)") % {"name": label} if chosen else label
    return Line(name, f"{signed_db(dbm, 0)} dBm", said(tier.label))


def _assumptions(signal: Signal, found: Explained) -> tuple[Line, ...]:
    site = signal.site
    height = f"{number(site.top_m)} m"
    usual = gettext("what is usual for the kind") if site.height_is_assumed else ""
    beside = (
        Line(said(Text(one.danish, one.english)), f"{_short(one.value)} {one.unit}")
        for one in assumptions_of_prediction(found.radio)
    )
    return (Line(gettext("Height for antennas"), height, usual), *beside)


def _short(value: float) -> str:
    return number(value, 0 if float(value).is_integer() else 1)


def _sources(signal: Signal) -> tuple[str, ...]:
    kinds = {
        "terrain": gettext("Terrain: %(publisher)s, %(day)s"),
        "measurements": gettext("Measurements: %(publisher)s, %(day)s"),
    }
    read = tuple(
        kinds[one.kind] % {"publisher": one.publisher, "day": _day(one.as_of)}
        for one in signal.ground.inputs
    )
    since = {"owner": signal.site.owner, "day": day(signal.site.since)}
    return (*read, gettext("The site: %(owner)s, %(day)s") % since)


def _day(as_of: str) -> str:
    try:
        return day(date.fromisoformat(as_of))
    except ValueError:
        return as_of
