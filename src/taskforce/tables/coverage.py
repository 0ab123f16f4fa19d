"""The tables of a coverage snapshot: addresses, what is offered there, and where they lie."""

from __future__ import annotations

from taskforce.tables.promise import Column, Table
from taskforce.vocabulary.technology import Technology

# Place and use share one number, so that counting groups by a single integer.
USES_PER_PLACE = 8

ADDRESS = Table(
    name="address",
    grain="one row per address, sorted by municipality and then along a Z-curve",
    key=("address_id",),
    columns=(
        Column("address_id", "int32", "number of the address within the snapshot, 0, 1, 2, …"),
        Column(
            "source_id", "string", "the publisher's own id; in Denmark the address register's UUID"
        ),
        Column("road", "string", "name of the road", nullable=True),
        Column("house_number", "string", "house number with its letter", nullable=True),
        Column("postcode", "string", "postcode, four digits in Denmark", nullable=True),
        Column("municipality", "string", "official code of the municipality", nullable=True),
        Column("easting_m", "double", "metres, EPSG:25832", nullable=True),
        Column("northing_m", "double", "metres, EPSG:25832", nullable=True),
        Column("longitude", "double", "degrees, EPSG:4326", nullable=True),
        Column("latitude", "double", "degrees, EPSG:4326", nullable=True),
        Column("place_id", "int32", "the row of the table place"),
        Column("use", "int8", "0 unknown, 1 home, 2 holiday home, 3 business, 4 other"),
    ),
)

SPEED_COLUMNS = tuple(
    column
    for technology in Technology
    for column in (
        Column(
            technology.download_column,
            "int32",
            "kbit/s; 0 not offered, null unknown",
            nullable=True,
        ),
        Column(
            technology.upload_column, "int32", "kbit/s; 0 not offered, null unknown", nullable=True
        ),
    )
)

_OVERFLOW_SET = Column(
    "overflow_set", "int32", "the further pairs in the table overflow; 0 when none"
)
_PLACE_USE = Column("place_use", "int32", "place_id × 8 + use")

SPEEDS = Table(
    name="speeds",
    grain="one row per address: the best pair of each technology",
    key=("address_id",),
    columns=(
        Column("address_id", "int32", "the row of the table address"),
        _PLACE_USE,
        *SPEED_COLUMNS,
        _OVERFLOW_SET,
    ),
)

OVERFLOW = Table(
    name="overflow",
    grain="one row per pair that is neither better nor worse than the best pair",
    key=("overflow_set", "technology", "download_kbps", "upload_kbps"),
    columns=(
        Column("overflow_set", "int32", "number of the set of pairs, from 1"),
        Column("technology", "string", "one of the technologies of the house"),
        Column("download_kbps", "int32", "kbit/s; null unknown", nullable=True),
        Column("upload_kbps", "int32", "kbit/s; null unknown", nullable=True),
    ),
)

CUBE = Table(
    name="cube",
    grain="one row per distinct place, use and offer, with the number of addresses that have it",
    columns=(
        _PLACE_USE,
        *SPEED_COLUMNS,
        _OVERFLOW_SET,
        Column("addresses", "int32", "number of addresses"),
    ),
)

PLACE = Table(
    name="place",
    grain="one row per distinct municipality, postcode and hexagon",
    key=("place_id",),
    columns=(
        Column("place_id", "int32", "number of the place within the snapshot"),
        Column("municipality", "string", "official code", nullable=True),
        Column("municipality_name", "string", "name", nullable=True),
        Column("region", "string", "official code of the region", nullable=True),
        Column("postcode", "string", "postcode", nullable=True),
        Column("hex", "string", "H3 cell of resolution 8", nullable=True),
    ),
)

OFFERS = Table(
    name="offers",
    grain="one row per offer, as the publisher told it",
    columns=(
        Column("address_id", "int32", "the row of the table address"),
        Column("operator", "string", "who offers it", nullable=True),
        Column("technology", "string", "one of the technologies of the house"),
        Column("download_kbps", "int32", "kbit/s; null unknown", nullable=True),
        Column("upload_kbps", "int32", "kbit/s; null unknown", nullable=True),
    ),
)

REJECTS = Table(
    name="rejects",
    grain="one row per rejected row of a source file",
    columns=(
        Column("file", "string", "name of the source file"),
        Column("line", "int64", "line in the file, the header being line 1"),
        Column("column", "string", "the column at fault", nullable=True),
        Column("value", "string", "what stood there", nullable=True),
        Column("reason", "string", "why the row was rejected"),
        Column("row", "string", "the row as it stood", nullable=True),
    ),
)

# Tables that every snapshot holds; the offers themselves only where the source gave them.
ALWAYS = (ADDRESS, SPEEDS, OVERFLOW, CUBE, PLACE, REJECTS)
