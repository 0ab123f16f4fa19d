"""Which masts send what was measured: by generation, and by operator where the register tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from taskforce.prediction.known_masts import KnownMast, known_masts
from taskforce.report.ranking.standing_masts import in_use

if TYPE_CHECKING:
    from taskforce.need.measured import MeasuredCell
    from taskforce.snapshot.frozen import Layer

Key = tuple[str | None, str]


@dataclass(frozen=True, slots=True)
class Square:
    """What was measured of one network in a square of 100 m: median of the reference signals."""

    cell: str
    median_dbm: float
    measurements: int


@dataclass(frozen=True, slots=True)
class Network:
    """Measured squares, and the masts in use that could have sent it, with those bands only."""

    operator: str | None
    generation: str
    masts: tuple[KnownMast, ...]
    squares: tuple[Square, ...]


def networks_of(masts: Layer, measurements: Layer) -> tuple[Network, ...]:
    """Bring masts and measurements together.

    Parameters
    ----------
    masts, measurements
        Layers of the shelf.

    Returns
    -------
    tuple of Network
        By generation and operator. A generation that no mast sends has no masts. Where the
        register names an operator that was measured, its masts are taken alone; all others are
        taken together, by the strongest of them in each square: masts whose owner is not told are
        those of any of them.
    """
    from taskforce.need.measured import Question, measured_cells

    standing = {one.id: one for one in in_use(known_masts(masts))}
    sends = _bands(masts, standing)
    cells = measured_cells(measurements, Question(split_operator=True, split_generation=True))
    squares: dict[Key, dict[str, Square]] = {}
    for one in cells:
        if one.with_rsrp:
            _keep_strongest(squares.setdefault(_key(one, sends), {}), one)
    return tuple(
        Network(*key, _masts(standing, sends.get(key, {})), tuple(squares[key].values()))
        for key in sorted(squares, key=lambda key: (key[1], key[0] or ""))
    )


def _bands(masts: Layer, standing: Mapping[str, KnownMast]) -> dict[Key, dict[str, set[int]]]:
    """The bands by network and mast; every antenna also counts for its generation as a whole."""
    import pyarrow.parquet as pq

    columns = ["mast_id", "generation", "operator", "band_mhz", "planned", "mobile"]
    rows: list[dict[str, Any]] = pq.read_table(masts.file("antennas"), columns=columns).to_pylist()
    found: dict[Key, dict[str, set[int]]] = {}
    for one in rows:
        if not one["mobile"] or one["planned"] or one["mast_id"] not in standing:
            continue
        for operator in {None, one["operator"]}:
            of_network = found.setdefault((operator, one["generation"] or ""), {})
            bands = of_network.setdefault(one["mast_id"], set())
            bands |= {one["band_mhz"]} - {None}
    return found


def _key(cell: MeasuredCell, sends: Iterable[Key]) -> Key:
    own = (cell.operator or None, cell.generation or "")
    return own if own in sends else (None, own[1])


def _keep_strongest(squares: dict[str, Square], cell: MeasuredCell) -> None:
    level = cell.median_rsrp_dbm
    before = squares.get(cell.cell)
    if level is not None and (before is None or level > before.median_dbm):
        squares[cell.cell] = Square(cell.cell, level, cell.with_rsrp)


def _masts(
    standing: Mapping[str, KnownMast], bands: Mapping[str, Iterable[int]]
) -> tuple[KnownMast, ...]:
    ids: Sequence[str] = sorted(bands)
    return tuple(replace(standing[one], bands_mhz=tuple(sorted(bands[one]))) for one in ids)
