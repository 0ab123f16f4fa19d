"""The tables of the mast register: where masts stand, and which antennas hang on them."""

from __future__ import annotations

from taskforce.tables.promise import Column, Table

MASTS = Table(
    name="masts",
    grain="one row per mast: all antennas at one coordinate",
    key=("mast_id",),
    columns=(
        Column("mast_id", "string", "stable: made of the coordinate and whether it stands yet"),
        Column("name", "string", "the register's station names, joined by a comma"),
        Column("easting_m", "double", "metres, EPSG:25832"),
        Column("northing_m", "double", "metres, EPSG:25832"),
        Column("longitude", "double", "degrees, EPSG:4326"),
        Column("latitude", "double", "degrees, EPSG:4326"),
        Column("planned", "bool", "true where no antenna is in use yet"),
        Column(
            "uncertainty_m",
            "double",
            "radius in which the place lies; null where it is exact",
            nullable=True,
        ),
        Column(
            "mobile",
            "bool",
            "true where an antenna in use (or, on a planned mast, a planned one) serves telephones",
        ),
        Column("road", "string", "name of the road", nullable=True),
        Column("house_number", "string", "house number with its letter", nullable=True),
        Column("postcode", "string", "postcode", nullable=True),
        Column(
            "municipality",
            "string",
            "by the coordinate; the register's own word where there are no boundaries",
            nullable=True,
        ),
        Column("antennas", "int32", "number of antennas"),
    ),
)

ANTENNAS = Table(
    name="antennas",
    grain="one row per antenna: station, technology and band",
    columns=(
        Column("mast_id", "string", "the mast it hangs on"),
        Column("station", "string", "the register's name of the station; not unique"),
        Column("planned", "bool", "true where it is not in use yet"),
        Column("mobile", "bool", "false for GSM-R, DAB, television, FM, radio links"),
        Column("service", "string", "the register's word for the kind of service"),
        Column("technology", "string", "GSM, UMTS, LTE, NR …, as the register writes it"),
        Column("generation", "string", "2G, 3G, 4G, 5G; null where it is none", nullable=True),
        Column("band_mhz", "int32", "frequency band; null where not told", nullable=True),
        Column("operator", "string", "null: the official register names none", nullable=True),
        Column("in_use_since", "date32", "first day in use; null where planned", nullable=True),
        Column("expected", "date32", "expected first day; null where not told", nullable=True),
    ),
)
