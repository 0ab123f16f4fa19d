"""How heights are to be taken in: the step, the kind of model, what stands on the ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from taskforce.sources.terrain.cover import parse_codes
from taskforce.vocabulary.errors import WrongUse

STEP_M = 50.0
KINDS = ("dtm", "dsm")


@dataclass(frozen=True, slots=True)
class TerrainChoices:
    """How the user wants heights to be taken in.

    `kind` is "dtm" (the bare ground) or "dsm" (trees and houses are in it); `clutter` tells what
    stands on the ground, in metres or, with `clutter_codes`, in codes; `crs` counts only where a
    file does not tell its own.
    """

    as_of: date | None = None
    clutter: Path | None = None
    clutter_codes: str | None = None
    step: float = STEP_M
    kind: str = "dtm"
    crs: str | None = None
    fill_voids: bool = False
    anywhere: bool = False
    dry_run: bool = False


def refuse_contradictions(choices: TerrainChoices) -> None:
    """Refuse choices that cannot be meant: an unknown kind, an odd step, land cover twice."""
    if choices.kind not in KINDS:
        raise WrongUse(f'"{choices.kind}" is no kind of height model: dtm or dsm.')
    if not 1 <= choices.step <= 1_000:
        raise WrongUse(f"A step of {choices.step:g} m is not between 1 and 1,000 m.")
    if choices.clutter and choices.kind == "dsm":
        raise WrongUse(
            "A surface model (dsm) holds trees and houses already; with --clutter they would count "
            "twice.",
            remedy="Leave --clutter out, or give a terrain model (--kind dtm).",
        )
    if choices.clutter_codes and not choices.clutter:
        raise WrongUse("--clutter-codes needs --clutter.")
    if choices.clutter_codes:
        parse_codes(choices.clutter_codes)
