"""One round of the plan: what its operator, the night and its readers do, each timed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from benchmarks.plans import TARGETS
from benchmarks.rounds import Seconds, timed
from taskforce.report.bundle import ADDRESSES_FILE
from taskforce.siting.plan_list.promise import Sureness, Terms
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.technology import Technology
from taskforce.web.frame.edition import latest
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.accounts import grant_role, make_account
from taskforce.web.people.actions.organisations import add_organisation, take_in_region
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.plans.actions.plans import Told, add_version, begin_plan, take_in
from taskforce.web.plans.models import RolloutPlan
from taskforce.web.plans.queries.figures import summed

ADDRESSES, LEFT_OUT, HOME = 100_000, 1_000, "0340"
# The demonstration's mappings are of 2016 and 2023: promised between them, due before the second.
FIRST, SECOND, DUE = date(2018, 1, 1), date(2020, 1, 1), date(2022, 1, 1)
_TERMS = Terms(Technology.FIBRE, 1_000_000, 1_000_000, DUE, Sureness.PLANNED)
_ROWS = """
    SELECT a.source_id, r.name, a.house_number, r.postcode
    FROM address a JOIN road r USING (road_id) WHERE a.rowid % 3 = 0 LIMIT ?
"""


def work() -> Seconds:
    """Seconds of each step, by the names of the table."""
    by_id, by_road = _files()
    _people()
    names, seconds = iter(TARGETS), Seconds()
    timed(seconds, next(names), _begun("Efter id", by_id))
    timed(seconds, next(names), _begun("Efter vej", by_road))
    plan = RolloutPlan.objects.get(name="Efter id")
    timed(seconds, next(names), lambda: take_in(plan.versions.get(), by=SOFTWARE))
    timed(seconds, next(names), lambda: compare_plans(by=SOFTWARE))
    _check(plan)
    timed(seconds, next(names), lambda: _renewed(plan, by_id))
    _check(plan)
    browser = _browser()
    for path in (reverse("rollout", args=[plan.pk]), reverse("rollouts-planned", args=[HOME])):
        browser.get(path)
        timed(seconds, next(names), lambda path=path: browser.get(path))  # type: ignore[misc]
    return seconds


def _files() -> tuple[bytes, bytes]:
    """Addresses from all over the region: by their ids, and as people write them."""
    bundle = latest()
    if bundle is None:
        raise SystemExit("The demonstration has no addresses.")
    with sqlite3.connect(bundle.path / ADDRESSES_FILE) as book:
        rows = book.execute(_ROWS, (ADDRESSES,)).fetchall()
    by_id = "\n".join(["adresse_id", *(one[0] for one in rows)])
    by_road = "\n".join(["vejnavn;husnr;postnr", *(";".join(one[1:]) for one in rows)])
    return by_id.encode(), by_road.encode()


def _people() -> None:
    take_in_region(load_region(), by=SOFTWARE)
    add_organisation(kind=OrganisationKind.OPERATOR, name="Prøvenet", cvr="10000001", by=SOFTWARE)


def _begun(name: str, content: bytes) -> Callable[[], object]:
    operator = Organisation.objects.get(name="Prøvenet")
    plan, told = RolloutPlan(operator=operator, name=name), Told(FIRST, "Plan", _TERMS)
    return lambda: begin_plan(plan, told=told, file=_file(content), by=SOFTWARE)


def _renewed(plan: RolloutPlan, content: bytes) -> None:
    fewer = _file(b"\n".join(content.split(b"\n")[:-LEFT_OUT]))
    version = add_version(plan, told=Told(SECOND, "Plan", _TERMS), file=fewer, by=SOFTWARE)
    take_in(version, by=SOFTWARE)
    compare_plans(by=SOFTWARE)


def _file(content: bytes) -> ContentFile[bytes]:
    return ContentFile(content, "plan.csv")


def _check(plan: RolloutPlan) -> None:
    """No promise is lost: the outcomes of all areas add up to the addresses."""
    told = summed(plan.areas.all())
    outcomes = told.outcomes or {}
    if not sum(outcomes.values()) == told.promised == ADDRESSES:
        raise SystemExit(f"{ADDRESSES} promised, {told.promised} kept, {outcomes} judged.")


def _browser() -> Client:
    account = make_account(email="a@example.org", name="A", password="x" * 20, by=SOFTWARE)
    grant_role(account, Role.CONSULTANT, by=SOFTWARE)
    browser = Client(SERVER_NAME="localhost")
    browser.force_login(account)
    return browser
