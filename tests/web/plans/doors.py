"""Who gets in where among the pages of plans; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    CONSULTANT,
    EVERYBODY,
    HOME,
    OFFICIALS,
    Places,
    anywhere,
    at_places,
)

# Both plans are the operator's; one concerns Sorø, the other Lolland.
_KEEPERS = CONSULTANT | {"operator", "other_operator"}
_OWN = CONSULTANT | {"operator"}
_SEES: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}

PLANS: dict[str, Places] = {
    "rollouts": anywhere(EVERYBODY),
    # Whether there is such a plan for the reader is the page's own question.
    **dict.fromkeys(("rollout", "rollout-export"), at_places(EVERYBODY)),
    **dict.fromkeys(("rollout-new", "rollout-template"), anywhere(_KEEPERS)),
    **dict.fromkeys(
        (
            "rollout-renew",
            "rollout-withdraw",
            "rollout-version-look",
            "rollout-version-take-in",
            "rollout-version-forget",
            "rollout-version-left-out",
        ),
        at_places(_OWN),
    ),
    # Only the operator itself says that everyone may see its plan.
    "rollout-openness": at_places(frozenset({"operator"})),
    **dict.fromkeys(("rollouts-planned", "rollouts-planned-csv", "rollouts-planned-xlsx"), _SEES),
}
PLANS_ABOUT: dict[str, dict[str, Any]] = {"rollout-template": {"kind": "csv"}}
