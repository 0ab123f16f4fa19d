"""Does this software come to the same losses as the reference cases of the Recommendations?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path as File

from taskforce.prediction.p1812.path import path_loss
from taskforce.prediction.p2109 import entry_loss
from taskforce.prediction.reference_cases import Case, cross_cases, entry_cases, profile_cases
from taskforce.vocabulary.errors import Refused

P1812_LIMIT_DB = 0.01
P2109_LIMIT_DB = 0.001


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a set of cases is from the reference."""

    name: str
    cases: int
    worst_db: float
    """The largest |ΔL|."""
    worst_case: str
    """The file and row of that case."""


def check_p1812(folder: File) -> tuple[Agreement, ...]:
    """Work out every reference case of P.1812 in a folder.

    Parameters
    ----------
    folder
        Holds profiles/*.csv (the ITU's validation profiles), *.jsonl (cross cases), or both.

    Returns
    -------
    tuple of Agreement
        One for each set that is there.

    Raises
    ------
    Refused
        Where the folder is missing or holds no case, or a file is broken.
    """
    _must_be_there(folder)
    profiles = sorted((folder / "profiles").glob("*.csv"))
    crossed = sorted(folder.glob("*.jsonl"))
    if not profiles and not crossed:
        raise Refused(
            f"No reference cases of P.1812 in {folder}.",
            remedy="It holds profiles/*.csv or cross_cases.jsonl, or both.",
        )
    sets = []
    if profiles:
        sets.append(_agreement("profiles", _p1812(profiles, profile_cases)))
    if crossed:
        sets.append(_agreement("cross cases", _p1812(crossed, cross_cases)))
    return tuple(sets)


def check_p2109(folder: File) -> tuple[Agreement, ...]:
    """Work out every reference case of P.2109 in a folder.

    Parameters
    ----------
    folder
        Holds p2109.csv, or other CSV files of the same columns.

    Returns
    -------
    tuple of Agreement
        One, for all files.

    Raises
    ------
    Refused
        Where the folder is missing or holds no case, or a file is broken.
    """
    _must_be_there(folder)
    files = sorted(folder.glob("*.csv"))
    if not files:
        raise Refused(f"No reference cases of P.2109 in {folder}.", remedy="It holds p2109.csv.")
    return (_agreement("entry loss", _p2109(files)),)


def _must_be_there(folder: File) -> None:
    if not folder.is_dir():
        raise Refused(f"There is no folder {folder}.")


def _p1812(
    files: Iterable[File], read: Callable[[File], Iterator[Case]]
) -> Iterator[tuple[str, float]]:
    for file in files:
        for case in read(file):
            loss = path_loss(case.path, case.link).loss_db
            yield f"{file.name}, row {case.row}", abs(loss - case.expected_db)


def _p2109(files: Iterable[File]) -> Iterator[tuple[str, float]]:
    for file in files:
        for case in entry_cases(file):
            try:
                loss = entry_loss(
                    case.frequency_ghz,
                    case.building,
                    case.probability_percent,
                    case.elevation_deg,
                )
            except Refused as error:
                raise Refused(error.message, file=file, row=case.row) from error
            yield f"{file.name}, row {case.row}", abs(loss - case.expected_db)


def _agreement(name: str, differences: Iterator[tuple[str, float]]) -> Agreement:
    found = list(differences)
    if not found:
        raise Refused(f"The files of the {name} hold no case.")
    # A loss that is no number is as far off as can be.
    place, worst = max(found, key=lambda each: each[1] if each[1] == each[1] else float("inf"))
    return Agreement(name, len(found), worst if worst == worst else float("inf"), place)
