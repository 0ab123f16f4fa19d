"""What else is known of the place of a white spot: roll-out plans and dialogues.

A plan or a dialogue that the caller may not open is not counted, hinted at, or left out visibly.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.dialogue.queries.access import open_to as dialogues_open_to
from taskforce.web.people.caller import Caller
from taskforce.web.plans.queries.access import open_to as plans_open_to
from taskforce.web.spots.models import Spot

_MOST = 20


@dataclass(frozen=True, slots=True)
class Link:
    """One page that the caller may open, with its title and a few words."""

    title: str
    detail: str
    path: str


@dataclass(frozen=True, slots=True)
class Linked:
    """What concerns the municipality of the spot, the newest first."""

    plans: list[Link]
    dialogues: list[Link]


def linked(spot: Spot, caller: Caller) -> Linked:
    """Everything that is open to the caller anyway."""
    return Linked(_plans(spot, caller), _dialogues(spot, caller))


def _plans(spot: Spot, caller: Caller) -> list[Link]:
    here = plans_open_to(caller).filter(areas__municipality=spot.municipality_id)
    return [
        Link(one.name, one.operator.name, reverse("rollout", args=[one.pk]))
        for one in here.distinct().order_by("operator__name", "name")[:_MOST]
    ]


def _dialogues(spot: Spot, caller: Caller) -> list[Link]:
    here = dialogues_open_to(caller).filter(municipality=spot.municipality_id)
    return [
        Link(
            one.title or gettext("Dialogue"),
            str(one.get_kind_display()),
            reverse("dialogue", args=[one.pk]),
        )
        for one in here.order_by("-opened_at")[:_MOST]
    ]
