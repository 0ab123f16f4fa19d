"""Growth: how many addresses fall below what a household will need in a later year."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from taskforce.need.overview import overview
from taskforce.need.reference import QUOTED
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.provenance import Provenance
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting
from taskforce.vocabulary.text import Text

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot

FIGURES = Path(__file__).with_name("growth.toml")

# Beyond a generation no rate of today says anything; and the numbers leave all cables behind.
LONGEST_YEARS = 30
_KBPS = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class GrowthFigure:
    """One published figure of data use; a part that the source does not tell is None.

    `kind` is "mobile" or "fixed"; `traffic_tb` is the traffic of the whole period in TB of
    1,024 GB; `yearly_growth` is against the same period a year before, 0.138 being 13.8 %;
    `gb_a_month` is per subscription.
    """

    key: str
    kind: str
    period: str
    traffic_tb: float | None
    yearly_growth: Decimal | None
    gb_a_month: float | None
    origin: Provenance
    note: Text | None


@dataclass(frozen=True, slots=True)
class GrowthRate:
    """A yearly growth to reckon with, and the figure that it is taken from."""

    slug: str
    name: Text
    yearly_growth: Decimal
    figure: GrowthFigure


@dataclass(frozen=True, slots=True)
class AreaOutlook:
    """The addresses of an area that have too little today, and for the need of a later year."""

    area: str
    name: str
    addresses: int
    below_today: int
    unknown_today: int
    below_then: int
    unknown_then: int


@dataclass(frozen=True, slots=True)
class Outlook:
    """A scenario: with this growth a household needs `needed` in `year`."""

    threshold: Threshold
    yearly_growth: Decimal
    year: int
    needed: Threshold
    areas: tuple[AreaOutlook, ...]


@lru_cache
def growth_figures() -> tuple[GrowthFigure, ...]:
    """Read the published figures of data use.

    Returns
    -------
    tuple of GrowthFigure
        The oldest first; each with its publisher, its period and its day.

    References
    ----------
    docs/figures/growth.md
    """
    return tuple(_figure(entry) for entry in _content()["figure"])


@lru_cache
def growth_rates() -> tuple[GrowthRate, ...]:
    """Read the rates that a scenario may start from.

    Returns
    -------
    tuple of GrowthRate
        The default first.

    References
    ----------
    docs/figures/growth.md
    """
    figures = {figure.key: figure for figure in growth_figures()}
    return tuple(
        GrowthRate(
            slug=entry["slug"],
            name=Text(**entry["name"]),
            yearly_growth=figures[entry["figure"]].yearly_growth or Decimal(0),
            figure=figures[entry["figure"]],
        )
        for entry in _content()["rate"]
    )


def needed_then(threshold: Threshold, *, yearly_growth: Decimal, years: int) -> Threshold:
    """Let the need of a household grow: both speeds by the same rate, year upon year.

    Parameters
    ----------
    threshold
        What a household needs today.
    yearly_growth
        0.138 is 13.8 % a year.
    years
        How many years from today, 0 to 30.

    Returns
    -------
    Threshold
        threshold × (1 + yearly_growth) ^ years, to the whole kbit/s.

    Raises
    ------
    WrongUse
        A year that is past, or too far away; or a growth of -100 % or less.

    Examples
    --------
    >>> needed_then(Threshold.parse("100/30"), yearly_growth=Decimal("0.5"), years=2).label
    '225/67.5'
    """
    if not 0 <= years <= LONGEST_YEARS:
        raise WrongUse(
            f"{years} years from the snapshot is out of reach.",
            remedy=f"Choose a year from that of the snapshot to {LONGEST_YEARS} years later.",
        )
    if yearly_growth <= -1:
        raise WrongUse("A growth of -100 % leaves nothing.", remedy="Give a rate such as 0.138.")
    factor = (1 + yearly_growth) ** years
    return Threshold(
        (threshold.download_mbps * factor).quantize(_KBPS, ROUND_HALF_UP),
        (threshold.upload_mbps * factor).quantize(_KBPS, ROUND_HALF_UP),
    )


def scenario(
    snapshot: Snapshot,
    *,
    threshold: Threshold,
    yearly_growth: Decimal | None = None,
    year: int,
    counting: Counting = Counting.FIXED,
    by: str = "municipality",
) -> Outlook:
    """Count the addresses whose lines of today fall below the need of a later year.

    Parameters
    ----------
    snapshot
        A frozen snapshot; its year is the year of today.
    threshold
        What a household needs today.
    yearly_growth
        0.138 is 13.8 % a year; the latest official figure for fixed lines when left out.
    year
        The year to look at.
    counting, by
        See `overview`.

    Returns
    -------
    Outlook
        The counts of each area, in the order of `overview`. The lines stay as they are: what
        will be built until then is not foreseen.

    Raises
    ------
    WrongUse
        See `needed_then`.

    References
    ----------
    docs/figures/growth.md
    """
    growth = growth_rates()[0].yearly_growth if yearly_growth is None else yearly_growth
    years = year - snapshot.manifest.as_of.year
    needed = needed_then(threshold, yearly_growth=growth, years=years)
    today = overview(snapshot, threshold=threshold, counting=counting, by=by)
    then = overview(snapshot, threshold=needed, counting=counting, by=by)
    areas = tuple(
        AreaOutlook(
            area=now.area,
            name=now.name,
            addresses=now.addresses,
            below_today=now.below,
            unknown_today=now.unknown,
            below_then=later.below,
            unknown_then=later.unknown,
        )
        for now, later in zip(today, then, strict=True)
    )
    return Outlook(threshold, growth, year, needed, areas)


def _content() -> dict[str, Any]:
    return tomllib.loads(FIGURES.read_text(encoding="utf-8"), parse_float=Decimal)


def _figure(entry: dict[str, Any]) -> GrowthFigure:
    as_of: date = entry["as_of"]
    return GrowthFigure(
        key=entry["key"],
        kind=entry["kind"],
        period=entry["period"],
        traffic_tb=_number(entry.get("traffic_tb")),
        yearly_growth=entry.get("yearly_growth"),
        gb_a_month=_number(entry.get("gb_a_month")),
        origin=Provenance(
            publisher=entry["publisher"],
            title=entry["title"],
            licence=QUOTED,
            as_of=as_of,
            certainty=Certainty.REPORTED,
            url=entry.get("url"),
        ),
        note=Text(**entry["note"]) if "note" in entry else None,
    )


def _number(value: Decimal | int | None) -> float | None:
    return None if value is None else float(value)
