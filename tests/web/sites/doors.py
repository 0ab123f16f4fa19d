"""Who gets in where among the pages of sites; a part of the table of every door."""

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

# The site at home is Sorø's, the one away Lolland's.
_KEEPERS = OFFICIALS | AWAY_OFFICIALS | CONSULTANT | {"landlord"}
_ABOUT_ALL = ["site-new", "sites-confirm", "sites-own", "sites-own-file", "sites-template"]
_ABOUT_ALL += ["sites-upload"]
_KEPT = [
    "site-availability",
    "site-audiences",
    "site-change",
    "site-confirm",
    "site-discard",
    "site-history",
    "site-photo-change",
    "site-photo-remove",
    "sites-upload-left-out",
    "sites-upload-look",
    "sites-upload-take-in",
    "sites-upload-undo",
]
# It tells what the page of the site tells, and what follows from it.
_SIGNAL = ("site-signal", "site-signal-export", "site-signal-suggestions")
_KEEPS: Places = {HOME: OFFICIALS | CONSULTANT, AWAY: AWAY_OFFICIALS | CONSULTANT}

# What is taken along as a file, in a form that the address names.
FILES = ("ranking-export", "sites-export", "sites-own-file", "sites-template")

SITES: dict[str, Places] = {
    **dict.fromkeys(("sites", "sites-export"), anywhere(EVERYBODY)),
    # What is shown of a site is the page's own question; the register is open to everyone.
    **dict.fromkeys(("site", "site-photo", *_SIGNAL), at_places(EVERYBODY)),
    **dict.fromkeys(_ABOUT_ALL, anywhere(_KEEPERS)),
    **dict.fromkeys(_KEPT, _KEEPS),
    "site-request": at_places(frozenset({"operator", "other_operator"})),
    # The rent is the owner's alone, and the taskforce does not see it either.
    "site-rent": {HOME: OFFICIALS, AWAY: AWAY_OFFICIALS},
}
