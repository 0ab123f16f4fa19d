"""Every promise has one outcome, and the same mappings always tell the same."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given as tried
from hypothesis import strategies as some

from taskforce.report.promises.ledger import Outcome, Seen, Version, given, judge
from taskforce.report.promises.tally import tally
from taskforce.siting.plan_list.promise import Place, Promise, Sureness, Terms
from taskforce.vocabulary.technology import Technology

SAID, DUE = date(2024, 1, 1), date(2025, 6, 30)
BEFORE, EARLY, AFTER, LATER = (date(year, 12, 31) for year in (2023, 2024, 2025, 2026))


def promise(number=1, due=DUE, sureness=Sureness.PLANNED, technology=Technology.FIBRE):
    place = Place(f"id-{number}", "Skovvej", str(number), "4180", "0340")
    return Promise(place, Terms(technology, 1_000_000, 1_000_000, due, sureness))


def seen(day, *shown):
    """A mapping that shows the first addresses so: "y" yes, "n" no, "?" nobody knows."""
    words = {"y": True, "n": False, "?": None}
    told = enumerate(shown[0] if shown else "", start=1)
    return Seen(day, {(f"id-{number}", Technology.FIBRE): words[one] for number, one in told})


def outcome(*mappings, versions=None, withdrawn=False):
    told = versions or [Version(SAID, [promise()])]
    (one,) = judge(given(told, withdrawn=withdrawn), mappings)
    return one.outcome


def test_what_a_later_mapping_shows_is_kept():
    assert outcome(seen(BEFORE, "n"), seen(EARLY, "y")) == Outcome.KEPT


def test_what_stood_there_already_is_no_promise_kept():
    assert outcome(seen(BEFORE, "y"), seen(EARLY, "y")) == Outcome.ALREADY


def test_what_is_not_there_after_its_day_is_late():
    assert outcome(seen(EARLY, "n"), seen(AFTER, "n")) == Outcome.LATE


def test_what_comes_after_it_was_late_is_kept_late():
    assert outcome(seen(AFTER, "n"), seen(LATER, "y")) == Outcome.KEPT_LATE


def test_a_mapping_of_the_very_day_makes_nothing_late():
    assert outcome(seen(DUE, "n")) == Outcome.PENDING
    assert outcome(seen(DUE + timedelta(days=1), "n")) == Outcome.LATE


def test_what_no_mapping_can_tell_is_unknown_and_never_late():
    assert outcome(seen(AFTER, "?")) == Outcome.UNKNOWN
    assert outcome(seen(AFTER)) == Outcome.UNKNOWN


def test_before_any_later_mapping_a_promise_is_pending():
    assert outcome() == outcome(seen(BEFORE, "n")) == Outcome.PENDING


def test_what_the_newest_version_leaves_out_is_withdrawn():
    versions = [Version(SAID, [promise()]), Version(EARLY, [])]
    assert outcome(seen(AFTER, "n"), versions=versions) == Outcome.WITHDRAWN
    assert outcome(seen(AFTER, "y"), versions=versions) == Outcome.KEPT
    assert outcome(seen(AFTER, "n"), withdrawn=True) == Outcome.WITHDRAWN


def test_a_promise_that_is_put_off_is_held_to_its_first_day():
    put_off = promise(due=date(2028, 1, 1))
    (one,) = given([Version(SAID, [promise()]), Version(EARLY, [put_off])])
    assert (one.first.due, one.moved_to) == (DUE, date(2028, 1, 1))
    (judged,) = judge([one], [seen(AFTER, "n")])
    assert judged.outcome == Outcome.LATE


def test_what_is_only_considered_is_no_promise():
    assert given([Version(SAID, [promise(sureness=Sureness.CONSIDERED)])]) == ()


def test_another_technology_at_the_same_address_is_another_promise():
    wireless = promise(technology=Technology.FIXED_WIRELESS)
    told = given([Version(SAID, [promise()]), Version(EARLY, [wireless])])
    assert [one.now is None for one in told] == [True, False]


_DAYS = some.dates(date(2023, 1, 1), date(2027, 12, 31))
_MAPPINGS = some.lists(
    some.builds(seen, _DAYS, some.text("yn?", max_size=9)), max_size=4, unique_by=lambda m: m.as_of
)
_PROMISES = some.lists(
    some.builds(promise, some.integers(1, 9), _DAYS), max_size=9, unique_by=lambda p: p.key
)
_VERSIONS = some.lists(some.builds(Version, _DAYS, _PROMISES), min_size=1, max_size=3)


@tried(_VERSIONS, _MAPPINGS, some.booleans())
def test_the_parts_add_up_to_all_that_was_ever_promised(versions, mappings, withdrawn):
    told = given(versions, withdrawn=withdrawn)
    judged = judge(told, mappings)
    counts = Counter(one.outcome for one in judged)
    every = {one.key for version in versions for one in version.promises}
    assert sum(counts.values()) == len(judged) == len(told) == len(every)
    areas = tally(judged, below=frozenset(), unknown=frozenset())
    assert sum(area.promises for area in areas) == len(every)
    for kind in Outcome:
        assert sum(area.outcomes[kind] for area in areas) == counts[kind]


@tried(_VERSIONS, _MAPPINGS)
def test_the_order_of_the_mappings_changes_nothing(versions, mappings):
    told = given(versions)
    assert judge(told, mappings) == judge(told, mappings[::-1])


@tried(_VERSIONS, _MAPPINGS)
def test_nothing_is_late_without_a_mapping_that_says_so(versions, mappings):
    for one in judge(given(versions), mappings):
        said_no = [
            mapping
            for mapping in mappings
            if mapping.as_of > one.given.first.due and mapping.shown.get(one.given.key) is False
        ]
        assert one.outcome not in (Outcome.LATE, Outcome.KEPT_LATE) or said_no


def test_an_address_with_two_promises_counts_once_among_those_below():
    both = [promise(), promise(technology=Technology.CABLE)]
    (area,) = tally(
        judge(given([Version(SAID, both)]), []), below=frozenset(["id-1"]), unknown=frozenset()
    )
    assert (area.promises, area.below, area.unknown_need) == (2, 1, 0)


def test_what_is_withdrawn_is_not_planned_any_more():
    (area,) = tally(
        judge(given([Version(SAID, [promise()])], withdrawn=True), []),
        below=frozenset(["id-1"]),
        unknown=frozenset(),
    )
    assert (area.promises, area.below) == (1, 0)
