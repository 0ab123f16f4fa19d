"""Brings the overview of mobile need up to date: made once from the same data, kept, and shown."""

from __future__ import annotations

from taskforce.report.mobile.asked import Asked
from taskforce.report.mobile.keeping import cells_of, keep
from taskforce.report.mobile.overview import CellRow, MobileOverview
from taskforce.report.mobile.publishing import on_show, publish
from taskforce.report.mobile.reckoning import made_already, overview
from taskforce.report.ranking.reach import Tell
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.signal import Service


def up_to_date(
    shelf: Shelf,
    service: Service = Service.DATA,
    *,
    threads: int = 1,
    tell: Tell = lambda _: None,
) -> tuple[MobileOverview, tuple[CellRow, ...]]:
    """Make, keep and show the overview of a service, unless the newest is from these data.

    Parameters
    ----------
    shelf
        With a snapshot; see `taskforce.report.mobile.reckoning.overview`.
    service
        At its usual threshold.
    threads, tell
        For the prediction, and called with a word on what is being done.

    Returns
    -------
    MobileOverview, tuple of CellRow
        What now stands on the shelf.

    Raises
    ------
    NotOnShelf
        There is no snapshot.
    Refused
        The snapshot has no address in the region, or another run is writing to the shelf.
    """
    asked = Asked.usual(service)
    made = made_already(shelf, asked)
    if made is None:
        made, cells = overview(shelf, asked, threads=threads, tell=tell)
        keep(shelf, made, cells)
    else:
        cells = cells_of(shelf, made.id)
    shown = on_show(shelf, service)
    if shown is None or (shown.id, shown.made_at) != (made.id, made.made_at):
        tell("Withholding small groups, and drawing the map")
        publish(shelf, made, cells)
    return made, cells
