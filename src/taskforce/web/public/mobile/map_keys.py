"""The layers of mobile coverage on the map, each with its legend, source, day and certainty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.mobile.classes import LACKING_EDGES, SIGNAL_STEP_DB
from taskforce.report.mobile.overview import LEAST_MEASUREMENTS
from taskforce.report.mobile.publishing import TILES
from taskforce.report.mobile.shown import ShownOverview
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.vocabulary.signal import Tier
from taskforce.web.frame.templatetags.numbers import day, number, percent
from taskforce.web.people.caller import Caller
from taskforce.web.public.mobile import words
from taskforce.web.public.mobile.points import mast_layer
from taskforce.web.sites.queries.access import sees_rankings
from taskforce.web.sites.queries.ranked import rankings

DISAGREEMENT = "disagreement"
# One colour for each pair that contradicts each other: which of them promises more.
PROMISE, MODEST, MASTS = "promise", "modest", "masts"
GROUPS = {
    Disagreement.COVERED_BUT_WEAK: PROMISE,
    Disagreement.COVERED_BUT_UNLIKELY: PROMISE,
    Disagreement.LACKING_BUT_FINE: MODEST,
    Disagreement.LACKING_BUT_LIKELY: MODEST,
    Disagreement.WEAK_BUT_LIKELY: MASTS,
    Disagreement.FINE_BUT_UNLIKELY: MASTS,
}


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour or sign, by the name of its style, and what it means."""

    style: str
    words: str


@dataclass(frozen=True, slots=True)
class Key:
    """A layer that can be turned on, and its legend."""

    value: str
    label: str
    swatches: tuple[Swatch, ...]
    source: str
    note: str = ""
    data: str = ""


def covers(shown: ShownOverview) -> list[Key]:
    """The layers of areas, of which one is shown at a time; only those that there is data for."""
    makers = {
        Truth.REPORTED: _reported,
        Truth.MEASURED: _measured,
        Truth.PREDICTED: _predicted,
    }
    if shown.file(TILES) is None:
        return []
    region = shown.region
    there = {truth for truth in Truth if getattr(region, truth.value) is not None}
    found = [makers[truth](shown) for truth in Truth if truth in there]
    return [*found, _disagreement(shown)] if region.differences else found


def points(caller: Caller) -> list[Key]:
    """The layers of dots that the caller may see, each with where the browser fetches it."""
    return [*_mast_keys(), _site_key(), *_ranking_key(caller)]


def _reported(shown: ShownOverview) -> Key:
    few, many = (percent(edge) for edge in LACKING_EDGES)
    swatches = (
        Swatch("cover-0", gettext("nobody lacks it")),
        Swatch("cover-1", gettext("under %(edge)s lack it") % {"edge": few}),
        Swatch("cover-2", gettext("%(low)s to %(high)s lack it") % {"low": few, "high": many}),
        Swatch("cover-3", gettext("%(edge)s or more lack it") % {"edge": many}),
    )
    note = gettext("Addresses without %(speed)s Mbit/s. Very small numbers are not coloured.")
    return _key(shown, Truth.REPORTED, swatches, note % {"speed": shown.reported_mbps})


def _measured(shown: ShownOverview) -> Key:
    limits = [shown.threshold_dbm + step * SIGNAL_STEP_DB for step in (1, 0, -1)]
    strong, enough, weak = (words.dbm(limit, 0) for limit in limits)
    swatches = (
        Swatch("cover-0", gettext("strong, from %(edge)s") % {"edge": strong}),
        Swatch("cover-1", gettext("enough, from %(edge)s") % {"edge": enough}),
        Swatch("cover-2", gettext("weak, from %(edge)s") % {"edge": weak}),
        Swatch("cover-3", gettext("very weak, below %(edge)s") % {"edge": weak}),
        Swatch("not-measured", gettext("not measured: no colour")),
    )
    note = gettext(
        "Median of at least %(least)s measurements. Not measured does not mean no coverage."
    )
    return _key(shown, Truth.MEASURED, swatches, note % {"least": number(LEAST_MEASUREMENTS)})


def _predicted(shown: ShownOverview) -> Key:
    swatches = (
        Swatch("cover-0", words.in_language(Tier.LIKELY.label)),
        Swatch("cover-unsure", words.in_language(Tier.UNCERTAIN.label)),
        Swatch("cover-3", words.in_language(Tier.UNLIKELY.label)),
    )
    said = {"terrain": words.terrain(shown), "spread": words.spread(shown)}
    note = gettext("For most addresses of the area. Calculated on %(terrain)s; %(spread)s.")
    return _key(shown, Truth.PREDICTED, swatches, note % said)


def _disagreement(shown: ShownOverview) -> Key:
    swatches = (
        Swatch("differ-promise", gettext("the operators report more than the others say")),
        Swatch("differ-modest", gettext("the operators report less than the others say")),
        Swatch("differ-masts", gettext("measurements and masts contradict each other")),
        Swatch("cover-agree", gettext("they agree")),
    )
    note = gettext(
        "No colour: nothing can be compared, or too few addresses. Calculated: %(terrain)s."
    )
    return Key(
        DISAGREEMENT,
        gettext("Where they disagree"),
        swatches,
        gettext("Source: Digital Taskforce, %(day)s; calculated from the three.")
        % {"day": day(shown.made_at.date())},
        note % {"terrain": words.terrain(shown)},
    )


def _key(shown: ShownOverview, truth: Truth, swatches: tuple[Swatch, ...], note: str) -> Key:
    said = {
        "source": words.source_of(shown, truth),
        "certainty": words.in_language(truth.certainty.label),
    }
    source = gettext("Source: %(source)s; %(certainty)s.") % said
    return Key(truth.value, words.in_language(truth.label), swatches, source, note)


def _mast_keys() -> Iterator[Key]:
    layer = mast_layer()
    if layer is None:
        return
    told = layer.manifest.provenance
    said = {
        "source": f"{told.publisher}, {day(told.as_of)}",
        "certainty": words.in_language(told.certainty.label),
    }
    source = gettext("Source: %(source)s; %(certainty)s.") % said
    signs = (
        Swatch("mast", gettext("in use")),
        Swatch("mast-planned", gettext("planned; the ring shows how uncertain the place is")),
    )
    path = reverse("map-masts")
    yield Key("masts", gettext("Masts for telephones"), signs, source, data=path)
    other = (Swatch("mast-other", gettext("railways, radio, television and others")),)
    yield Key("other_masts", gettext("Other masts"), other, source, data=path)


def _site_key() -> Key:
    return Key(
        "sites",
        gettext("Public sites for masts"),
        (Swatch("public-site", gettext("offered by its owner")),),
        gettext("Source: the owners of the sites, through the Digital Taskforce; reported."),
        data=reverse("map-sites"),
    )


def _ranking_key(caller: Caller) -> Iterator[Key]:
    newest = next((one for one in rankings() if one.stages), None)
    if newest is None or not sees_rankings(caller):
        return
    yield Key(
        "ranking",
        gettext("The sites where a mast would help most"),
        (Swatch("ranked-site", gettext("chosen in the ranking, with its number")),),
        gettext("Source: Digital Taskforce, ranking; calculated."),
        data=reverse("ranking-export", args=["geojson"]),
    )
