"""The badges, their names, the rule of each, and how it is earned."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext

# The least share of reports that is answered by the promised day.
LEAST_ON_TIME = 0.9


class BadgeKind(StrEnum):
    """One badge; its value stands in web addresses on other sites, and so never changes."""

    ENTRY = "tovholder"
    TAKES_PART = "deltager"
    GUIDELINES = "retningslinjer"
    PLAN = "handleplan"
    ANSWERS = "svarer-til-tiden"
    RENT = "lejemetode"
    SITES = "offentlige-ejendomme"

    @property
    def label(self) -> str:
        return _names()[self]

    @property
    def rule(self) -> str:
        """What has to hold, in one sentence."""
        return _rules()[self]

    @property
    def way(self) -> str:
        """What the municipality does to earn it."""
        return _ways()[self]


def _names() -> dict[BadgeKind, str]:
    return {
        BadgeKind.ENTRY: gettext("One point of entry"),
        BadgeKind.TAKES_PART: gettext("Takes part in the taskforce"),
        BadgeKind.GUIDELINES: gettext("Follows the common guidelines"),
        BadgeKind.PLAN: gettext("Action plan decided"),
        BadgeKind.ANSWERS: gettext("Answers on time"),
        BadgeKind.RENT: gettext("Rent by method I"),
        BadgeKind.SITES: gettext("Public sites on offer"),
    }


def _rules() -> dict[BadgeKind, str]:
    return {
        BadgeKind.ENTRY: gettext(
            "A coordinator is named for everybody to see, and has confirmed the contact details "
            "within the last 180 days."
        ),
        BadgeKind.TAKES_PART: gettext(
            "The municipality has decided to take part in the Digital Taskforce, and has neither "
            "paused nor left."
        ),
        BadgeKind.GUIDELINES: gettext(
            "Every clause of the common guidelines in force has been adopted, as it is or with a "
            "change that is stated."
        ),
        BadgeKind.PLAN: gettext(
            "The action plan has at least one goal and one action with a deadline, and the day of "
            "the council's decision is known."
        ),
        BadgeKind.ANSWERS: gettext(
            "At least nine of ten reports of missing coverage were answered by the day that the "
            "municipality itself has promised. At least five reports are needed."
        ),
        BadgeKind.RENT: gettext(
            "The municipality finds the rent for masts from the public valuation, which is method "
            "I of the state's guide, and links to the decision."
        ),
        BadgeKind.SITES: gettext(
            "At least one of the municipality's own buildings or areas is on offer for masts and "
            "antennas, with confirmed facts."
        ),
    }


def _ways() -> dict[BadgeKind, str]:
    return {
        BadgeKind.ENTRY: gettext("Name a coordinator, show the name to everybody, and confirm it."),
        BadgeKind.TAKES_PART: gettext("Decide to take part, and tell the taskforce."),
        BadgeKind.GUIDELINES: gettext("Decide on the clauses that are missing."),
        BadgeKind.PLAN: gettext(
            "Write a goal with an action and a deadline, and the day of the council's decision."
        ),
        BadgeKind.ANSWERS: gettext("Answer the reports by the day that you have promised."),
        BadgeKind.RENT: gettext(
            "Choose method I in the words of your page, with a link to the decision."
        ),
        BadgeKind.SITES: gettext("Put one of your sites on offer, and confirm its facts."),
    }
