"""The clocks of a case: begun, stopped, warned of, met, overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.rules.case_events import Event, EventKind
from taskforce.rules.clock_limits import LIMITS, ClockKind
from taskforce.rules.clocks import ClockState, clocks
from taskforce.vocabulary.errors import Refused

RECEIVED = date(2026, 3, 2)


def event(kind: str, month: int, day: int, **more) -> Event:
    return Event(EventKind(kind), date(2026, month, day), **more)


def only(kind: ClockKind, events, on):
    return [one for one in clocks(events, on=on) if one.kind == kind]


def the(kind: ClockKind, events, on):
    (found,) = only(kind, events, on)
    return found


def test_the_table_names_the_rules_that_set_the_lengths():
    assert {one.rule: (one.length, one.unit) for one in LIMITS} == {
        "PROC-06": (20, "working_days"),
        "PROC-07": (4, "months"),
        "MAST-02": (2, "weeks"),
        "MAST-32": (1, "months"),
        "MAST-05": (4, "weeks"),
    }


def test_nothing_runs_before_the_application_is_received():
    assert clocks([], on=RECEIVED) == ()
    assert clocks([event("received", 3, 2)], on=date(2026, 3, 1)) == ()


def test_the_check_for_completeness_is_due_twenty_working_days_after_receipt():
    clock = the(ClockKind.COMPLETENESS, [event("received", 3, 2)], date(2026, 3, 16))
    assert (clock.start, clock.due, clock.state) == (RECEIVED, date(2026, 3, 30), "running")
    assert clock.used == 0.5


@pytest.mark.parametrize("answer", ["papers_missing", "complete", "decided"])
def test_an_answer_in_time_meets_the_check(answer):
    events = [event("received", 3, 2), event(answer, 3, 30)]
    clock = the(ClockKind.COMPLETENESS, events, date(2026, 6, 1))
    assert (clock.state, clock.ended, clock.warnings) == ("met", date(2026, 3, 30), ())


def test_an_answer_too_late_does_not_keep_the_check():
    events = [event("received", 3, 2), event("papers_missing", 3, 31)]
    assert the(ClockKind.COMPLETENESS, events, date(2026, 6, 1)).state == ClockState.BROKEN


def test_the_decision_is_due_four_months_after_the_application_was_complete():
    events = [event("received", 3, 2), event("complete", 3, 10)]
    clock = the(ClockKind.DECISION, events, date(2026, 7, 10))
    assert (clock.due, clock.state, clock.used) == (date(2026, 7, 10), "running", 1.0)
    assert the(ClockKind.DECISION, events, date(2026, 7, 11)).state == ClockState.OVERDUE


def test_the_decision_does_not_run_while_papers_are_missing():
    events = [event("received", 3, 2), event("papers_missing", 3, 20)]
    assert only(ClockKind.DECISION, events, date(2026, 9, 1)) == []
    events.append(event("complete", 5, 4))
    assert the(ClockKind.DECISION, events, date(2026, 9, 1)).start == date(2026, 5, 4)


def test_silence_through_the_check_makes_the_application_complete_from_receipt():
    events = [event("received", 3, 2)]
    assert only(ClockKind.DECISION, events, date(2026, 3, 30)) == []
    assert the(ClockKind.DECISION, events, date(2026, 3, 31)).start == RECEIVED
    late = [*events, event("papers_missing", 4, 20), event("complete", 5, 1)]
    assert the(ClockKind.DECISION, late, date(2026, 5, 2)).start == RECEIVED


def test_a_stop_moves_the_due_day_by_the_days_that_it_took():
    events = [
        event("complete", 3, 10),
        event("stopped", 4, 1, reason="Waits for a drawing"),
        event("restarted", 4, 21),
    ]
    clock = the(ClockKind.DECISION, events, date(2026, 5, 1))
    assert (clock.due, clock.state) == (date(2026, 7, 30), ClockState.RUNNING)
    assert clock.used == (52 - 20) / 122


def test_a_stopped_clock_says_why_and_uses_no_time():
    events = [event("complete", 3, 10), event("stopped", 4, 1, reason="Waits for a drawing")]
    one, later = (the(ClockKind.DECISION, events, date(2026, m, 1)) for m in (5, 6))
    assert one.state == later.state == ClockState.STOPPED
    assert one.stopped_because == "Waits for a drawing"
    assert one.used == later.used
    assert later.due - one.due == timedelta(days=31)


def test_a_stop_within_the_check_moves_it_by_working_days():
    events = [event("received", 3, 2), event("stopped", 3, 6), event("restarted", 3, 9)]
    assert the(ClockKind.COMPLETENESS, events, date(2026, 3, 10)).due == date(2026, 3, 31)


def test_a_stop_after_the_due_day_does_not_save_it():
    events = [event("complete", 3, 10), event("stopped", 7, 13, reason="Too late")]
    clock = the(ClockKind.DECISION, events, date(2026, 8, 1))
    assert (clock.state, clock.due) == (ClockState.OVERDUE, date(2026, 7, 10))


def test_a_decision_in_time_meets_the_clock_and_ends_its_warnings():
    events = [event("complete", 3, 10), event("decided", 7, 10)]
    clock = the(ClockKind.DECISION, events, date(2026, 12, 1))
    assert (clock.state, clock.used, clock.warnings) == (ClockState.MET, 1.0, ())


@pytest.mark.parametrize(
    ("on", "warnings"),
    [
        (date(2026, 5, 9), ()),  # 60 of 122 days
        (date(2026, 5, 10), (50,)),
        (date(2026, 6, 9), (50,)),  # 91 of 122
        (date(2026, 6, 10), (50, 75)),
        (date(2026, 6, 28), (50, 75, 90)),  # 110 of 122
        (date(2026, 8, 1), (50, 75, 90)),
    ],
)
def test_it_warns_at_half_three_quarters_and_nine_tenths(on, warnings):
    assert the(ClockKind.DECISION, [event("complete", 3, 10)], on).warnings == warnings


def test_a_decision_before_the_neighbours_had_two_weeks_is_not_kept():
    notified = event("neighbours_notified", 4, 1)
    running = the(ClockKind.NEIGHBOURS, [notified], date(2026, 4, 14))
    assert (running.due, running.state) == (date(2026, 4, 15), ClockState.RUNNING)
    assert running.warnings == ()
    assert the(ClockKind.NEIGHBOURS, [notified], date(2026, 4, 15)).state == ClockState.MET
    early, late = (
        the(ClockKind.NEIGHBOURS, [notified, event("decided", 4, day)], date(2026, 5, 1))
        for day in (14, 15)
    )
    assert (early.state, late.state) == (ClockState.BROKEN, ClockState.MET)


def test_every_statement_has_a_clock_of_its_own():
    events = [
        event("statement_asked", 4, 1),
        event("statement_asked", 4, 10),
        event("statement_received", 4, 20),
    ]
    one, other = only(ClockKind.STATEMENT, events, date(2026, 5, 11))
    assert (one.due, one.state) == (date(2026, 5, 1), ClockState.MET)
    assert (other.due, other.state) == (date(2026, 5, 10), ClockState.OVERDUE)


def test_a_permit_rests_until_the_time_to_complain_is_over():
    published = event("published", 4, 1)
    assert the(ClockKind.COMPLAINT, [published], date(2026, 4, 28)).state == ClockState.RUNNING
    over = the(ClockKind.COMPLAINT, [published], date(2026, 4, 29))
    assert (over.due, over.state, over.used) == (date(2026, 4, 29), ClockState.MET, 1.0)


def test_a_complaint_in_time_suspends_the_permit_and_a_late_one_does_not():
    published = event("published", 4, 1)
    in_time, late = (
        the(ClockKind.COMPLAINT, [published, event("complaint", *day)], date(2026, 6, 1))
        for day in ((4, 29), (4, 30))
    )
    assert (in_time.state, late.state) == (ClockState.STOPPED, ClockState.MET)


def test_a_withdrawn_case_has_no_clock_that_runs():
    events = [event("received", 3, 2), event("complete", 3, 4), event("withdrawn", 3, 20)]
    assert [one.kind for one in clocks(events, on=date(2027, 1, 1))] == [ClockKind.COMPLETENESS]


def test_a_length_of_the_rulebook_goes_before_the_table():
    decision = replace(LIMITS[1], length=2)
    (clock,) = clocks([event("complete", 3, 10)], on=date(2026, 4, 1), limits=[decision])
    assert clock.due == date(2026, 5, 10)


@pytest.mark.parametrize("length", [1e308, -1, float("nan"), 1.5])
def test_a_length_that_is_none_is_refused(length):
    with pytest.raises(Refused):
        clocks([event("received", 3, 2)], on=RECEIVED, limits=[replace(LIMITS[0], length=length)])


def test_a_clock_of_hours_is_refused():
    with pytest.raises(Refused, match="PROC-06"):
        clocks([event("received", 3, 2)], on=RECEIVED, limits=[replace(LIMITS[0], unit="hours")])


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))
EVENTS = st.lists(st.builds(Event, st.sampled_from(EventKind), DAYS), max_size=12)


@given(EVENTS, DAYS)
def test_whatever_happens_a_clock_is_never_due_before_it_starts(events, on):
    for clock in clocks(events, on=on):
        assert clock.start <= clock.due
        assert clock.start <= (clock.ended or on) <= on
        assert clock.used >= 0


@given(
    st.permutations(
        [
            event("received", 3, 2),
            event("complete", 3, 10),
            event("stopped", 4, 1),
            event("restarted", 4, 21),
            event("decided", 6, 1),
        ]
    )
)
def test_the_order_in_which_events_are_told_does_not_matter(events):
    on = date(2026, 7, 1)
    assert clocks(events, on=on) == clocks(sorted(events, key=lambda one: one.on), on=on)


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_a_longer_stop_never_makes_a_clock_due_earlier(start, one, other):
    short, long = sorted((one, other))

    def due_after(days):
        return the(
            ClockKind.DECISION,
            [
                Event(EventKind.COMPLETE, start),
                Event(EventKind.STOPPED, start + timedelta(days=10)),
                Event(EventKind.RESTARTED, start + timedelta(days=10 + days)),
            ],
            start + timedelta(days=80),
        ).due

    assert due_after(short) <= due_after(long)
