"""The table of mobile measurements: what telephones and drive tests met, place by place."""

from __future__ import annotations

from taskforce.tables.promise import Column, Table

MEASUREMENTS = Table(
    name="measurements",
    grain="one row per measurement that was kept; a standing vehicle counts once a minute",
    columns=(
        Column("source", "string", "the file as it was delivered; sources are kept apart"),
        Column("layout", "string", "the mapping profile it was read by"),
        Column("time_utc", "timestamp[us]", "when; null where not told", nullable=True),
        Column("easting_m", "double", "metres, EPSG:25832"),
        Column("northing_m", "double", "metres, EPSG:25832"),
        Column("longitude", "double", "degrees, EPSG:4326"),
        Column("latitude", "double", "degrees, EPSG:4326"),
        Column("operator", "string", "as the telephone names it", nullable=True),
        Column("generation", "string", "2G, 3G, 4G or 5G", nullable=True),
        Column("band", "string", "as the source writes it", nullable=True),
        Column("cell", "string", "the cell that served the telephone", nullable=True),
        Column("rsrp_dbm", "double", "reference signal, 4G and 5G only", nullable=True),
        Column("rsrq_db", "double", "quality of the reference signal", nullable=True),
        Column("sinr_db", "double", "signal over noise and interference", nullable=True),
        Column("other_dbm", "double", "level of 2G (RxLev) or 3G (RSCP)", nullable=True),
        Column("speed_kmh", "double", "of the vehicle", nullable=True),
        Column("download_mbps", "double", "as measured just then", nullable=True),
        Column("upload_mbps", "double", "as measured just then", nullable=True),
    ),
)
