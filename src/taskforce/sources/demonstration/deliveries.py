"""Writes the whole demonstration region as files, just as the real publishers deliver them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.compute as pc

from taskforce import __version__
from taskforce.sources.demonstration import layouts
from taskforce.sources.demonstration.addresses import Register, build_register
from taskforce.sources.demonstration.areas import (
    LAND,
    land_shape,
    municipality_areas,
    write_areas,
)
from taskforce.sources.demonstration.buildings import building_register
from taskforce.sources.demonstration.drive_test import TESTED, write_drive_test
from taskforce.sources.demonstration.faults import misplaced_names, with_faults
from taskforce.sources.demonstration.first_survey import FIRST, first_survey
from taskforce.sources.demonstration.ground_files import write_ground
from taskforce.sources.demonstration.mast_register import write_masts
from taskforce.sources.demonstration.mobile import Mobile, make_mobile
from taskforce.sources.demonstration.networks import Survey, conduct_surveys
from taskforce.sources.demonstration.public_property import write_property
from taskforce.sources.demonstration.road_lines import write_roads
from taskforce.sources.demonstration.route import plan_route
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.technology import Technology

DEFAULT_ADDRESSES = 400_000
SEED = 1085

# Written last: it says that the folder is complete, and what it was made with.
STAMP = "demonstration.json"

OLDER_FILES = {
    Technology.FIBRE: "demonstration_2016_fiber.csv",
    Technology.CABLE: "demonstration_2016_kabel_tv.csv",
    Technology.XDSL: "demonstration_2016_xdsl.csv",
    Technology.FIXED_WIRELESS: "demonstration_2016_fast_traadloest.csv",
    Technology.MOBILE: "demonstration_2016_mobil.csv",
}
FIRST_FILES = {one: name.replace("_2016_", "_2015_") for one, name in OLDER_FILES.items()}


@dataclass(frozen=True, slots=True)
class Deliveries:
    """Where the files of the demonstration lie, in the order they are collected."""

    boundaries: Path
    addresses: Path
    uses: Path
    coverage_first: tuple[Path, ...]
    coverage_then: tuple[Path, ...]
    coverage_now: Path
    terrain: Path
    land_cover: Path
    masts: Path
    drive_tests: tuple[Path, ...]
    sites: Path
    roads: Path

    @property
    def files(self) -> tuple[Path, ...]:
        return (
            self.boundaries,
            self.addresses,
            self.uses,
            *self.coverage_first,
            *self.coverage_then,
            self.coverage_now,
            self.terrain,
            self.land_cover,
            self.masts,
            *self.drive_tests,
            self.sites,
            self.roads,
        )


def deliveries_in(folder: Path) -> Deliveries:
    """Name the files of the demonstration in a folder, whether they are there or not."""
    return Deliveries(
        boundaries=folder / "demonstration_kommuner.geojson",
        addresses=folder / "demonstration_adgangsadresser.csv",
        uses=folder / "demonstration_bbr_bygning.csv",
        coverage_first=tuple(folder / name for name in FIRST_FILES.values()),
        coverage_then=tuple(folder / name for name in OLDER_FILES.values()),
        coverage_now=folder / "demonstration_BBK23_udbudt_private.csv",
        terrain=folder / "demonstration_terraen.asc",
        land_cover=folder / "demonstration_landdaekke.asc",
        masts=folder / "demonstration_antenner.json",
        drive_tests=tuple(folder / f"demonstration_maalekoersel_{one}.txt" for one in TESTED),
        sites=folder / "demonstration_placeringer.csv",
        roads=folder / "demonstration_vejmidte.geojson",
    )


def already_written(folder: Path, *, addresses: int, seed: int = SEED, land: Path = LAND) -> bool:
    """Tell whether the folder holds the complete demonstration, made with the same wishes."""
    stamp = folder / STAMP
    return (
        stamp.exists()
        and stamp.read_text(encoding="utf-8") == _stamp(addresses, seed, land)
        and all(file.exists() for file in deliveries_in(folder).files)
    )


def write_deliveries(
    folder: Path,
    *,
    addresses: int = DEFAULT_ADDRESSES,
    seed: int = SEED,
    land: Path = LAND,
    tell: Callable[[str], None] = lambda _: None,
) -> Deliveries:
    """Make up a region and write it in the official file layouts.

    Parameters
    ----------
    folder
        Where the files go; it is made when absent.
    addresses
        About how many access addresses the region has.
    seed
        The same seed gives the same bytes.
    land
        GeoJSON of the land, for the coastline; where absent, land is what lies near a town.
    tell
        Called with the name of each file before it is written.

    Returns
    -------
    Deliveries
        The files: boundaries, address register, building uses, three coverage deliveries; ground,
        masts, drive tests, public property and roads.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / STAMP).unlink(missing_ok=True)
    files = deliveries_in(folder)
    rng = np.random.default_rng(seed)
    areas = municipality_areas(land)
    tell(files.boundaries.name)
    region = load_region("sjaelland")
    write_areas(areas, files.boundaries, region_code=region.code, region_name=region.name.da)
    register = build_register(areas, addresses, rng)
    mobile = make_mobile(areas, land_shape(land), register, seed)
    surveys = conduct_surveys(register, mobile.signal_dbm, rng)
    _write_registers(files, register, rng, tell)
    _write_first(files, register, surveys[0], seed, tell)
    _write_coverage(files, register, surveys, rng, tell)
    _write_mobile(files, register, mobile, seed, tell)
    (folder / STAMP).write_text(_stamp(addresses, seed, land), encoding="utf-8")
    return files


