"""What `tiles` and `report` share: the region, the land, and telling how far they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from taskforce.vocabulary.places import DEFAULT_REGION


def region_option() -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option --region, the same for both commands."""
    return click.option(
        "--region",
        envvar="TASKFORCE_REGION",
        default=DEFAULT_REGION,
        show_default=True,
        help="A region's name, or a TOML file of your own (or set TASKFORCE_REGION).",
    )


def land_file() -> Path | None:
    """Land and coast that `make setup` fetches, to draw under the map; None where they are not."""
    from taskforce.sources.demonstration.areas import LAND

    return LAND if LAND.exists() else None


@contextmanager
def telling() -> Iterator[Callable[[str], None]]:
    """Tell on standard error what is being done, so that standard output stays clean."""
    from rich.console import Console

    console = Console(stderr=True)
    with console.status("Opening the shelf") as status:
        yield lambda doing: status.update(doing)
