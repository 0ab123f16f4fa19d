"""The tables of the layers that coverage is joined with: boundaries, uses, the address register."""

from __future__ import annotations

from taskforce.tables.promise import Column, Table

BOUNDARIES = Table(
    name="boundaries",
    grain="one row per area, its parts dissolved",
    key=("code",),
    columns=(
        Column("code", "string", "official code, in Denmark four digits"),
        Column("name", "string", "name of the area"),
        Column("geometry", "binary", "well-known binary, EPSG:25832, two dimensions"),
    ),
)

USES = Table(
    name="uses",
    grain="one row per address that a building register knows",
    key=("source_id",),
    columns=(
        Column("source_id", "string", "the address register's UUID"),
        Column("use", "int8", "1 home, 2 holiday home, 3 business, 4 other"),
    ),
)

ADDRESSES = Table(
    name="addresses",
    grain="one row per address of the register",
    key=("source_id",),
    columns=(
        Column("source_id", "string", "the address register's UUID"),
        Column("road", "string", "name of the road", nullable=True),
        Column("house_number", "string", "house number with its letter", nullable=True),
        Column("postcode", "string", "postcode", nullable=True),
        Column("municipality", "string", "official code of the municipality", nullable=True),
        Column("easting_m", "double", "metres, EPSG:25832", nullable=True),
        Column("northing_m", "double", "metres, EPSG:25832", nullable=True),
    ),
)

LAYERS = {table.name: table for table in (BOUNDARIES, USES, ADDRESSES)}
