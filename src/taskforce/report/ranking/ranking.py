"""A ranking of public sites: what was asked, from which data, and the best choice of each size."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from taskforce.vocabulary.signal import Service


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for.

    `municipality` is an official code, or None for the whole region. `need` is "reported",
    "predicted", "either" or "fixed". A site covers a home where the predicted signal reaches
    `threshold_dbm` plus `margin_db`. `budget_dkk` is a sum of yearly costs.
    """

    municipality: str | None = None
    need: str = "reported"
    service: Service = Service.DATA
    threshold_dbm: float = -100.0
    margin_db: float = 0.0
    k: int = 10
    budget_dkk: int | None = None
    forced: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """The homes and firms to cover: addresses, each counted once.

    `unknown` were never reported on: they stand apart, and are not among `lacking`.
    `off_terrain` of the lacking ones could not be predicted for; `reachable` is what all sites
    together would cover.
    """

    lacking: int
    unknown: int
    off_terrain: int
    reachable: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """A site that could be chosen.

    Coordinates in EPSG:25832, metres, and in degrees; `antenna_m` over the ground, the default
    of its kind where `antenna_assumed`. `alone` counts the lacking addresses that it would
    cover by itself.
    """

    id: str
    name: str
    kind: str
    owner: str
    municipality: str | None
    easting_m: float
    northing_m: float
    longitude: float
    latitude: float
    antenna_m: float
    antenna_assumed: bool
    alone: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """Why a site is in a choice, in addresses; see `taskforce.siting.explanation.ChosenSite`.

    `rank` is its place in the rollout, from 1; `after` what all sites up to it cover together.
    `instead` is the best site to stand in, or None; `loss` what is lost by that. `kept_share`
    says in what share (0 to 1) of the scenarios −8, 0 and +8 dB it stays chosen; None where
    that was not asked. `road_km` is what it covers of roads and no site before it does; None
    where no roads are known.
    """

    id: str
    rank: int
    alone: int
    newly_covered: int
    after: int
    only_here: int
    instead: str | None
    loss: int
    kept_share: float | None
    road_km: float | None


@dataclass(frozen=True, slots=True)
class Stage:
    """The best choice of at most `k` sites, in the order of the rollout.

    `value` and `bound` are addresses: no choice of as many sites covers more than `bound`.
    `checked` says that value and bound were verified apart from the solver.
    """

    k: int
    value: int
    bound: int
    checked: bool
    chosen: tuple[Chosen, ...]

    @property
    def proven(self) -> bool:
        """Whether no choice of as many sites covers more."""
        return self.bound <= self.value

    @property
    def gap(self) -> float:
        """How much better a choice could be at most: share of the bound, 0 to 1."""
        return (self.bound - self.value) / self.bound if self.bound > self.value else 0.0


@dataclass(frozen=True, slots=True)
class Input:
    """One thing a ranking was made from: its kind, id on the shelf, day and publisher.

    `certainty` is a value of `taskforce.vocabulary.certainty.Certainty`.
    """

    kind: str
    id: str
    as_of: str
    publisher: str
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """One assumption of the prediction, in both languages, with its value."""

    danish: str
    english: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A site that was not reckoned with, and why; in both languages."""

    id: str
    name: str
    danish: str
    english: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking, with all that it rests on.

    `inputs` names what was read, by kind ("coverage", "addresses", "sites", "masts", "terrain",
    "measurements", "roads"), each by its id on the shelf and its day. `terrain` is a value of
    `taskforce.prediction.terrain.TerrainMode`, "none" for a flat earth. `assumptions` are the terms
    of the link budget in words, Danish and English. `spread_db` is the spread of the prediction,
    and `calibrated` whether it was measured in the region. `left_out` are sites that could not be
    reckoned with, each with its reason.
    """

    id: str
    made_at: datetime
    software: str
    demonstration: bool
    question: Question
    demand: Demand
    inputs: tuple[Input, ...]
    terrain: str
    spread_db: float
    calibrated: bool
    assumptions: tuple[Assumption, ...]
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    stages: tuple[Stage, ...]

    def candidate(self, site: str) -> Candidate:
        """The candidate with this id."""
        return next(each for each in self.candidates if each.id == site)

    def stage(self, k: int) -> Stage:
        """The best choice of at most `k` sites; the nearest one that was reckoned."""
        return min(self.stages, key=lambda each: (abs(each.k - k), each.k))
