"""The demonstration takes the road of real data, and arrives as what it is: made up."""

from datetime import date

import pytest

from taskforce.collect.boundaries import collect_boundaries
from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.collect.register import collect_addresses
from taskforce.collect.uses import collect_uses
from taskforce.need.overview import overview
from taskforce.snapshot import quality
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.use import Use

GOAL = Threshold.parse("100/30")


@pytest.fixture(scope="module")
def shelf(deliveries, tmp_path_factory):
    """A shelf onto which the whole demonstration was collected."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    day = Choices(as_of=date(2023, 1, 1))
    collect_boundaries(shelf, deliveries.boundaries, day)
    collect_addresses(shelf, [deliveries.addresses], day)
    collect_uses(shelf, [deliveries.uses], day)
    collect_coverage(shelf, deliveries.coverage_then, Choices(as_of=date(2016, 6, 30)))
    collect_coverage(shelf, [deliveries.coverage_now], Choices(as_of=date(2023, 6, 30)))
    return shelf


def of_region(snapshot, **choice):
    (region,) = overview(snapshot, threshold=GOAL, by="region", **choice)
    return region


def test_the_official_shares_come_out_at_the_other_end(shelf):
    then, now = shelf.snapshots()
    assert of_region(then).share_below == pytest.approx(0.23, abs=0.01)
    assert of_region(now).share_below == pytest.approx(0.02, abs=0.01)


def test_every_municipality_is_counted(shelf):
    areas = overview(shelf.latest(), threshold=GOAL, by="municipality")
    assert len(areas) == 17
    assert all(area.addresses > 0 for area in areas)


def test_unknown_addresses_are_counted_apart_in_both_years(shelf):
    assert all(of_region(snapshot).unknown > 0 for snapshot in shelf.snapshots())


def test_the_use_of_nearly_every_address_is_known(shelf):
    uses = of_region(shelf.latest(), split_by_use=True).uses
    assert uses[Use.HOME].addresses > uses[Use.HOLIDAY_HOME].addresses > 0
    assert uses[Use.BUSINESS].addresses > 0
    assert 0 < uses[Use.UNKNOWN].addresses < 0.05 * of_region(shelf.latest()).addresses


def test_every_fault_is_found_and_no_good_row_is_lost(shelf):
    report = quality.read(shelf.latest().path)
    assert report.counts["rejected"] == 7
    assert len(report.rejected_by_reason) == 7
    assert report.place_disagreements == 1
    assert report.counts["accepted"] == report.counts["rows"] - 7


def test_what_is_made_up_bears_no_real_publishers_name(shelf):
    labels = [one.manifest for one in shelf.snapshots()]
    labels += [shelf.layer(kind).manifest for kind in ("boundaries", "addresses", "uses")]
    for label in labels:
        assert label.demonstration
        assert label.provenance.publisher == "Digital Taskforce (demonstration)"
        assert label.provenance.title.startswith("Demonstration: ")
        assert label.provenance.certainty is Certainty.CALCULATED


def test_collecting_it_again_changes_nothing(shelf, deliveries):
    before = [snapshot.id for snapshot in shelf.snapshots()]
    again = collect_coverage(shelf, [deliveries.coverage_now], Choices(as_of=date(2023, 6, 30)))
    assert again.unchanged
    assert [snapshot.id for snapshot in shelf.snapshots()] == before
