"""Three truths side by side: what each says of a place, how old it is, and how sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from taskforce.report.mobile.overview import Measured
from taskforce.report.mobile.proof import MobileFigure
from taskforce.report.mobile.shown import ShownArea, ShownOverview, ShownPredicted, ShownReported
from taskforce.report.mobile.truths import Truth
from taskforce.web.frame.templatetags.components import count
from taskforce.web.frame.templatetags.numbers import number, percent
from taskforce.web.public.mobile import words
from taskforce.web.public.mobile.certified import Certified, filled


@dataclass(frozen=True, slots=True)
class Card:
    """What one truth says; without a value where it is not there, and then `lines` say why."""

    truth: Truth
    figure: MobileFigure
    title: str
    value: str
    unit: str
    lines: tuple[str, ...]
    source: str
    certainty: str


def cards(shown: ShownOverview, area: ShownArea) -> list[Card]:
    """The three truths of a place, in the same order everywhere."""
    return [_card(truth, shown, area) for truth in Truth]


def details(shown: ShownOverview, code: str, name: str) -> tuple[str, ...]:
    """What the card tells besides its figure; nothing for the figures that head no card."""
    area = shown.area(code)
    found = cards(shown, area) if area else []
    return next((one.lines for one in found if one.figure == name and one.value), ())


def _card(truth: Truth, shown: ShownOverview, area: ShownArea) -> Card:
    value, unit, *lines = _TELL[truth](shown, area)
    return Card(
        truth,
        _FIGURES[truth],
        words.in_language(truth.label),
        value=value,
        unit=unit,
        lines=tuple(line for line in lines if line),
        source=words.source_of(shown, truth),
        certainty=words.in_language(truth.certainty.label),
    )


def _reported(shown: ShownOverview, area: ShownArea) -> Iterator[str]:
    told = area.reported
    if told is None:
        yield from _absent(Truth.REPORTED, area)
        return
    yield count(told.lacking)
    yield gettext("addresses lack %(speed)s Mbit/s on a mobile network") % {
        "speed": shown.reported_mbps
    }
    yield _lacking_share(told, Certified(shown, area, MobileFigure.LACKING))
    if told.unknown:
        words = ngettext(
            "The operators tell nothing of %(number)s address.",
            "The operators tell nothing of %(number)s addresses.",
            told.unknown,
        )
        link = Certified(shown, area, MobileFigure.NOT_TOLD)
        yield link.said(words, number=number(told.unknown))


def _lacking_share(told: ShownReported, link: Certified) -> str:
    if told.lacking_share is None:
        return ""
    words = gettext("That is %(share)s of the %(known)s they tell of.")
    return link.said(words, share=percent(told.lacking_share), known=number(told.known))


def _measured(shown: ShownOverview, area: ShownArea) -> Iterator[str]:
    told = area.measured
    if told is None:
        yield from _absent(Truth.MEASURED, area)
        return
    link = Certified(shown, area, MobileFigure.WEAK)
    yield number(told.weak_cells)
    weak = ngettext(
        "of %(cells)s measured small area has a weak signal",
        "of %(cells)s measured small areas have a weak signal",
        told.cells,
    )
    yield link.said(weak, cells=number(told.cells))
    yield _signal(shown, told, link)
    yield words.period(told.oldest, told.newest)
    if told.too_few:
        few = ngettext(
            "%(number)s more small area has too few measurements to say anything.",
            "%(number)s more small areas have too few measurements to say anything.",
            told.too_few,
        )
        yield link.said(few, number=number(told.too_few))
    yield gettext("The rest is not measured. That does not mean that it lacks coverage.")


def _signal(shown: ShownOverview, told: Measured, link: Certified) -> str:
    told_of = gettext("%(number)s measurements, median %(median)s; below %(threshold)s is weak.")
    limit = words.threshold(shown)
    counted, median = number(told.measurements), words.dbm(told.median_dbm)
    return link.said(told_of, number=counted, median=median, plain={"threshold": limit})


def _predicted(shown: ShownOverview, area: ShownArea) -> Iterator[str]:
    told = area.predicted
    if told is None:
        yield from _absent(Truth.PREDICTED, area)
        return
    yield count(told.unlikely)
    yield gettext("addresses where the masts make coverage unlikely")
    link = Certified(shown, area, MobileFigure.UNLIKELY)
    yield _others(shown, area, told)
    yield _unpredicted(told, link)
    yield _ground(shown)
    yield _masts(shown, link)


def _others(shown: ShownOverview, area: ShownArea, told: ShownPredicted) -> str:
    if not told.likely.shown:
        return ""
    likely = Certified(shown, area, MobileFigure.LIKELY).link(number(told.likely.value))
    unsure = Certified(shown, area, MobileFigure.UNCERTAIN).link(number(told.uncertain.value))
    words = gettext("Likely for %(likely)s addresses, uncertain for %(uncertain)s.")
    return filled(words, {"likely": likely, "uncertain": unsure})


def _unpredicted(told: ShownPredicted, link: Certified) -> str:
    if not told.off_terrain:
        return ""
    words = ngettext(
        "Nothing could be predicted for %(number)s address.",
        "Nothing could be predicted for %(number)s addresses.",
        told.off_terrain,
    )
    return link.said(words, number=number(told.off_terrain))


def _ground(shown: ShownOverview) -> str:
    said = {"terrain": words.terrain(shown), "spread": words.spread(shown)}
    return gettext("Calculated on %(terrain)s; %(spread)s.") % said


def _masts(shown: ShownOverview, link: Certified) -> str:
    if shown.masts is None:
        return ""
    words = ngettext(
        "From the only mast in use.",
        "From all %(number)s masts in use, near and far.",
        shown.masts.in_use,
    )
    return link.said(words, number=number(shown.masts.in_use))


def _absent(truth: Truth, area: ShownArea) -> Iterator[str]:
    why = area.why_absent(truth)
    yield ""
    yield gettext("Not measured") if truth is Truth.MEASURED else gettext("Not known")
    yield words.in_language(why) if why else ""


_FIGURES = {
    Truth.REPORTED: MobileFigure.LACKING,
    Truth.MEASURED: MobileFigure.WEAK,
    Truth.PREDICTED: MobileFigure.UNLIKELY,
}
_TELL: dict[Truth, Callable[[ShownOverview, ShownArea], Iterator[str]]] = {
    Truth.REPORTED: _reported,
    Truth.MEASURED: _measured,
    Truth.PREDICTED: _predicted,
}
