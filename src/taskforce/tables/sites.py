"""The table of public sites: buildings, towers and land where a mast could stand."""

from __future__ import annotations

from taskforce.tables.promise import Column, Table

SITES = Table(
    name="sites",
    grain="one row per site that may be chosen",
    key=("site_id",),
    columns=(
        Column("site_id", "string", "the register's own id, for example P-12"),
        Column("name", "string", "what people call it"),
        Column("kind", "string", "see taskforce.vocabulary.site.SiteKind"),
        Column("owner", "string", "the public body that owns it"),
        Column("owner_kind", "string", "municipality, region, state or other"),
        Column("municipality", "string", "official code, by the coordinate", nullable=True),
        Column("easting_m", "double", "metres, EPSG:25832"),
        Column("northing_m", "double", "metres, EPSG:25832"),
        Column("longitude", "double", "degrees, EPSG:4326"),
        Column("latitude", "double", "degrees, EPSG:4326"),
        Column("structure_m", "double", "height of the structure over the ground", nullable=True),
        Column("antenna_m", "double", "height of antennas over the ground, as predicted with"),
        Column("antenna_assumed", "bool", "true where antenna_m is the default of the kind"),
        Column("ground_m", "double", "height of the ground over the sea", nullable=True),
        Column("available", "bool", "false where it stands in the register but is not offered"),
        Column("annual_cost_dkk", "double", "for --budget; null where not told", nullable=True),
    ),
)
