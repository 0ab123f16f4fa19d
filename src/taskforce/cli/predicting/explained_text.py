"""An explained signal told at the command line, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from taskforce.cli.answers import write_table
from taskforce.prediction.budget import total
from taskforce.prediction.explanation_words import in_the_way, notes, verdict
from taskforce.report.ranking.grounds import assumptions_of_prediction
from taskforce.report.signal.profile_table import profile_rows

if TYPE_CHECKING:
    from taskforce.cli.predicting.senders import Sender
    from taskforce.prediction.explanation import Explained
    from taskforce.report.signal.ground import Ground
    from taskforce.report.signal.profile_table import ProfileRow

_PROFILE = ("Km", "Ground, m", "Trees, m", "Curve, m", "Line of sight, m", "Zone, m", "Room, m")


def show(found: Explained, ground: Ground, *, sender: Sender, at: str) -> None:
    """Print the answer, the account, the profile and what they rest on.

    Parameters
    ----------
    found, ground
        The signal explained, and what it was explained with.
    sender, at
        The mast, and how the place is called.
    """
    assumed = " (assumed)" if sender.height_assumed else ""
    click.echo(verdict(found).en)
    click.echo(in_the_way(found).en)
    click.echo(
        f"{found.transmitter.id}, {sender.name}, antennas at {found.transmitter.height_m:g} m"
        f"{assumed}; {found.distance_m / 1000:.1f} km to {at}; {found.band.name}."
    )
    _write_account(found)
    _write_others(found)
    rows = [_row(one) for one in profile_rows(found)]
    write_table("The ground between, * is the worst point", _PROFILE, rows)
    _write_grounds(found, ground)


def _write_account(found: Explained) -> None:
    rows = [
        (one.label.en, f"{one.value:+.1f} {one.unit}", "assumed" if one.assumed else "")
        for one in found.terms
    ]
    sums = [("Signal (RSRP)", f"{total(found.terms):.1f} dBm", "")]
    write_table("The account", ("Name", "Value", ""), rows, totals=sums)


def _write_others(found: Explained) -> None:
    bands = [
        (one.band.name, f"{one.signal_dbm:.0f} dBm", one.tier.label.en) for one in found.by_band
    ]
    uses = [
        (one.use.label.en, f"{one.signal_dbm:.0f} dBm", one.tier.label.en) for one in found.by_use
    ]
    write_table(f"All bands, {found.asked.use.label.en}", ("Name", "Signal", ""), bands)
    write_table(f"At {found.band.name}, by use", ("Name", "Signal", ""), uses)


def _row(one: ProfileRow) -> tuple[str, ...]:
    mark = "*" if one.worst else ""
    trees = "unknown" if one.cover_m is None else f"{one.cover_m:.0f}"
    heights = (one.bulge_m, one.sight_m, one.zone_m, one.room_m)
    return (
        f"{mark}{one.distance_m / 1000:.2f}",
        f"{one.ground_m:.0f}",
        trees,
        *(f"{metres:.1f}" for metres in heights),
    )


def _write_grounds(found: Explained, ground: Ground) -> None:
    for note in notes(found):
        click.echo(note.en)
    click.echo("Assumed beside the account:")
    for one in assumptions_of_prediction(found.radio):
        click.echo(f"  {one.english}: {one.value:g} {one.unit}".rstrip())
    for read in ground.inputs:
        click.echo(f"From {read.kind} {read.id}, as of {read.as_of} ({read.publisher}).")
    demonstration = "Demonstration data. " if found.demonstration else ""
    click.echo(f"{demonstration}Method: ITU-R P.1812-8, calculated, {found.terrain.label.en}.")
