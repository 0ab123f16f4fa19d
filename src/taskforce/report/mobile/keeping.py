"""Keeps overviews of mobile need on the shelf; the cells lie beside them, read only when asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from taskforce.report.codec import plain, revived
from taskforce.report.mobile.overview import CellRow, MobileOverview
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.signal import Service

_FOLDER, _FILE, _CELLS = "mobile", "overview.json", "cells.parquet"


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
    import pyarrow.parquet as pq

    from taskforce.report.mobile.cell_table import SCHEMA

    target = shelf.root / _FOLDER / overview.id
    with writing(shelf.root), freezing(target) as folder:
        text = json.dumps(plain(overview), ensure_ascii=False, separators=(",", ":"))
        (folder / _FILE).write_text(text + "\n", encoding="utf-8")
        table = pa.Table.from_pylist(plain(cells), schema=SCHEMA)
        pq.write_table(table, folder / _CELLS, compression="zstd")
    return target


def kept(shelf: Shelf) -> tuple[MobileOverview, ...]:
    """All overviews on the shelf, the newest first."""
    files = (shelf.root / _FOLDER).glob(f"[!.]*/{_FILE}")
    return tuple(sorted((_read(file) for file in files), key=_age, reverse=True))


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

    file = shelf.root / _FOLDER / opened(shelf, overview).id / _CELLS
    return revived(tuple[CellRow, ...], pq.read_table(file).to_pylist())


def _read(file: Path) -> MobileOverview:
    return revived(MobileOverview, json.loads(file.read_text(encoding="utf-8")))


def _age(overview: MobileOverview) -> tuple[str, str]:
    return overview.made_at.isoformat(), overview.id
