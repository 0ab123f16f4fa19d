"""Read an uploaded plan against the addresses that are on show."""

from __future__ import annotations

from pathlib import Path

from taskforce.report.bundle import ADDRESSES_FILE
from taskforce.report.promises.matching import DIVIDE, PlanRead, read_plan
from taskforce.siting.plan_list.promise import Terms
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text, grouped
from taskforce.web.frame.edition import latest

# What one request takes in before it is tired.
MOST_PROMISES = 200_000


def read(file: Path, usual: Terms, *, name: str) -> PlanRead:
    """The promises of a file, and the rows that are none.

    Raises
    ------
    Refused
        The file cannot be read, holds too much, or there is no mapping to find addresses in.
    """
    bundle = latest()
    if bundle is None:
        raise Refused(
            Text(
                "Der er endnu ingen kortlægning, som adresserne kan findes i.",
                "There is no mapping yet in which addresses could be found.",
            ),
            remedy=Text(
                "Vent, til taskforcen har indsamlet en.",
                "Wait until the taskforce has collected one.",
            ),
            file=name,
        )
    found = read_plan(file, book=bundle.path / ADDRESSES_FILE, usual=usual, name=name)
    if len(found.promises) > MOST_PROMISES:
        given, most = grouped(len(found.promises)), grouped(MOST_PROMISES)
        raise Refused(
            Text(
                f"Planen lover {given.da} adresser; der indlæses højst {most.da} ad gangen.",
                f"The plan promises {given.en} addresses; {most.en} are taken in at a time.",
            ),
            remedy=DIVIDE,
            file=name,
        )
    return found
