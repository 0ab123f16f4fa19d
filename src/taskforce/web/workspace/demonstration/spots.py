"""Let white spots and mobile holes be followed up: some have an owner, and operators answered."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from taskforce.web.frame.edition import latest
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.people.models import Account, Organisation, Role
from taskforce.web.spots.actions.answering import answer
from taskforce.web.spots.actions.following_up import follow_up
from taskforce.web.spots.actions.issuing import issue
from taskforce.web.spots.actions.reading import read_mapping
from taskforce.web.spots.actions.reading_mobile import read_overviews
from taskforce.web.spots.models import Answered, Spot
from taskforce.web.spots.queries.asked_now import asked_about
from taskforce.web.spots.queries.size import large
from taskforce.web.workspace.demonstration.accounts import HOME

_ASKED_DAYS_AGO, _ALONE_DAYS = 20, 45
_STEPS = (
    ("Spørg grundejerforeningen, hvor mange der vil skrive sig op", 10),
    ("Hold møde med vandværket om fælles gravning", -3),
)
_MOBILE_STEPS = (("Mål signalet på ruten med skraldebilen", 20),)
_ANSWERS = (
    (Answered.BUILDS, "Vi graver sammen med fjernvarmen.", 300),
    (Answered.NEEDS_CUSTOMERS, "Vi mangler 12 tilmeldte husstande.", None),
    (Answered.NOT_COMMERCIAL, "Afstanden til vores net er for stor.", None),
)


def make_spots(accounts: dict[Role, Account], today: date, *, by: Actor) -> None:
    """Read what is there, unless it has been read; without a mapping there is nothing."""
    bundle = latest()
    if Spot.objects.exists() or bundle is None:
        return
    # The older survey is left out: its thousands of white spots would all be gone at once.
    read_mapping(bundle, on=today, by=by)
    read_overviews(on=today, by=by)
    alone = today - timedelta(days=_ALONE_DAYS)
    every = list(large(Spot.objects.select_related("municipality")))
    at_home = [spot for spot in every if spot.municipality.code == HOME]
    for spot in at_home:
        change(spot, {"unowned_since": alone}, by=by)
    fixed = [spot for spot in at_home if not spot.is_mobile]
    mobile = [spot for spot in at_home if spot.is_mobile]
    steps = [*zip(fixed, _STEPS, strict=False), *zip(mobile, _MOBILE_STEPS, strict=False)]
    for spot, (step, days) in steps:
        told = (step, today + timedelta(days=days))
        follow_up(spot, accounts[Role.COORDINATOR], told, on=today, by=by)
    _ask(today, by=by)


def _ask(today: date, *, by: Actor) -> None:
    asked_on = today - timedelta(days=_ASKED_DAYS_AGO)
    try:
        issued = issue(on=asked_on, by=by)
    except ValidationError:
        return  # so small a region has no white spot of that size
    firm = Organisation.objects.get(name="Demonet")
    for spot, (kind, text, days) in zip(asked_about(issued), _ANSWERS, strict=False):
        ready = today + timedelta(days=days) if days else None
        said = {"kind": kind, "text": text, "builds_by": ready}
        answer(spot, firm, said, on=today, by=by)
