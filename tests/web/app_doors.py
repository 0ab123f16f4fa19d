"""The tables of doors that stand beside the tests of each app, gathered into one."""

from __future__ import annotations

from typing import Any

from tests.web.gaps.doors import GAPS, GAPS_ABOUT
from tests.web.library.doors import LIBRARY, LIBRARY_ABOUT
from tests.web.meetings.doors import MEETINGS, MEETINGS_ABOUT
from tests.web.plans.doors import PLANS, PLANS_ABOUT
from tests.web.rankings.doors import RANKINGS
from tests.web.sites.doors import FILES, SITES
from tests.web.sparring.doors import SPARRING
from tests.web.spots.doors import SPOTS
from tests.web.who import Places

APPS: dict[str, Places] = {
    **SITES,
    **RANKINGS,
    **MEETINGS,
    **SPARRING,
    **SPOTS,
    **GAPS,
    **LIBRARY,
    **PLANS,
}
APPS_ABOUT: dict[str, dict[str, Any]] = {
    **GAPS_ABOUT,
    **MEETINGS_ABOUT,
    **LIBRARY_ABOUT,
    **PLANS_ABOUT,
    **{file: {"kind": "csv"} for file in FILES},
}
