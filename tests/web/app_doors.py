"""The tables of doors that stand beside the tests of each app, gathered into one."""

from __future__ import annotations

from typing import Any

from tests.web.editions.doors import EDITIONS, EDITIONS_ABOUT
from tests.web.embeds.doors import EMBEDS, EMBEDS_ABOUT
from tests.web.gaps.doors import GAPS, GAPS_ABOUT
from tests.web.library.doors import LIBRARY, LIBRARY_ABOUT
from tests.web.meetings.doors import MEETINGS, MEETINGS_ABOUT
from tests.web.news.doors import NEWS, NEWS_ABOUT
from tests.web.plans.doors import PLANS, PLANS_ABOUT
from tests.web.profiles.doors import PROFILES, PROFILES_ABOUT
from tests.web.rankings.doors import RANKINGS
from tests.web.reports.doors import REPORTS, REPORTS_ABOUT
from tests.web.sites.doors import FILES, SITES
from tests.web.sparring.doors import SPARRING
from tests.web.spots.doors import SPOTS
from tests.web.who import Places

APPS: dict[str, Places] = {
    **SITES,
    **REPORTS,
    **PROFILES,
    **NEWS,
    **EMBEDS,
    **EDITIONS,
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
    **REPORTS_ABOUT,
    **PROFILES_ABOUT,
    **NEWS_ABOUT,
    **EMBEDS_ABOUT,
    **EDITIONS_ABOUT,
    **MEETINGS_ABOUT,
    **LIBRARY_ABOUT,
    **PLANS_ABOUT,
    **{file: {"kind": "csv"} for file in FILES},
}