def _stamp(addresses: int, seed: int, land: Path) -> str:
    wishes = {"addresses": addresses, "seed": seed, "coastline": land.exists()}
    return json.dumps({"software": __version__, **wishes})


def _write_registers(
    files: Deliveries, register: Register, rng: np.random.Generator, tell: Callable[[str], None]
) -> None:
    tell(files.addresses.name)
    in_force = ~(register.gone | register.late)
    _write(files.addresses, layouts.address_register(register, in_force), ",")
    tell(files.uses.name)
    _write(files.uses, building_register(register, rng), ";")


def _write_first(
    files: Deliveries, register: Register, later: Survey, seed: int, tell: Callable[[str], None]
) -> None:
    # With a chance of its own, so that nothing else changes.
    survey = first_survey(register, later, np.random.default_rng([seed, FIRST.year]))
    _write_older(files.coverage_first, register, survey, tell)


def _write_older(
    files: tuple[Path, ...], register: Register, survey: Survey, tell: Callable[[str], None]
) -> None:
    names = layouts.municipality_names(register)
    for technology, file in zip(OLDER_FILES, files, strict=True):
        tell(file.name)
        columns = layouts.older_coverage(register, survey, names, technology)
        _write(file, columns, ";", encoding="latin-1")


def _write_coverage(
    files: Deliveries,
    register: Register,
    surveys: tuple[Survey, Survey],
    rng: np.random.Generator,
    tell: Callable[[str], None],
) -> None:
    then, now = surveys
    names = layouts.municipality_names(register)
    _write_older(files.coverage_then, register, then, tell)
    tell(files.coverage_now.name)
    named = misplaced_names(register, names, rng)
    columns = layouts.wide_coverage(register, now, named)
    _write(files.coverage_now, columns, ";", faults=True)


def _write_mobile(
    files: Deliveries, register: Register, mobile: Mobile, seed: int, tell: Callable[[str], None]
) -> None:
    tell(files.terrain.name)
    write_ground(mobile.ground, files.terrain, files.land_cover)
    tell(files.masts.name)
    write_masts(mobile.masts, files.masts)
    for file in files.drive_tests:
        tell(file.name)
    route = plan_route(register, mobile.ground)
    write_drive_test(route, mobile.masts, mobile.ground, files.drive_tests, seed)
    tell(files.sites.name)
    write_property(register, mobile.signal_dbm, mobile.ground, files.sites, seed)
    tell(files.roads.name)
    write_roads(register, files.roads)


def _write(
    file: Path,
    columns: layouts.Columns,
    separator: str,
    *,
    encoding: str = "utf-8",
    faults: bool = False,
) -> None:
    header = separator.join(columns)
    rows = pc.binary_join_element_wise(
        *columns.values(), separator, null_handling="replace", null_replacement=""
    )
    lines = rows.to_pylist()
    if faults:
        lines = with_faults(lines, header)
    file.write_bytes("\n".join([header, *lines, ""]).encode(encoding))
