"""Mobile coverage in a report: what is reported, measured and predicted, side by side."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from taskforce.prediction.terrain import TerrainMode
from taskforce.report.dossier.content import Cell, Section, Table
from taskforce.report.dossier.sentences import plainly
from taskforce.report.figures import Area
from taskforce.report.mobile.proof import REGION, MobileFigure, MobileProof, proof_of
from taskforce.report.mobile.shown import ShownOverview
from taskforce.web.frame.mobile_on_show import mobile_on_show
from taskforce.web.frame.templatetags.components import inside
from taskforce.web.frame.templatetags.numbers import day, day_of
from taskforce.web.reports.queries.parts.wording import counted, heads, said, whole

_LINES = {
    MobileFigure.LACKING: gettext_lazy(
        "Reported by the operators: addresses that lack %(speed)s Mbit/s"
    ),
    MobileFigure.WEAK: gettext_lazy("Measured: small areas with a weak signal"),
    MobileFigure.UNLIKELY: gettext_lazy(
        "Predicted from the masts: addresses where coverage is unlikely"
    ),
    MobileFigure.DIFFERING: gettext_lazy("Addresses about which two of them contradict each other"),
}


def mobile_section(area: Area) -> Section | None:
    """The three truths of a municipality; None where no overview tells of it."""
    shown = mobile_on_show()
    if shown is None or shown.area(area.code) is None:
        return None
    return _section(shown, (_truths(shown, area.code),))


def region_mobile_section(areas: list[Area]) -> Section | None:
    """Those of the region, and the municipalities beside each other."""
    shown = mobile_on_show()
    if shown is None:
        return None
    return _section(shown, (_truths(shown, REGION), _by_municipality(shown, areas)))


def _section(shown: ShownOverview, tables: tuple[Table, ...]) -> Section:
    ground = gettext("The prediction was calculated on: %(terrain)s.")
    lead = gettext(
        "Three sources tell of mobile coverage, and none of them corrects the others. "
        "What is not measured says nothing about coverage."
    )
    return Section(
        identity="mobile",
        heading=gettext("Mobile coverage"),
        paragraphs=(plainly(lead),),
        tables=tables,
        notes=(ground % {"terrain": inside(said(TerrainMode(shown.terrain).label))},),
    )


def _truths(shown: ShownOverview, place: str) -> Table:
    found = [proof_of(shown, place, str(name)) for name in _LINES]
    return Table(
        identity="mobile-truths",
        title=gettext("Three answers about mobile coverage"),
        columns=heads(
            gettext("What they say"), gettext("How many"), gettext("Of so many"), figures=2
        ),
        rows=tuple(_row(shown, one) for one in found),
        source=_source(shown, found),
    )


def _row(shown: ShownOverview, found: MobileProof) -> tuple[Cell, ...]:
    words = str(_LINES[MobileFigure(found.name)]) % {"speed": shown.reported_mbps}
    proof = _proof(found)
    return (
        Cell(words),
        counted(found.value, proof),
        whole(found.of if found.value.shown else None, proof),
    )


def _by_municipality(shown: ShownOverview, areas: list[Area]) -> Table:
    known = [area for area in areas if shown.area(area.code)]
    rows = tuple(
        (
            Cell(area.name),
            *(_cell(proof_of(shown, area.code, str(name))) for name in _LINES),
        )
        for area in known
    )
    return Table(
        identity="mobile-municipalities",
        title=gettext("Mobile coverage by municipality"),
        columns=heads(
            gettext("Municipality"),
            gettext("Reported: lacking"),
            gettext("Measured: weak"),
            gettext("Predicted: unlikely"),
            gettext("They disagree"),
            figures=4,
        ),
        rows=rows,
        source=_source(shown, [proof_of(shown, REGION, str(name)) for name in _LINES]),
        note=gettext("“Measured” counts small areas; all the others count addresses."),
    )


def _cell(found: MobileProof) -> Cell:
    return counted(found.value, _proof(found))


def _proof(found: MobileProof) -> str:
    return reverse("mobile-proof", args=[found.overview, found.code or REGION, found.name])


def _source(shown: ShownOverview, found: list[MobileProof]) -> str:
    inputs = dict.fromkeys(one for proof in found for one in proof.inputs)
    told = "; ".join(dict.fromkeys(f"{one.publisher}, {day_of(one.as_of)}" for one in inputs))
    return gettext("%(sources)s; put together on %(day)s.") % {
        "sources": told,
        "day": day(shown.made_at.date()),
    }
