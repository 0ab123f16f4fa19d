"""Finds an address and tells what is offered there, from one small database file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from taskforce.report.answer import (
    AddressAnswer,
    AddressHit,
    AddressPlace,
    AddressState,
    Speed,
    TechnologyOffer,
)
from taskforce.report.figures import Bounds
from taskforce.report.origin import Origin
from taskforce.report.spelling import Query, read_query
from taskforce.vocabulary.technology import Technology
from taskforce.vocabulary.use import use_of_code

# More roads of one name than any country has; a single letter must not read the whole file.
_MOST_ROADS = 200

_HIT = """
    SELECT a.source_id, r.name AS road, a.house_number, r.postcode, r.municipality,
           m.name AS municipality_name
    FROM address a JOIN road r USING (road_id) JOIN municipality m ON m.code = r.municipality
"""
_AROUND = """
    SELECT longitude, latitude, r.name AS road, a.house_number
    FROM address a JOIN road r USING (road_id)
    WHERE longitude BETWEEN ? AND ? AND latitude BETWEEN ? AND ? LIMIT ?
"""


class AddressBook:
    """The addresses of a bundle. Opened for each question, so that any thread may ask."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def search(self, text: str, limit: int = 10) -> tuple[AddressHit, ...]:
        """Find addresses by what a person typed, the likeliest first.

        Parameters
        ----------
        text
            Street, number, postcode and town in any order; the last word may be unfinished.
        limit
            The most addresses to return.

        Returns
        -------
        tuple of AddressHit
            Empty when nothing fits or no road is named.
        """
        query = read_query(text)
        if not query.words or limit < 1:
            return ()
        with self._opened() as book:
            roads = _roads(book, query)
            rows = _addresses(book, roads, query, limit) if roads else []
        return tuple(_hit(row) for row in rows)

    def answer(self, address_id: str, *, now: Origin, then: Origin | None) -> AddressAnswer | None:
        """Tell what is offered at an address, on both days.

        Parameters
        ----------
        address_id
            The publisher's own id.
        now, then
            Where the two days' coverage comes from.

        Returns
        -------
        AddressAnswer or None
            None where the bundle has no such address.
        """
        with self._opened() as book:
            row = book.execute(
                _HIT.replace("r.municipality,", "r.municipality, a.*,", 1)
                + " WHERE a.source_id = ?",
                (address_id,),
            ).fetchone()
            if row is None:
                return None
            offers_now = _offers(book, row["now_set"])
            offers_then = _offers(book, row["then_set"])
        return AddressAnswer(
            address=_hit(row),
            use=use_of_code(row["use"]),
            longitude=row["longitude"],
            latitude=row["latitude"],
            now=AddressState(now, offers_now or ()),
            then=AddressState(then, offers_then) if then and offers_then is not None else None,
        )

    def around(self, bounds: Bounds, limit: int) -> tuple[AddressPlace, ...]:
        """The addresses in a box, in any order, and no more than the limit."""
        box = (bounds.west, bounds.east, bounds.south, bounds.north, limit)
        with self._opened() as book:
            rows = book.execute(_AROUND, box).fetchall()
        return tuple(AddressPlace(*row) for row in rows)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        # The file never changes once it is frozen: no locks are needed to read it.
        uri = f"{self._file.absolute().as_uri()}?mode=ro&immutable=1"
        book = sqlite3.connect(uri, uri=True)
        book.row_factory = sqlite3.Row
        try:
            yield book
        finally:
            book.close()


def _roads(book: sqlite3.Connection, query: Query) -> list[int]:
    """The roads that the words name; words at the end that name no road may name a town."""
    for length in range(len(query.words), 0, -1):
        words, town = query.words[:length], query.words[length:]
        found = _roads_named(book, words, query.postcode)
        if found:
            return _ranked(found, town)
    return _roads_written_together(book, query)


def _roads_named(
    book: sqlite3.Connection, words: tuple[str, ...], postcode: str | None
) -> list[sqlite3.Row]:
    one_word = "SELECT road_id FROM road_word WHERE word >= ? AND word < ?"
    matching = " INTERSECT ".join([one_word] * len(words))
    bounds = [bound for word in words for bound in (word, word + "\x7f")]
    name = " ".join(words)
    return book.execute(
        f"SELECT r.road_id, r.folded, m.folded AS town FROM road r "  # noqa: S608 - only "?" vary
        f"JOIN municipality m ON m.code = r.municipality WHERE r.road_id IN ({matching}) "
        "AND (? IS NULL OR r.postcode = ?) "
        "ORDER BY r.folded <> ?, r.folded NOT LIKE ? || '%', r.folded, r.postcode LIMIT ?",
        (*bounds, postcode, postcode, name, name, _MOST_ROADS),
    ).fetchall()


def _roads_written_together(book: sqlite3.Connection, query: Query) -> list[int]:
    """Find "H.C. Andersens Vej" by "hc andersensvej"."""
    joined = "".join(query.words)
    found = book.execute(
        "SELECT road_id FROM road WHERE joined >= ? AND joined < ? "
        "AND (? IS NULL OR postcode = ?) ORDER BY joined LIMIT ?",
        (joined, joined + "\x7f", query.postcode, query.postcode, _MOST_ROADS),
    ).fetchall()
    return [row["road_id"] for row in found]


def _ranked(found: list[sqlite3.Row], town: tuple[str, ...]) -> list[int]:
    """Roads in the town that was named come first; otherwise the order stays."""
    return [
        road["road_id"]
        for road in sorted(found, key=lambda road: not all(word in road["town"] for word in town))
    ]


def _addresses(
    book: sqlite3.Connection, roads: list[int], query: Query, limit: int
) -> list[sqlite3.Row]:
    """Take the addresses road by road in rank order; without a number, a few of each road."""
    rows: list[sqlite3.Row] = []
    share = limit if query.house is not None else max(1, limit // min(len(roads), limit))
    for road in roads:
        rows += book.execute(
            f"{_HIT} WHERE a.road_id = ? AND (? IS NULL OR a.house = ?) AND a.letter LIKE ? || '%' "
            "ORDER BY a.house, a.letter, a.source_id LIMIT ?",
            (road, query.house, query.house, query.letter, share),
        ).fetchall()
        if len(rows) >= limit:
            break
    return rows[:limit]


def _offers(book: sqlite3.Connection, offer_set: int | None) -> tuple[TechnologyOffer, ...] | None:
    if offer_set is None:
        return None
    text = book.execute(
        "SELECT offers FROM offer_set WHERE offer_set = ?", (offer_set,)
    ).fetchone()["offers"]
    content: dict[str, list[tuple[int | None, int | None]]] = json.loads(text)
    return tuple(
        TechnologyOffer(Technology(name), tuple(Speed(*pair) for pair in pairs))
        for name, pairs in content.items()
    )


def _hit(row: Any) -> AddressHit:
    return AddressHit(
        id=row["source_id"],
        road=row["road"],
        house_number=row["house_number"],
        postcode=row["postcode"],
        municipality=row["municipality"],
        municipality_name=row["municipality_name"],
    )
