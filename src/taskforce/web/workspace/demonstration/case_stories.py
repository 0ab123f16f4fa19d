"""The cases of the demonstration: made up, told by days ago, and spread over the region."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from taskforce.web.cases.models import CaseKind, EventKind, Outcome

_RECEIVED, _MISSING, _COMPLETE = EventKind.RECEIVED, EventKind.PAPERS_MISSING, EventKind.COMPLETE
_STOPPED, _RESTARTED = EventKind.STOPPED, EventKind.RESTARTED
_NEIGHBOURS, _PUBLISHED = EventKind.NEIGHBOURS_NOTIFIED, EventKind.PUBLISHED
_DIG, _MAST, _LEASE = CaseKind.DIG, CaseKind.MAST, CaseKind.LEASE
Step = tuple[EventKind, int] | tuple[EventKind, int, str]


@dataclass(frozen=True, slots=True)
class Story:
    """One case: who asks, where, and its steps as (event, days ago, reason)."""

    kind: CaseKind
    title: str
    code: str
    where: str
    at: tuple[float, float] | None
    applicant: str
    facts: dict[str, Any]
    steps: tuple[Step, ...] = ()
    landlord: str = ""
    reference: str = ""
    outcome: Outcome | None = None
    decided_days_ago: int = 0
    conditions: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    # Kilometres east and north of the beginning, for a route.
    route: tuple[tuple[float, float], ...] = field(default=())


_ROUTE = ((0.0, 0.0), (0.22, 0.06), (0.41, 0.05), (0.63, 0.14))
_LONG = {
    "work": "new",
    "road_owner": "municipal",
    "distance_to_road_m": 0.0,
    "road_on_list": False,
    "surface": "asphalt",
    "trench_length_m": 640.0,
    "trench_width_m": 0.4,
    "trench_depth_m": 0.6,
    "method": "machine",
    "ler_inquiry_done": True,
}
_SHORT = _LONG | {"surface": "grass", "trench_length_m": 34.0}
_MAST_36 = {
    "mast_kind": "lattice",
    "mast_height_m": 36.0,
    "zone": "rural",
    "distance_to_building_m": 15.0,
    "designations": [],
}
_ROOF = {"landlord": "public_housing", "leased": "roof", "public_valuation_known": True}
_TOWER = {"landlord": "municipality", "leased": "tall_structure", "public_valuation_known": True}

STORIES = (
    Story(
        _DIG,
        "Fiber i Frederiksvej, Sorø",
        "0340",
        "Frederiksvej 4-38",
        (11.5607, 55.4318),
        "Demonet",
        _LONG,
        ((_RECEIVED, 118), (_COMPLETE, 110)),
        reference="05.01.02-P19-12",
        messages=("Vi kan rykke start til april, hvis det passer bedre med jeres asfalt.",),
        route=_ROUTE,
    ),
    Story(
        _DIG,
        "Fiber til Lynge Kirke",
        "0340",
        "Lynge Bygade 12",
        (11.5306, 55.4013),
        "Demomobil",
        _SHORT,
        ((_RECEIVED, 36),),
        route=_ROUTE[:2],
    ),
    Story(
        _MAST,
        "Gittermast ved Stenlille",
        "0340",
        "Hovedgaden 90, Stenlille",
        (11.5903, 55.5387),
        "Demomobil",
        _MAST_36,
        (
            (_RECEIVED, 104),
            (_MISSING, 96, "Visualisering set fra kirken"),
            (_COMPLETE, 88),
            (_NEIGHBOURS, 70),
        ),
    ),
    Story(
        _LEASE,
        "Antenner på vandtårnet i Dianalund",
        "0340",
        "Vandtårnsvej 1",
        (11.4919, 55.5308),
        "Demomobil",
        _TOWER,
        ((_RECEIVED, 30), (_COMPLETE, 26)),
        landlord="Sorø",
    ),
    Story(
        _DIG,
        "Fiber langs Krønge Møllevej",
        "0360",
        "Krønge Møllevej",
        (11.4303, 54.7312),
        "Demonet",
        _LONG,
        ((_RECEIVED, 150), (_COMPLETE, 141)),
        route=_ROUTE,
    ),
    Story(
        _MAST,
        "Rørmast ved Nakskov Havn",
        "0360",
        "Havnegade 60, Nakskov",
        (11.1304, 54.8281),
        "Demomobil",
        _MAST_36 | {"mast_kind": "tube", "mast_height_m": 30.0, "zone": "urban"},
        ((_RECEIVED, 33), (_MISSING, 20, "Fuldmagt fra ejeren af grunden")),
    ),
    Story(
        _MAST,
        "Mast ved Idestrup",
        "0376",
        "Sdr. Kirkevej, Idestrup",
        (11.9607, 54.7421),
        "Demonet",
        _MAST_36,
        ((_RECEIVED, 160), (_COMPLETE, 152), (_NEIGHBOURS, 130), (_PUBLISHED, 12)),
        reference="2026-004512",
        outcome=Outcome.WITH_CONDITIONS,
        decided_days_ago=14,
        conditions=("colour", "sharing", "take_down", "not_before"),
    ),
    Story(
        _DIG,
        "Rør under Lindholmvej",
        "0376",
        "Lindholmvej",
        (11.8715, 54.7653),
        "Demonet",
        _LONG | {"method": "boring"},
        ((_RECEIVED, 70), (_COMPLETE, 66)),
        route=_ROUTE[:3],
    ),
    Story(
        _DIG,
        "Fiber i Næstved Midtby",
        "0370",
        "Ramsherred",
        (11.7603, 55.2302),
        "Demonet",
        _LONG,
        (
            (_RECEIVED, 96),
            (_COMPLETE, 93),
            (_STOPPED, 60, "Vi venter på ny trafikplan"),
            (_RESTARTED, 41),
        ),
        route=_ROUTE,
    ),
    Story(
        _MAST,
        "Antenner på siloen i Herfølge",
        "0259",
        "Møllevej 9, Herfølge",
        (12.1502, 55.4203),
        "Demomobil",
        {
            "mast_kind": "panel_antenna",
            "mast_height_m": 40.0,
            "zone": "rural",
            "designations": [],
            "host": "silo",
            "adds_height": False,
            "neutral_colour": True,
        },
        ((_RECEIVED, 60), (_COMPLETE, 55)),
        reference="S2026-1180",
        outcome=Outcome.PERMITTED,
        decided_days_ago=22,
    ),
    Story(
        _DIG,
        "Fiber til sommerhusene i Rørvig",
        "0306",
        "Nørrevang",
        (11.7609, 55.9481),
        "Demonet",
        _LONG | {"surface": "gravel"},
        ((_RECEIVED, 40), (_COMPLETE, 31), (_STOPPED, 6, "Ansøger retter tegningerne")),
        route=_ROUTE,
    ),
    Story(
        _LEASE,
        "Antenner på taget af Skovparken",
        "0329",
        "Skovparken 2, Ringsted",
        (11.7904, 55.4482),
        "Demonet",
        _ROOF,
        ((_RECEIVED, 21),),
        landlord="Demoboliger",
    ),
    Story(
        _DIG,
        "Stikledning til Klintevej 3",
        "0336",
        "Klintevej 3, Store Heddinge",
        (12.3905, 55.3101),
        "Demonet",
        _SHORT,
        (),
        route=_ROUTE[:2],
    ),
    Story(
        _LEASE,
        "Plads til teknikhus ved Agervang",
        "0316",
        "Agervang 5, Holbæk",
        (11.7204, 55.7103),
        "Demomobil",
        _ROOF | {"leased": "equipment_house"},
        (),
        landlord="Demoboliger",
    ),
)
# Digs of the past, so that there are handling times to compare: how many, and how long they took.
PAST = (
    ("0340", (9, 12, 7, 15, 11, 10, 22, 8, 13, 9, 12)),
    ("0376", (4, 3, 5, 4, 6, 3, 4, 8, 5, 4, 3, 5)),
    ("0370", (18, 25, 14)),
)
