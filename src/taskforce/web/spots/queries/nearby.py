"""What lies in and around a white spot: reports of missing coverage, sites for masts, and cases."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import pi, sqrt

import numpy as np
from django.urls import reverse

from taskforce.vocabulary.coordinates import to_metric
from taskforce.web.cases.models import Case
from taskforce.web.cases.places.shape import positions
from taskforce.web.cases.queries.access import open_to as cases_open_to
from taskforce.web.gaps.queries.access import seen_by as gaps_seen_by
from taskforce.web.people.caller import Caller
from taskforce.web.sites.queries.access import open_to as sites_open_to
from taskforce.web.spots.models import Spot

# Beyond the edge of a round white spot of the same area: how far a mast or a dig may matter.
AROUND_M = 2_000.0
_M2_PER_KM2 = 1_000_000
_MOST = 20


@dataclass(frozen=True, slots=True)
class Near:
    """One thing nearby, how far it is from the middle of the white spot, and its page."""

    title: str
    detail: str
    path: str
    metres: float


@dataclass(frozen=True, slots=True)
class Place:
    """Something with a point on the map, before it is known whether it is near."""

    title: str
    detail: str
    path: str
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the caller may see of it, the nearest first, and how far was looked."""

    gaps: list[Near]
    sites: list[Near]
    cases: list[Near]
    within_m: float

    @property
    def anything(self) -> bool:
        return bool(self.gaps or self.sites or self.cases)


def near(spot: Spot, caller: Caller) -> Surroundings:
    """Everything around a white spot that is open to the caller anyway."""
    within_m = AROUND_M + sqrt(spot.area_km2 * _M2_PER_KM2 / pi)
    return Surroundings(
        gaps=nearest(spot, _gaps(spot, caller), within_m),
        sites=nearest(spot, _sites(spot, caller), within_m),
        cases=nearest(spot, _cases(spot, caller), within_m),
        within_m=within_m,
    )


def nearest(spot: Spot, places: Iterable[Place], within_m: float) -> list[Near]:
    """Those no farther away than that, the nearest first."""
    every = list(places)
    if not every:
        return []
    east, north = to_metric(
        np.array([spot.longitude, *(one.longitude for one in every)]),
        np.array([spot.latitude, *(one.latitude for one in every)]),
    )
    far = np.hypot(east[1:] - east[0], north[1:] - north[0]).tolist()
    found = [
        Near(one.title, one.detail, one.path, metres)
        for one, metres in zip(every, far, strict=True)
        if metres <= within_m
    ]
    return sorted(found, key=lambda one: (one.metres, one.title))[:_MOST]


def _gaps(spot: Spot, caller: Caller) -> list[Place]:
    # A citizen's address is not told here: the report's own page has it.
    told = gaps_seen_by(caller).filter(
        municipality=spot.municipality, longitude__isnull=False, erased_at__isnull=True
    )
    return [
        Place(
            one.number,
            str(one.get_state_display()),
            reverse("gap", args=[one.pk]),
            one.longitude or 0.0,
            one.latitude or 0.0,
        )
        for one in told
    ]


def _sites(spot: Spot, caller: Caller) -> list[Place]:
    found = sites_open_to(caller).filter(municipality=spot.municipality)
    return [
        Place(
            one.name,
            str(one.get_availability_display()),
            reverse("site", args=[one.pk]),
            one.longitude,
            one.latitude,
        )
        for one in found
    ]


def _cases(spot: Spot, caller: Caller) -> list[Place]:
    found = cases_open_to(caller).filter(municipality=spot.municipality, shape__isnull=False)
    return [_case(one) for one in found]


def _case(case: Case) -> Place:
    longitude, latitude = positions(case.shape or {})[0]
    path = reverse("case", args=[case.pk])
    return Place(case.title, str(case.get_state_display()), path, longitude, latitude)
