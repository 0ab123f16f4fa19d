"""`taskforce warm-up`: compile the radio model beforehand, so that nobody waits for it later."""

from __future__ import annotations

from time import perf_counter

import click


@click.command()
def command() -> None:
    """Compile the radio model for this machine and keep it, so that its first use is quick.

    Needed once after an installation or an update. Without it the first prediction compiles.
    """
    from taskforce.prediction.p1812.warming import warm_up

    start = perf_counter()
    compiled = warm_up()
    seconds = perf_counter() - start
    if compiled:
        click.echo(f"Compiled the radio model in {seconds:.1f} seconds; it is kept on the disk.")
    else:
        click.echo(f"The radio model was compiled already; loading it took {seconds:.1f} seconds.")
