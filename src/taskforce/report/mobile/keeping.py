"""Keeps overviews of mobile need on the shelf; the cells lie beside them, read only when asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from taskforce.report.codec import plain, revived
from taskforce.report.drawer import Drawer
from taskforce.report.mobile.overview import CellRow, MobileOverview
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.signal import Service

_OVERVIEWS, _CELLS = Drawer("mobile", "overview.json", MobileOverview), "cells.parquet"


def keep(shelf: Shelf, overview: MobileOverview, cells: Sequence[CellRow]) -> Path:
    """Put an overview on the shelf, whole or not at all.

    Parameters
    ----------
    shelf
        Where it shall lie.
    overview, cells
        Finished; one that was stopped half-way never gets here, and the last one stands.

    Returns
    -------
    Path
        The folder of the overview.

    Raises
    ------
    Refused
        Another run is writing to the shelf.
    """
    import pyarrow as pa

    from taskforce.report.mobile.cell_table import SCHEMA

    table = pa.Table.from_pylist(plain(cells), schema=SCHEMA)
    return _OVERVIEWS.put(shelf, overview, tables={_CELLS: table})


def kept(shelf: Shelf) -> tuple[MobileOverview, ...]:
    """All overviews on the shelf, the newest first."""
    return _OVERVIEWS.all(shelf)


def latest(shelf: Shelf, service: Service = Service.DATA) -> MobileOverview | None:
    """The newest overview for a service; None where there is none."""
    return next((each for each in kept(shelf) if each.service is service), None)


def opened(shelf: Shelf, overview: str) -> MobileOverview:
    """Find an overview by its id.

    Raises
    ------
    NotOnShelf
        There is none with this id.
    """
    for each in kept(shelf):
        if each.id == overview:
            return each
    raise NotOnShelf(
        f'There is no overview of mobile need "{overview}" on the shelf.',
        remedy="Make one first: taskforce mobile",
    )


def cells_of(shelf: Shelf, overview: str) -> tuple[CellRow, ...]:
    """The cells of an overview, by municipality and cell.

    Parameters
    ----------
    shelf
        Where the overview lies.
    overview
        Its id.

    Returns
    -------
    tuple of CellRow

    Raises
    ------
    NotOnShelf
        There is none with this id.
    """
    import pyarrow.parquet as pq

    file = _OVERVIEWS.beside(shelf, opened(shelf, overview).id, _CELLS)
    return revived(tuple[CellRow, ...], pq.read_table(file).to_pylist())
