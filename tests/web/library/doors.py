"""Who gets in where among the materials; a part of the table of every door."""

from __future__ import annotations

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

# A material is found or not by its name; here it is not. Hidden ones have a test of their own.
LIBRARY_ABOUT = {"material": {"slug": "ingen"}}
LIBRARY: dict[str, Places] = {
    **dict.fromkeys(
        ("library", "library-start", "library-feed", *LIBRARY_ABOUT), anywhere(EVERYBODY)
    ),
    "library-for-plan": {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT},
    "material-version": at_places(EVERYBODY),
    **dict.fromkeys(("library-desk", "material-new"), anywhere(CONSULTANT)),
    **dict.fromkeys(
        (
            "material-change",
            "material-confirm",
            "material-files",
            "material-paper-newer",
            "material-version-remove",
        ),
        at_places(CONSULTANT),
    ),
}
