"""One row of a list becomes the facts of a site, or a fault; its place is judged later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from taskforce.siting.site_list import words
from taskforce.siting.site_list.cells import NoNumber, in_feet, number, parts
from taskforce.siting.site_list.columns import HEIGHTS, Columns
from taskforce.siting.site_list.faults import Fault
from taskforce.sources.lines import Line
from taskforce.vocabulary.site import SiteKind

# No building in Denmark is higher; what is must be in feet. Television masts reach 320 m.
HIGHEST_M, HIGHEST_MAST_M = 250.0, 350.0
# The drained fjord of Lammefjorden lies 7 m below the sea.
LOWEST_GROUND_M = -10.0

# What is at fault where no single column is: the two coordinates together.
PLACE = "place"

# How the name of the example in our template begins; such a row is no site.
EXAMPLE = "Eksempel:"

_TEXTS = ("owner", "access", "load", "note", "own_id")
_ANSWERS = ("power", "fibre", "available")


class Wrong(Exception):
    """A row that is not taken in."""

    def __init__(self, fault: Fault, fact: str | None, value: str | None = None) -> None:
        super().__init__(fault)
        self.fault, self.fact, self.value = fault, fact, value


@dataclass(slots=True)
class Draft:
    """The facts of a row, its two coordinates as they stand, and its text."""

    line: Line
    facts: dict[str, Any]
    x: float
    y: float
    told_kind: str = ""
    told_municipality: str | None = None
    unread: list[str] = field(default_factory=list)


def draft(line: Line, columns: Columns) -> Draft:
    """Read the cells of a row.

    Parameters
    ----------
    line
        The row as it stands.
    columns
        Where each fact stands.

    Returns
    -------
    Draft
        What cannot be read as zone, owner, yes or no is kept, with its column, in the note.

    Raises
    ------
    Wrong
        The row is broken, nameless, or holds a number that cannot be.
    """
    if len(line.cells) != len(columns.header):
        raise Wrong(Fault.BROKEN, None)
    cells = {fact: _plain(line.cells[position]) for fact, position in columns.at.items()}
    for fact, fault in (("name", Fault.NO_NAME), ("kind", Fault.NO_KIND)):
        if not cells[fact]:
            raise Wrong(fault, fact)
    kind = words.kind_of(cells["kind"])
    facts: dict[str, Any] = {"name": " ".join(cells["name"].split())}
    facts["kind"] = kind or SiteKind.OTHER
    facts |= {fact: cells.get(fact, "") for fact in _TEXTS}
    facts["designations"] = parts(cells.get("designations", ""))
    facts |= {fact: _height(cells, fact, columns, facts["kind"]) for fact in HEIGHTS}
    facts["annual_cost_dkk"] = _rent(cells)
    x, y = (_coordinate(line.cells[at].strip()) for at in columns.places or ())
    made = Draft(line, facts, x, y, "" if kind else cells["kind"])
    _words(made, cells, columns)
    return made


def is_example(line: Line, columns: Columns) -> bool:
    """Whether a row is the example of our own template."""
    at = columns.at["name"]
    return at < len(line.cells) and line.cells[at].strip().startswith(EXAMPLE)


def _plain(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it as a formula."""
    bare = text.strip()
    return bare[1:] if bare[:1] == "'" and bare[1:2] in tuple("=+-@") else bare


def _words(made: Draft, cells: dict[str, str], columns: Columns) -> None:
    """Read what stands in words; what means nothing to us goes into the note, not away."""
    readers = {
        "owner_kind": words.owner_kind_of,
        "zone": words.zone_of,
        "municipality": words.municipality_of,
        **dict.fromkeys(_ANSWERS, words.yes_or_no),
    }
    for fact, reader in readers.items():
        text = cells.get(fact, "")
        found = None if words.is_unknown(text) else reader(text)
        made.facts[fact] = found
        if found is None and not words.is_unknown(text):
            made.unread.append(f"{columns.title(fact)}: {text}")
    made.told_municipality = made.facts["municipality"]
    made.facts["available"] = made.facts["available"] is not False
    if made.facts["owner_kind"] is None:
        made.facts["owner_kind"] = words.owner_kind_by_name(made.facts["owner"])
    made.facts["note"] = "; ".join(filter(None, [made.facts["note"], *made.unread]))


def _height(cells: dict[str, str], fact: str, columns: Columns, kind: SiteKind) -> float | None:
    text = cells.get(fact, "")
    if text and (fact in columns.feet or in_feet(text)):
        raise Wrong(Fault.FEET, fact, text)
    height = _number(text, fact)
    if height is None or (fact == "structure_m" and height == 0 and kind is SiteKind.LAND):
        return None
    if height > (HIGHEST_MAST_M if kind is SiteKind.MAST else HIGHEST_M):
        raise Wrong(Fault.FEET, fact, text)
    if fact == "ground_m":
        if height < LOWEST_GROUND_M:
            raise Wrong(Fault.BELOW_THE_SEA, fact, text)
    elif height <= 0:
        raise Wrong(Fault.NOT_POSITIVE, fact, text)
    return height


def _rent(cells: dict[str, str]) -> float | None:
    text = cells.get("annual_cost_dkk", "")
    rent = _number(text, "annual_cost_dkk", large=True)
    if rent is not None and rent < 0:
        raise Wrong(Fault.NEGATIVE_RENT, "annual_cost_dkk", text)
    return rent


def _coordinate(text: str) -> float:
    """A coordinate as it stands; NaN where there is none.

    "655.123" can only be an easting with its thousands marked, "11.449" only degrees.
    """
    try:
        found = number(text, large=text[:3].isdigit())
    except NoNumber as error:
        raise Wrong(Fault.NO_NUMBER, PLACE) from error
    return float("nan") if found is None else found


def _number(text: str, fact: str, *, large: bool = False) -> float | None:
    try:
        return number(text, large=large)
    except NoNumber as error:
        raise Wrong(Fault.NO_NUMBER, fact, text) from error
