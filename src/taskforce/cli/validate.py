"""`taskforce validate`: does the radio model come to the same losses as the reference cases?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taskforce.cli.answers import write_json

if TYPE_CHECKING:
    from taskforce.prediction.validation import Agreement


@click.group(
    epilog="""\b
Examples:
  taskforce validate p1812 p1812-validation
  taskforce validate p2109 p2109-validation --json
"""
)
def command() -> None:
    """Compare the radio model with the reference cases of the ITU Recommendations."""


_FOLDER = click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object, for machines.")


@command.command()
@_FOLDER
@_JSON
def p1812(*, folder: Path, as_json: bool) -> None:
    """Path loss, ITU-R P.1812-8: profiles/*.csv and cross_cases.jsonl below DIR.

    Exit status 1 where a loss is more than 0.01 dB off.
    """
    from taskforce.prediction.p1812.path import EDITION
    from taskforce.prediction.validation import P1812_LIMIT_DB, check_p1812

    _show(EDITION, check_p1812(folder), P1812_LIMIT_DB, as_json=as_json)


@command.command()
@_FOLDER
@_JSON
def p2109(*, folder: Path, as_json: bool) -> None:
    """Building entry loss, ITU-R P.2109-2: p2109.csv in DIR.

    Exit status 1 where a loss is more than 0.001 dB off.
    """
    from taskforce.prediction.p2109 import EDITION
    from taskforce.prediction.validation import P2109_LIMIT_DB, check_p2109

    _show(EDITION, check_p2109(folder), P2109_LIMIT_DB, as_json=as_json)


def _show(
    edition: str, sets: tuple[Agreement, ...], limit_db: float, *, as_json: bool = False
) -> None:
    cases, worst = sum(one.cases for one in sets), max(one.worst_db for one in sets)
    passed = worst <= limit_db
    if as_json:
        write_json(
            {
                "recommendation": edition,
                "cases": cases,
                "max_abs_difference_db": worst,
                "limit_db": limit_db,
                "passed": passed,
                "sets": [
                    {
                        "set": one.name,
                        "cases": one.cases,
                        "max_abs_difference_db": one.worst_db,
                        "worst_case": one.worst_case,
                    }
                    for one in sets
                ],
            }
        )
    else:
        for one in sets:
            click.echo(
                f"{one.name}: {one.cases} cases, max |ΔL| {one.worst_db:.2e} dB ({one.worst_case})"
            )
        verdict = "agrees" if passed else "DIFFERS"
        click.echo(
            f"{edition} {verdict}: {cases} cases, max |ΔL| {worst:.2e} dB (limit {limit_db:g} dB)"
        )
    if not passed:
        sys.exit(1)
