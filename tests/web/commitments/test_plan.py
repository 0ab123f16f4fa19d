"""An action plan grows from templates, and its progress never says more than its actions."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taskforce.web.commitments.actions.commitments import finish, waive
from taskforce.web.commitments.actions.plan import start_from_template
from taskforce.web.commitments.models import Commitment, PlanGoal, State
from taskforce.web.commitments.months import months_after
from taskforce.web.commitments.queries.plan import plan_of, plan_progress
from taskforce.web.commitments.queries.plan_templates import plan_templates, templates_left

STARTED = date(2026, 8, 31)


def action(state, percent):
    whole = 100 if state == State.DONE else percent
    return Commitment(state=state, progress_percent=whole)


ACTIONS = st.lists(st.builds(action, st.sampled_from(State), st.integers(0, 99)), max_size=12)


@settings(deadline=None)
@given(ACTIONS)
def test_progress_lies_between_the_least_and_the_most_of_what_counts(actions):
    counted = [one.progress_percent for one in actions if one.state != State.WAIVED]
    progress = plan_progress(actions)
    if counted:
        assert min(counted) <= progress <= max(counted)
    else:
        assert progress is None


@settings(deadline=None)
@given(ACTIONS)
def test_a_plan_is_whole_only_when_every_action_is_done_or_waived(actions):
    if plan_progress(actions) == 100:
        assert {one.state for one in actions} <= {State.DONE, State.WAIVED}


def test_nearly_done_is_not_done():
    nearly = [action(State.DONE, 0)] * 200 + [action(State.IN_PROGRESS, 99)]
    assert plan_progress(nearly) == 99


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_months_are_counted_to_the_same_day_or_the_last_of_a_shorter_month(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and months_after(later, 1).day <= day.day)


def test_every_template_has_a_goal_and_three_to_five_actions_in_both_languages():
    assert len(plan_templates()) >= 4
    for one in plan_templates():
        assert 3 <= len(one.actions) <= 5
        texts = [one.title, one.description, *(each.title for each in one.actions)]
        assert all(text.da and text.en and text.da != text.en for text in texts)
        assert all(0 < each.months <= one.months for each in one.actions)


@pytest.mark.django_db
def test_a_template_is_started_once(home, coordinator):
    template = plan_templates()[0]
    again = {"on": STARTED, "language": "da", "by": coordinator}
    goal = start_from_template(home, template, **again)
    assert start_from_template(home, template, **again) == goal
    assert PlanGoal.objects.count() == 1
    assert goal.actions.count() == len(template.actions)
    assert goal.due == date(2027, 2, 28)
    assert template not in templates_left(home)


@pytest.mark.django_db
def test_the_goal_shows_how_far_its_actions_are(home, coordinator):
    template = plan_templates()[0]
    goal = start_from_template(home, template, on=STARTED, language="en", by=coordinator)
    first, second, *_ = goal.actions.order_by("due")
    finish(first, done_on=STARTED, by=coordinator)
    waive(second, reason="Not needed here", by=coordinator)
    (planned,) = plan_of(home)
    assert (planned.done, planned.counted, planned.progress) == (1, 4, 25)
