"""The public sites that can be reckoned with, and the others, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from taskforce.prediction.levels import refuse_impossible
from taskforce.prediction.radio import Transmitter
from taskforce.prediction.terrain import Terrain
from taskforce.report.ranking.ranking import Candidate, LeftOut
from taskforce.snapshot.frozen import Layer
from taskforce.vocabulary.errors import Refused, WrongUse
from taskforce.vocabulary.text import Text

Row = Mapping[str, Any]

_NOT_OFFERED = Text("Ejeren tilbyder det ikke.", "Its owner does not offer it.")
_NO_PLACE = Text("Det har ingen koordinater.", "It has no coordinates.")
_OFF_TERRAIN = Text("Det ligger uden for terrænet.", "It lies off the terrain.")
_IN_THE_SEA = Text("Det ligger i havet.", "It lies in the sea.")
_HEIGHT = Text(
    "Antennernes højde skal være mellem 1 og 3000 m.",
    "The height of its antennas must lie between 1 and 3000 m.",
)
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Sites:
    """The sites that can be predicted, each with its antennas, and those left out.

    `costs_dkk` is kroner a year, None where it is not known.
    """

    candidates: tuple[Candidate, ...]
    transmitters: tuple[Transmitter, ...]
    costs_dkk: tuple[float | None, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the candidates."""
        return tuple(one.id for one in self.candidates)

    @property
    def left_out_ids(self) -> frozenset[str]:
        """The ids of those left out."""
        return frozenset(one.id for one in self.left_out)

    def with_alone(self, alone: Sequence[int]) -> tuple[Candidate, ...]:
        """The candidates with what each would cover by itself."""
        pairs = zip(self.candidates, alone, strict=True)
        return tuple(replace(one, alone=int(count)) for one, count in pairs)

    def number(self, site: str) -> int:
        """The position of a site among the candidates.

        Raises
        ------
        Refused
            It is left out; says why.
        WrongUse
            There is no such site.
        """
        for number, one in enumerate(self.candidates):
            if one.id == site:
                return number
        for one_left in self.left_out:
            if one_left.id == site:
                raise Refused(
                    f"{site} ({one_left.name}) cannot be chosen. {one_left.english}",
                    remedy="Mend the list of sites, or do not force it.",
                )
        some = ", ".join(one.id for one in self.candidates[:_NAMED])
        raise WrongUse(
            f'There is no site "{site}" among the {len(self.candidates):,} candidates.',
            remedy=f"Their ids look like: {some}." if some else "Collect sites first.",
        )


def sites_of(layer: Layer, terrain: Terrain, municipality: str | None) -> Sites:
    """Read the sites, and tell those that can be predicted from those that cannot.

    Parameters
    ----------
    layer
        The layer "sites" of a shelf.
    terrain
        The ground that they must stand on.
    municipality
        An official code: only sites that stand there; all of them when None.

    Returns
    -------
    Sites
        By id.

    Raises
    ------
    Refused
        There is none, or none can be predicted.
    """
    import pyarrow.parquet as pq

    rows = pq.read_table(layer.file("sites")).to_pylist()
    there = [one for one in rows if municipality in (None, one["municipality"])]
    if not there:
        raise Refused(
            f"None of the {len(rows):,} sites of {layer.id} stands in municipality {municipality}.",
            remedy="Collect its list: taskforce collect sites FILE.",
        )
    kept: list[tuple[Candidate, Transmitter, float | None]] = []
    left: list[LeftOut] = []
    for row in sorted(there, key=lambda one: str(one["site_id"])):
        fault = _fault(row, terrain)
        if fault:
            left.append(LeftOut(row["site_id"], row["name"], fault.da, fault.en))
        else:
            kept.append((_candidate(row), _transmitter(row), row["annual_cost_dkk"]))
    if not kept:
        raise Refused(
            f"None of the {len(there):,} sites can be reckoned with. "
            f"{left[0].id}: {left[0].english}",
            remedy="Mend the list of sites, or collect terrain that reaches them.",
        )
    candidates, transmitters, costs = zip(*kept, strict=True)
    return Sites(candidates, transmitters, costs, tuple(left))


def _fault(row: Row, terrain: Terrain) -> Text | None:
    if not row["available"]:
        return _NOT_OFFERED
    place = row["easting_m"], row["northing_m"]
    if None in place or not np.isfinite(place).all():
        return _NO_PLACE
    try:
        site = _transmitter(row)
    except Refused:
        return _HEIGHT
    if not terrain.holds(np.array([place[0]]), np.array([place[1]]))[0]:
        return _OFF_TERRAIN
    try:
        refuse_impossible(terrain, site)
    except Refused:
        return _IN_THE_SEA
    return None


def _transmitter(row: Row) -> Transmitter:
    return Transmitter(row["site_id"], row["easting_m"], row["northing_m"], row["antenna_m"])


def _candidate(row: Row) -> Candidate:
    same = (
        *("name", "kind", "owner", "municipality", "easting_m", "northing_m"),
        *("longitude", "latitude", "antenna_m", "antenna_assumed"),
    )
    return Candidate(id=row["site_id"], alone=0, **{name: row[name] for name in same})
