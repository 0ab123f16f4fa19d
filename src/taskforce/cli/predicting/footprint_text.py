"""A footprint told at the command line: for people in words, for machines as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taskforce.cli.answers import number, write_json, write_table
from taskforce.vocabulary.signal import Tier

if TYPE_CHECKING:
    from taskforce.report.footprint.told import Told
    from taskforce.report.ranking.ranking import LeftOut

_HEADING = ("Name", "km²", "Farthest, km", "Signal (RSRP, dBm)")


def show(told: Told, *, as_json: bool, files: Sequence[Path]) -> None:
    """Print one footprint, and which files were written."""
    from taskforce.report.codec import plain

    if as_json:
        write_json(plain(told))
        return
    assumed = " (assumed)" if told.antenna_assumed else ""
    click.echo(
        f"{told.id}, {told.name}: antennas at {told.antenna_m:g} m{assumed}, "
        f"predicted {told.radius_m / 1000:g} km around, {_terrain(told)}."
    )
    rows = [
        (one.tier.label.en, f"{one.km2:,.1f}", _km(told, one.farthest_km), _levels(told, one.tier))
        for one in told.areas
    ]
    write_table(f"Enough for {told.service.value}: {told.threshold_dbm:g} dBm", _HEADING, rows)
    if told.off_terrain_km2:
        click.echo(f"Nothing is said about {told.off_terrain_km2:,.1f} km² off the terrain.")
    _show_grounds(told)
    for file in files:
        click.echo(f"Written: {file}")


def show_all(
    done: Sequence[tuple[Told, bool]],
    left_out: Sequence[LeftOut],
    folder: Path,
    *,
    as_json: bool,
) -> None:
    """Print all footprints in a line each, and the sites that were left out, with why."""
    from taskforce.report.codec import plain

    if as_json:
        write_json({"sites": plain([one for one, _ in done]), "left_out": plain(left_out)})
        return
    rows = [(one.id, one.name, *(f"{each.km2:,.1f}" for each in one.areas)) for one, _ in done]
    tiers = tuple(f"{tier.value.capitalize()} km²" for tier in Tier)
    write_table("Footprints", ("Id", "Name", *tiers), rows)
    fresh = sum(made for _, made in done)
    click.echo(
        f"{number(len(done))} footprints lie in {folder}: {number(fresh)} made now, "
        f"{number(len(done) - fresh)} were there already."
    )
    for site in left_out:
        click.echo(f"Left out: {site.id} ({site.name}). {site.english}")
    if done:
        click.echo(f"All of them: {_terrain(done[0][0])}.")
        _show_grounds(done[0][0])


def _show_grounds(told: Told) -> None:
    where = "measured in this region" if told.calibrated else "typical, not measured here"
    click.echo(
        f"Spread of the prediction: {told.spread_db:.1f} dB ({where}). Likely and unlikely lie at "
        "least that far above and below what is enough. Water is counted as ground."
    )
    click.echo("Assumptions:")
    for one in told.assumptions:
        click.echo(f"  {one.english}: {round(one.value, 1):g} {one.unit}".rstrip())
    for read in told.inputs:
        click.echo(f"From {read.kind} {read.id}, as of {read.as_of} ({read.publisher}).")
    click.echo(f"Method: ITU-R P.1812-8, calculated; software {told.software}.")


def _terrain(told: Told) -> str:
    made_up = "demonstration data, " if told.demonstration else ""
    return f"{made_up}{told.terrain_label}"


def _levels(told: Told, tier: Tier) -> str:
    high, low = told.threshold_dbm + told.spread_db, told.threshold_dbm - told.spread_db
    if tier is Tier.LIKELY:
        return f"from {high:.1f}"
    return f"below {low:.1f}" if tier is Tier.UNLIKELY else f"{low:.1f} to {high:.1f}"


def _km(told: Told, farthest_km: float | None) -> str:
    if farthest_km is None:
        return "none"
    # What reaches the edge of the prediction reaches further than it says.
    on_edge = farthest_km * 1000 > told.radius_m - 2 * told.cell_m
    return f"{told.radius_m / 1000:g} or more" if on_edge else f"{farthest_km:.1f}"
