"""At night each promise is held against the mappings, and the need shows what is planned apart."""

from datetime import date

import pytest

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.plans.actions.comparing import compare_plans
from taskforce.web.plans.actions.plans import withdraw
from taskforce.web.plans.models import Openness
from taskforce.web.plans.queries.figures import summed
from taskforce.web.plans.queries.planned import planned_in
from tests.makers import uuid_of
from tests.web.plans.makers import LOLLAND, SKOVVEJ, SOENDERGADE, plan_of, renewed

pytestmark = [pytest.mark.django_db, pytest.mark.database]

EVERYONE = {"openness": Openness.PUBLIC}


def compared(plan):
    compare_plans(by=SOFTWARE)
    plan.refresh_from_db()
    return plan


def figures(plan):
    return summed(plan.areas.all())


def test_a_night_counts_what_two_mappings_show(cast):
    plan = compared(plan_of(*SKOVVEJ, *SOENDERGADE, *LOLLAND))
    told = figures(plan)
    assert (told.promised, told.kept, told.late, told.pending) == (12, 4, 8, 0)
    assert told.below == 8
    assert plan.compared_day == date(2026, 6, 30)
    areas = {one.municipality.code: (one.kept, one.late) for one in plan.areas.all()}
    assert areas == {"0340": (4, 6), "0360": (0, 2)}


def test_what_is_due_later_is_pending(cast):
    told = figures(compared(plan_of(*SKOVVEJ, due=date(2028, 1, 1))))
    assert (told.late, told.pending, told.below) == (0, 6, 6)


def test_a_plan_is_compared_once_for_each_mapping(cast):
    plan_of(*SKOVVEJ)
    assert compare_plans(by=SOFTWARE).plans == 1
    assert compare_plans(by=SOFTWARE).plans == 0


def test_a_new_version_is_compared_again_and_what_it_leaves_out_is_withdrawn(cast):
    plan = compared(plan_of(*SKOVVEJ, *SOENDERGADE))
    renewed(plan, *SKOVVEJ[:2], said_on=date(2026, 2, 1))
    assert figures(plan).kept is None
    told = figures(compared(plan))
    assert (told.promised, told.kept, told.late, told.withdrawn) == (10, 4, 2, 4)
    assert told.below == 2


def test_a_version_taken_in_while_the_night_compares_is_compared_too(cast):
    plan = plan_of(*SKOVVEJ)
    compare_plans(by=SOFTWARE)
    # The page still holds the plan as it was before the night.
    assert plan.compared_with == ""
    renewed(plan, *SKOVVEJ[:2], said_on=date(2026, 2, 1))
    assert compare_plans(by=SOFTWARE).plans == 1


def test_a_plan_that_is_taken_back_plans_nothing_any_more(cast, caller):
    plan = compared(plan_of(*SKOVVEJ))
    withdraw(plan, on=date(2026, 11, 1), by=SOFTWARE)
    told = figures(compared(plan))
    assert (told.withdrawn, told.late, told.below) == (6, 0, 0)
    home = plan.areas.get().municipality
    assert planned_in(caller("coordinator"), home).planned == 0


def test_before_anything_was_collected_nothing_is_compared(cast, settings, tmp_path):
    plan_of(*SKOVVEJ)
    settings.SHELF = tmp_path / "shelf"
    assert compare_plans(by=SOFTWARE).day == ""


def test_the_need_shows_what_is_planned_apart(enter):
    compared(plan_of(*SKOVVEJ[:4], due=date(2027, 6, 30)))
    page = enter("coordinator").get("/udrulningsplaner/i/0340/")
    overview = page.context["overview"]
    assert (overview.below, overview.planned, overview.without_plan) == (6, 4, 2)
    told = page.content.decode()
    assert "4 adresser under grænsen i dag, planlagt senest 30. juni 2027" in told
    assert "Skovvej 1, 4180" in told
    file = enter("coordinator").get("/udrulningsplaner/i/0340/planlagt.csv").content.decode()
    assert file.count("Skovvej") == 4


def test_an_address_that_two_plans_promise_is_planned_once(cast, caller):
    compared(plan_of(*SKOVVEJ[:4]))
    plan = compared(plan_of(*SKOVVEJ[2:], operator="Andetnet", name="Fiber i Sorø"))
    overview = planned_in(caller("coordinator"), plan.areas.get().municipality)
    assert (overview.planned, [one.addresses for one in overview.plans]) == (6, [4, 4])


def test_a_public_plan_stands_on_the_municipality_page_and_at_the_address(enter):
    plan = compared(plan_of(*SKOVVEJ, due=date(2027, 6, 30), **EVERYONE))
    told = enter("visitor").get("/kommuner/soroe/").content.decode()
    assert plan.name in told
    there = enter("visitor").get(f"/adresse/{uuid_of(101)}/").content.decode()
    assert "Prøvenet planlægger fiber med 1.000\u00a0Mbit/s inden 30. juni 2027." in there


def test_what_is_kept_is_no_plan_at_the_address(enter):
    plan = compared(plan_of(*SOENDERGADE, **EVERYONE))
    there = enter("visitor").get(f"/adresse/{uuid_of(1)}/").content.decode()
    assert plan.name not in there


def test_everyone_sees_no_group_of_one_or_two(enter):
    plan = compared(plan_of(*SKOVVEJ[:2], *SOENDERGADE, **EVERYONE))
    (area,) = enter("visitor").get(f"/udrulningsplaner/{plan.pk}/").context["page"].areas
    assert (area.figures.late, area.figures.outcomes_hidden) == (None, True)
    assert (area.figures.below, area.figures.below_hidden) == (None, True)
    assert area.postcodes == ()
    (own,) = enter("coordinator").get(f"/udrulningsplaner/{plan.pk}/").context["page"].areas
    assert (own.figures.late, own.figures.below) == (2, 2)


def test_what_is_left_without_a_plan_is_no_group_of_one_or_two_either(enter):
    plan = compared(plan_of(*SKOVVEJ[:4], **EVERYONE))
    (area,) = enter("visitor").get(f"/udrulningsplaner/{plan.pk}/").context["page"].areas
    assert (area.figures.late, area.figures.below) == (4, None)


def test_a_hidden_part_is_not_told_by_the_sum(enter):
    plan = compared(plan_of(*SKOVVEJ, *LOLLAND, **EVERYONE))
    page = enter("visitor").get(f"/udrulningsplaner/{plan.pk}/").context["page"]
    shown = {one.municipality.code: one.figures.late for one in page.areas}
    assert shown == {"0340": 6, "0360": None}
    assert (page.whole.promised, page.whole.late, page.whole.below) == (8, None, None)


def test_a_public_file_tells_the_promise_and_not_who_lacks_what(enter):
    plan = compared(plan_of(*SKOVVEJ, **EVERYONE))
    path = f"/udrulningsplaner/{plan.pk}/loefter.csv"
    told = enter("visitor").get(path).content.decode()
    assert told.count("Skovvej") == 6
    assert "Forsinket" not in told
    assert "Forsinket" in enter("operator").get(path).content.decode()
