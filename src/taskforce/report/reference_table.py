"""Hands on the facts that others published about the region, each with its source and date."""

from __future__ import annotations

from taskforce.need.reference import ReferenceFigure, reference_series
from taskforce.report.origin import Origin
from taskforce.report.outlook import ReferenceFact
from taskforce.vocabulary.places import Region

METHOD = "reference-series"


def reference_table(region: Region) -> tuple[ReferenceFact, ...]:
    """Choose the facts about the region, its municipalities and its country.

    Parameters
    ----------
    region
        Gives the codes.

    Returns
    -------
    tuple of ReferenceFact
        By subject, area and time.

    References
    ----------
    docs/figures/reference-series.md
    """
    wanted = {region.code, region.country, *(place.code for place in region.municipalities)}
    return tuple(_fact(figure) for figure in reference_series() if figure.area in wanted)


def _fact(figure: ReferenceFigure) -> ReferenceFact:
    told = figure.origin
    return ReferenceFact(
        subject=figure.subject.key,
        name=figure.subject.name,
        area=figure.area,
        period=figure.period,
        as_of=figure.as_of,
        value=figure.value,
        unit=figure.subject.unit,
        origin=Origin(
            publisher=told.publisher,
            title=told.title,
            licence=told.licence,
            as_of=told.as_of,
            certainty=told.certainty,
            method=METHOD,
            url=told.url,
        ),
    )
