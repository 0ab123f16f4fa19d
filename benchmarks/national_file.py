"""A national coverage file in the official Danish layout, made of the made-up facts."""

from __future__ import annotations

from pathlib import Path

import duckdb

from benchmarks.country import municipalities
from taskforce.vocabulary.technology import Technology

COLUMNS = {
    "fasttraadloest": Technology.FIXED_WIRELESS,
    "fiber": Technology.FIBRE,
    "kabel_tv": Technology.CABLE,
    "xdsl": Technology.XDSL,
    "mobil": Technology.MOBILE,
}


def write_official(facts: Path, target: Path, *, rows: int | None = None) -> None:
    """Write each technology's best pair as the national file has it: wide, text, decimal comma."""
    speeds = ", ".join(
        f"coalesce(replace(printf('%.3f', {name}.{side} / 1000), '.', ','), '')"
        f" AS {side}load_{name}"
        for name in COLUMNS
        for side in ("down", "up")
    )
    best = ", ".join(
        f"max({{'down': download_kbps, 'up': upload_kbps}})"
        f" FILTER (technology = {code(technology)}) AS {name}"
        for name, technology in COLUMNS.items()
    )
    duckdb.execute(f"""
        COPY (
          SELECT CAST(md5(a.address_id::VARCHAR) AS UUID)::VARCHAR AS adgadr_id,
                 'Vej ' || (a.address_id // 40) AS vejnavn,
                 (a.address_id % 40 + 1)::VARCHAR AS husnr,
                 1000 + a.postcode AS postnr, n.name AS kommunenavn,
                 replace(a.easting_m::VARCHAR, '.', ',') AS etrs89koordinat_oest,
                 replace(a.northing_m::VARCHAR, '.', ',') AS etrs89koordinat_nord, {speeds}
          FROM '{facts / "addresses.parquet"}' a
          JOIN ({names()}) n USING (municipality)
          LEFT JOIN (SELECT address_id, {best} FROM '{facts / "offers.parquet"}' GROUP BY 1) b
            USING (address_id)
          {"" if rows is None else f"WHERE a.address_id < {rows}"})
        TO '{target}' (DELIMITER ';', HEADER, FORCE_QUOTE (adgadr_id, vejnavn, husnr, kommunenavn,
           etrs89koordinat_oest, etrs89koordinat_nord))""")


def code(technology: Technology) -> int:
    """The small number that stands for a technology in the made-up facts."""
    return list(Technology).index(technology)


def names() -> str:
    """The municipalities' codes and names, as SQL."""
    return " UNION ALL ".join(
        f"SELECT {int(place.code)} AS municipality, '{place.code}' AS code, '{place.name}' AS name"
        for place in municipalities()
    )
