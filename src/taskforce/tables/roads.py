"""The table of roads: short pieces, so that a piece is either reached by a signal or is not."""

from __future__ import annotations

from taskforce.tables.promise import Column, Table

ROADS = Table(
    name="roads",
    grain="one row per piece of road of at most 100 metres",
    columns=(
        Column("easting_m", "double", "middle of the piece, metres, EPSG:25832"),
        Column("northing_m", "double", "middle of the piece, metres, EPSG:25832"),
        Column("length_m", "double", "metres along the centre line"),
        Column(
            "municipality",
            "string",
            "by the middle of the piece; the file's own word where no boundary holds it",
            nullable=True,
        ),
        Column("road_class", "string", "the file's word for the kind of road", nullable=True),
    ),
)
