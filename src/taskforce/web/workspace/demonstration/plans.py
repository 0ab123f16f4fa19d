"""Make up roll-out plans: one public with a past, one confidential, and one that waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from django.core.files.base import ContentFile

from taskforce.report.answer import AddressAnswer
from taskforce.report.bundle import ADDRESSES_FILE, Bundle
from taskforce.report.promises.book import PlanBook
from taskforce.siting.plan_list.promise import Sureness, Terms
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import Technology
from taskforce.web.frame.edition import latest
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.models import Organisation
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.plans.actions.plans import Told, begin_plan, take_in
from taskforce.web.plans.models import Openness, PlanVersion, RolloutPlan

HOME, NEIGHBOUR = "0340", "0329"
_MOST, _FEW = 60, 12


def make_plans(today: date, *, by: Actor) -> None:
    """Three plans of the demonstration's two operators, unless somebody has uploaded one."""
    bundle = latest()
    if bundle is None or RolloutPlan.objects.exists() or not list(_ids(bundle, HOME, most=1)):
        return
    then, now = bundle.label.as_of_then, bundle.label.as_of
    said = then + timedelta(days=90) if then else today - timedelta(days=60)
    built = [*_ids(bundle, HOME, below=False, most=_MOST), *_ids(bundle, HOME, most=_FEW)]
    old = Told(said, "Udrulningsplan, sendt til taskforcen", _fibre(now - timedelta(days=180)))
    public = _plan("Demonet", "Fiber i landsbyerne", Openness.PUBLIC)
    take_in(_uploaded(public, built, told=old, by=by), by=by)
    more = [*_ids(bundle, NEIGHBOUR, most=_MOST), *_ids(bundle, HOME, most=_FEW)]
    soon = _fibre(today + timedelta(days=400))
    new = Told(today - timedelta(days=20), "Udrulningsplan", soon)
    take_in(_uploaded(_plan("Demomobil", "Fiber på Midtsjælland"), more, told=new, by=by), by=by)
    few = list(_ids(bundle, HOME, most=_FEW))
    _uploaded(_plan("Demonet", "Fiber til yderområderne"), few, told=new, by=by)
    compare_plans(by=by)


def _plan(operator: str, name: str, openness: Openness = Openness.CONFIDENTIAL) -> RolloutPlan:
    whose = Organisation.objects.get(name=operator)
    return RolloutPlan(operator=whose, name=name, openness=openness)


def _uploaded(plan: RolloutPlan, ids: list[str], *, told: Told, by: Actor) -> PlanVersion:
    # One row that cannot be found, as every real list has one.
    content = "\n".join(["adresse_id", *ids, "00000000-0000-0000-0000-000000000000"])
    file = ContentFile(content.encode(), "udrulningsplan.csv")
    return begin_plan(plan, told=told, file=file, by=by)


def _ids(bundle: Bundle, code: str, *, most: int, below: bool = True) -> Iterator[str]:
    """Addresses of a municipality that are below today, or that got there since the last report."""
    answers = (bundle.address(one) for one in _known(bundle, code))
    wanted = (one for one in answers if one is not None and _fits(one, below))
    return (one.address.id for one in islice(wanted, most))


def _fits(one: AddressAnswer, below: bool) -> bool:
    now = one.now.standing(DEFAULT_THRESHOLD)
    then = one.then.standing(DEFAULT_THRESHOLD) if one.then else "unknown"
    return now == "below" if below else (then, now) == ("below", "above")


def _known(bundle: Bundle, code: str) -> Iterator[str]:
    postcodes = bundle.need(DEFAULT_THRESHOLD).in_municipality(code)
    with PlanBook.opened(bundle.path / ADDRESSES_FILE) as book:
        for one in postcodes:
            within = book.in_postcode(one.postcode)
            # A postcode may reach into the next municipality.
            yield from (place.source_id for place in within if place.municipality == code)


def _fibre(due: date) -> Terms:
    return Terms(Technology.FIBRE, 1_000_000, 500_000, due, Sureness.DECIDED)
