"""Turn the rows of a plan into promises at addresses, and tell which rows cannot be used."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from taskforce.report.promises.book import PlanBook
from taskforce.siting.plan_list.faults import Fault
from taskforce.siting.plan_list.opening import opened
from taskforce.siting.plan_list.promise import Key, Place, Promise, Terms
from taskforce.siting.plan_list.reading import RejectedRow, SaidRow, read_rows
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, to_metric
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text, grouped

# What one plan holds at most: more than the addresses of the largest region.
MOST_PROMISES = 1_000_000
MOST_ROWS = 300_000
DIVIDE = Text(
    "Del den i flere planer, fx en for hver kommune.",
    "Divide it into several plans, for instance one for each municipality.",
)
# "Søvej 8H, 4180 Sorø": the road, the house number, anything about a floor, the postcode.
_ADDRESS = re.compile(r"(.+?)\s+(\d+\s?[A-Za-zÆØÅæøå]?)(?:\s*,.*)?\s*,?\s+(\d{4})\b.*")
_AREAS = ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan as it was read: every row counts as used or as rejected."""

    promises: tuple[Promise, ...]
    rejected: tuple[RejectedRow, ...]
    rows: int
    unread: tuple[str, ...]


def read_plan(file: Path, *, book: Path, usual: Terms, name: str = "") -> PlanRead:
    """Read a plan and find its addresses.

    Parameters
    ----------
    file
        CSV, XLSX, ODS, GeoPackage or GeoJSON with addresses, postcodes or areas, mixed as its
        sender likes; the columns are described in docs/figures/promises.md.
    book
        The address file of a bundle: only addresses of its region are found.
    usual
        What holds for every row that does not say otherwise.
    name
        What the sender calls the file, for messages.

    Returns
    -------
    PlanRead
        Promises, each address once for each technology, in the order of the file: the first row
        counts. `rows` is every row with text, so used + rejected = rows.

    Raises
    ------
    Refused
        The file cannot be read, holds no row, or more than a plan can.
    """
    promises: dict[Key, Promise] = {}
    rejected: list[RejectedRow] = []
    rows, unread, shown = 0, dict[str, None](), name or file.name
    with PlanBook.opened(book) as addresses, opened(file, name=shown) as tables:
        for table in tables:
            unread.update(dict.fromkeys(table.columns.unread))
            for said in read_rows(table, usual):
                rows += 1
                _refuse_too_much(rows, len(promises), shown)
                found = said if isinstance(said, RejectedRow) else _taken(said, addresses, promises)
                if found is not None:
                    rejected.append(found)
    if not rows:
        raise Refused(
            Text("Planen har ingen rækker.", "The plan holds no row."),
            remedy=Text("Skriv et sted i hver række.", "Write one place in each."),
            file=shown,
        )
    return PlanRead(tuple(promises.values()), tuple(rejected), rows, tuple(unread))


def _taken(said: SaidRow, addresses: PlanBook, promises: dict[Key, Promise]) -> RejectedRow | None:
    """Add the promises of a row; the row again where it adds none."""
    places, fault, fact = _places(said, addresses)
    if fault is not None:
        return said.rejected(fault, fact)
    new = [Promise(place, said.terms) for place in places]
    fresh = {one.key: one for one in new if one.key not in promises}
    promises.update(fresh)
    return None if fresh else said.rejected(Fault.DUPLICATE)


def _places(
    said: SaidRow, addresses: PlanBook
) -> tuple[tuple[Place, ...], Fault | None, str | None]:
    area = said.row.area
    if area is not None and area.geom_type in _AREAS and not area.is_empty:
        return _within(said, addresses)
    for fact, look in (("source_id", _by_id), ("road", _on_road), ("address", _by_text)):
        if said.cell(fact):
            found = look(said, addresses)
            return found, None if found else Fault.NO_SUCH_ADDRESS, fact
    if postcode := said.cell("postcode"):
        found = addresses.in_postcode(postcode[:4])
        return found, None if found else Fault.NO_SUCH_POSTCODE, "postcode"
    return (), Fault.NO_PLACE if area is None else Fault.NO_AREA, None


def _within(
    said: SaidRow, addresses: PlanBook
) -> tuple[tuple[Place, ...], Fault | None, str | None]:
    area = said.row.area
    if area is None or not _in_denmark(area.bounds):
        return (), Fault.OUTSIDE, None
    found = addresses.within(area)
    return found, None if found else Fault.NO_ADDRESS_WITHIN, None


def _in_denmark(bounds: tuple[float, float, float, float]) -> bool:
    east, north = to_metric(np.array(bounds[0::2]), np.array(bounds[1::2]))
    box = DENMARK_BOUNDS
    fits = (east > box.west_m) & (east < box.east_m) & (north > box.south_m) & (north < box.north_m)
    return bool(fits.all())


def _by_id(said: SaidRow, addresses: PlanBook) -> tuple[Place, ...]:
    return addresses.by_id(said.cell("source_id"))


def _on_road(said: SaidRow, addresses: PlanBook) -> tuple[Place, ...]:
    number = said.cell("house_number")
    return addresses.at(said.cell("road"), number, said.cell("postcode")[:4]) if number else ()


def _by_text(said: SaidRow, addresses: PlanBook) -> tuple[Place, ...]:
    text = said.cell("address")
    postcode = said.cell("postcode")[:4]
    match = _ADDRESS.fullmatch(text if re.search(r"\b\d{4}\b", text) else f"{text}, {postcode}")
    return addresses.at(match[1], match[2], match[3]) if match else ()


def _refuse_too_much(rows: int, promises: int, name: str) -> None:
    if rows > MOST_ROWS or promises > MOST_PROMISES:
        most_rows, most = grouped(MOST_ROWS), grouped(MOST_PROMISES)
        raise Refused(
            Text(
                f"Planen har flere end {most_rows.da} rækker eller {most.da} adresser.",
                f"The plan holds more than {most_rows.en} rows or {most.en} addresses.",
            ),
            remedy=DIVIDE,
            file=name,
        )
