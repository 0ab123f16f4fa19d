"""Who gets in where among profiles, stories and badges; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    CONSULTANT,
    EVERYBODY,
    HOME,
    Places,
    anywhere,
    at_places,
)

_KEEPS: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: CONSULTANT | AWAY_OFFICIALS}
PROFILES_ABOUT: dict[str, dict[str, Any]] = {
    "badges-municipality": {"slug": "soroe"},
    "badge-picture": {"slug": "soroe", "badge": "tovholder"},
}
PROFILES: dict[str, Places] = {
    **dict.fromkeys(("badges", *PROFILES_ABOUT), anywhere(EVERYBODY)),
    **dict.fromkeys(("story", "story-picture"), at_places(EVERYBODY)),
    "profiles-desk": anywhere(CONSULTANT | AWAY_OFFICIALS | {"coordinator"}),
    **dict.fromkeys(
        (
            "profile-room",
            "profile-write",
            "profile-story-new",
            "profile-version",
            "profile-version-change",
            "profile-version-picture",
            "profile-version-send",
            "profile-version-take-back",
            "profile-version-use-again",
            "profile-version-discard",
            "profile-piece-show",
        ),
        _KEEPS,
    ),
    **dict.fromkeys(("profile-version-approve", "profile-version-return"), at_places(CONSULTANT)),
}
