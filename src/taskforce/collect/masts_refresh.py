"""Refreshing: the mast register is fetched from its address and taken in, or nothing changes."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from taskforce.collect.identity import GIVEN, AsOf
from taskforce.collect.masts import MastChoices, collect_masts
from taskforce.collect.outcome import Outcome, Tell, silently
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.masts.address import DEFAULT_TIMEOUT_S, DEFAULT_URL
from taskforce.sources.masts.fetching import fetch

FETCHED = "day of fetching"


@dataclass(frozen=True, slots=True)
class RefreshChoices:
    """Where the register is fetched from, how long to wait, and how it is taken in."""

    url: str = DEFAULT_URL
    timeout: float = DEFAULT_TIMEOUT_S
    as_of: date | None = None
    dry_run: bool = False
    allow_rejected: bool = False


_AS_IT_COMES = RefreshChoices()


def refresh_masts(
    shelf: Shelf, choices: RefreshChoices = _AS_IT_COMES, *, tell: Tell = silently
) -> Outcome:
    """Fetch the mast register and take it in; where either fails, the old layer stands.

    Parameters
    ----------
    shelf
        Where the layer is put. It is not locked while the register is fetched.
    choices
        The address, the time limit in seconds, and the choices of collecting.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        As of collecting; `unchanged` where the register has not changed since.

    Raises
    ------
    Refused
        The register could not be fetched, or what came is not the register.
    """
    today = datetime.now(UTC).date()
    day = AsOf(choices.as_of, GIVEN) if choices.as_of else AsOf(today, FETCHED)
    with tempfile.TemporaryDirectory(prefix="taskforce-") as folder:
        tell("Fetching the mast register")
        file = fetch(choices.url, Path(folder) / "antenner.json", timeout_s=choices.timeout)
        how = MastChoices(choices.as_of, choices.dry_run, choices.allow_rejected)
        return collect_masts(shelf, [file], how, day=day, tell=tell)
