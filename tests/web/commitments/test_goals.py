"""The goals are measured: participation from dated steps, coverage from what has been published."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from taskforce.report.count import Count
from taskforce.web.commitments.actions.founding import set_up_goals
from taskforce.web.commitments.actions.goals import add_goal
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.models import Goal, Status
from taskforce.web.commitments.pictures import chart_of
from taskforce.web.commitments.queries.progress import progress_of
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.models import Organisation
from tests.small_region import NOW, THEN
from tests.web.shown_figures import figures_on

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


def coverage(place=None, threshold="100/30", target=30):
    return add_goal(
        {
            "kind": "coverage",
            "title_da": "Højst 30 adresser",
            "title_en": "At most 30 addresses",
            "baseline_on": THEN,
            "target": target,
            "target_on": date(2027, 12, 31),
            "threshold": threshold,
            "municipality": place,
        },
        by=SOFTWARE,
    )


def place(code):
    return Organisation.objects.get(code=code)


def numbers(goal, on=TODAY):
    return [(one.on, one.count) for one in progress_of(goal, on).points]


def test_the_two_goals_are_set_up_once(consultant):
    assert set_up_goals(by=consultant) == 2
    assert set_up_goals(by=consultant) == 0
    assert list(Goal.objects.values_list("target", "baseline")) == [(7, 0), (17, 0)]


def test_participation_is_counted_on_each_day_that_it_moved(home, away, consultant):
    set_up_goals(by=consultant)
    goal = Goal.objects.first()
    for where, status, month in (
        (home, Status.PARTICIPATING, 2),
        (away, Status.INTERESTED, 3),
        (away, Status.PARTICIPATING, 4),
        (home, Status.PAUSED, 6),
    ):
        set_status(where, NewStatus(status, date(2026, month, 1), "Møde"), by=consultant)
    assert numbers(goal) == [
        (date(2026, 1, 1), Count(0)),
        (date(2026, 2, 1), Count(1)),
        (date(2026, 4, 1), Count(2)),
        (date(2026, 6, 1), Count(1)),
        (TODAY, Count(1)),
    ]
    assert numbers(goal, date(2026, 3, 1))[-1] == (date(2026, 3, 1), Count(1))


def test_who_joined_before_the_goal_was_set_counts_from_its_start(home, consultant):
    set_up_goals(by=consultant)
    set_status(home, NewStatus(Status.PARTICIPATING, date(2025, 5, 1), "Møde"), by=consultant)
    assert numbers(Goal.objects.first())[0] == (date(2026, 1, 1), Count(1))


def test_coverage_is_read_from_both_days_that_were_published(cast, visitor):
    goal = coverage()
    progress = progress_of(goal, TODAY)
    assert numbers(goal) == [(THEN, Count(64)), (NOW, Count(24))]
    assert progress.reached is True
    assert progress.origin.publisher
    assert progress.origin.as_of == NOW
    assert progress.origin.certainty.value == "reported"


@pytest.mark.parametrize("code", [None, "0340", "0360"])
def test_each_number_of_coverage_leads_to_the_certificate_that_says_the_same(cast, visitor, code):
    points = progress_of(coverage(place(code) if code else None), TODAY).points
    assert len(points) == 2
    for one in points:
        told = figures_on(visitor.get("/deltagelse/").text).links[one.proof]
        assert f'<span class="key-figure-value">{told}</span>' in visitor.get(one.proof).text


def test_what_is_not_yet_published_on_a_day_is_not_told_of_that_day(cast, visitor):
    assert numbers(coverage(), date(2025, 1, 1)) == [(THEN, Count(64))]


def test_a_withheld_number_is_not_shown_and_neither_reached_nor_missed(cast, visitor):
    progress = progress_of(coverage(place("0360")), TODAY)
    assert progress.now == Count.WITHHELD
    assert progress.reached is None
    assert (NOW, 2) not in progress.shown


@pytest.mark.parametrize(("code", "threshold"), [("0253", "100/30"), (None, "47/11")])
def test_what_nobody_has_told_of_is_unknown_and_never_nought(cast, visitor, code, threshold):
    progress = progress_of(coverage(place(code) if code else None, threshold), TODAY)
    assert progress.now == Count.UNKNOWN
    assert (progress.reached, progress.shown, chart_of(progress)) == (None, (), "")


def test_before_anything_is_published_the_number_is_unknown(cast, early_visitor):
    assert progress_of(coverage(), TODAY).now == Count.UNKNOWN


def test_the_chart_tells_the_same_numbers_as_the_table(cast, visitor):
    drawing = chart_of(progress_of(coverage(target=10), TODAY))
    assert drawing.count("<svg") == 2
    assert "30. juni 2023: 64; 30. juni 2026: 24" in drawing
    assert drawing.count("<circle") == 2 * 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"threshold": ""},
        {"threshold": "fast"},
        {"target_on": THEN},
        {"kind": "participation"},
    ],
)
def test_a_goal_that_cannot_be_measured_is_refused(cast, wrong):
    facts = {
        "kind": "coverage",
        "title_da": "Mål",
        "title_en": "Goal",
        "baseline_on": THEN,
        "target": 1,
        "target_on": NOW,
        "threshold": "100/30",
    }
    with pytest.raises(ValidationError):
        add_goal(facts | wrong, by=SOFTWARE)
    assert not Goal.objects.exists()


def test_the_database_refuses_a_participation_goal_of_one_municipality(home, consultant):
    set_up_goals(by=consultant)
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.update(municipality=home)
