"""A piece of a file becomes measurements in the words of the house; each row is judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.measurements import reasons
from taskforce.sources.measurements.cells import Cells
from taskforce.sources.measurements.faults import Faults
from taskforce.sources.measurements.opening import Opened
from taskforce.sources.measurements.places import mark_places, outside_denmark, places
from taskforce.sources.measurements.plausible import mark_range, mark_times
from taskforce.sources.measurements.rows import Row
from taskforce.sources.measurements.shifted import mark_technology
from taskforce.sources.measurements.times import Times, times
from taskforce.sources.rejected import Rejected
from taskforce.vocabulary.signal import Generation

Columns = dict[str, NDArray[Any]]

_NEW = (Generation.G4, Generation.G5)
_SIGNALS = ("rsrp_dbm", "other_dbm", "rsrq_db", "sinr_db")
_FACTS = {
    "rsrq_db": "rsrq",
    "sinr_db": "sinr",
    "speed_kmh": "speed",
    "download_mbps": "download",
    "upload_mbps": "upload",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """The measurements of a piece, its rejected rows, and what was noticed on the way."""

    columns: Columns
    rejected: list[Rejected]
    rows: int
    local: int
    twice: int
    abroad: int


def translated(rows: Sequence[Row], opened: Opened, *, zone: tzinfo, now: datetime) -> Piece:
    """Translate the rows of a piece.

    Parameters
    ----------
    rows
        As they stand in the file.
    opened
        Which column tells what.
    zone
        The zone of times that carry none.
    now
        No measurement can be later than this.

    Returns
    -------
    Piece
        `columns` holds the rows without a fault, `rejected` the others.
    """
    faults = Faults(len(rows))
    cells = Cells(rows, opened, faults)
    columns: Columns = {"generation": mark_technology(cells)}
    x, y = cells.numbers("x"), cells.numbers("y")
    found = places(x, y, opened.crs)
    mark_places(faults, x, y, found, columns=(cells.column("x"), cells.column("y")))
    columns |= found._asdict()
    when = _times(cells, zone)
    if "time" in opened.columns:
        mark_times(faults, when, cells.column("time"), now)
    columns["time_utc"] = when.utc
    columns |= _signals(cells, columns["generation"])
    for word in ("operator", "band", "cell"):
        columns[word] = cells.words(word)
    good = faults.good
    return Piece(
        columns={name: values[good] for name, values in columns.items()},
        rejected=cells.rejected(),
        rows=len(rows),
        local=int((when.local & good).sum()),
        twice=int((when.twice & good).sum()),
        abroad=int((outside_denmark(found) & good).sum()),
    )


def _times(cells: Cells, zone: tzinfo) -> Times:
    profile = cells.opened.profile
    form = profile.time.form if profile.time else "iso"
    return times(cells.texts("time"), form=form, zone=zone, nulls=profile.layout.nulls)


def _signals(cells: Cells, generation: NDArray[Any]) -> Columns:
    """The level goes to RSRP on 4G and 5G, elsewhere to the other levels."""
    level_of = "signal" if "signal" in cells.opened.columns else "rsrp"
    level, other = cells.numbers(level_of), cells.numbers("other")
    new = np.isin(generation, _NEW)
    if level_of == "rsrp":
        # A column of RSRP alone is believed, unless the row itself tells of an older network.
        new |= generation == None  # noqa: E711 - compares each element
    columns = {
        "rsrp_dbm": np.where(new, level, np.nan),
        "other_dbm": np.where(new | np.isfinite(other), other, level),
    }
    columns |= {name: cells.numbers(fact) for name, fact in _FACTS.items()}
    facts = {"rsrp_dbm": level_of, "other_dbm": level_of if level_of != "rsrp" else "other"}
    for name, values in columns.items():
        mark_range(cells.faults, name, values, cells.column((facts | _FACTS)[name]))
    silent = np.all([np.isnan(columns[name]) for name in _SIGNALS], axis=0)
    cells.faults.mark(silent, reasons.NO_SIGNAL, cells.column(level_of))
    return columns
