"""Those who try every door, by role, and the places at which they try."""

from __future__ import annotations

OFFICIALS = frozenset({"coordinator", "case_officer", "site_manager"})
AWAY_OFFICIALS = frozenset({"other_coordinator"})
BUSINESS = frozenset({"operator", "other_operator", "landlord"})
CONSULTANT = frozenset({"consultant"})
ADMINISTRATOR = frozenset({"administrator"})
WITH_A_ROLE = OFFICIALS | AWAY_OFFICIALS | BUSINESS | CONSULTANT | ADMINISTRATOR
SIGNED_IN = WITH_A_ROLE | {"nobody"}
EVERYBODY = SIGNED_IN | {"visitor"}
NOBODY: frozenset[str] = frozenset()

Places = dict[str, frozenset[str]]

# Home is Sorø, away is Lolland, firm is the operator's own organisation.
ANY, HOME, AWAY, FIRM = "any", "home", "away", "firm"


def anywhere(members: frozenset[str]) -> Places:
    """A page without a place of its own."""
    return {ANY: members}


def at_places(members: frozenset[str]) -> Places:
    """A page with a place, but with the same rule at each."""
    return {HOME: members, AWAY: members}
