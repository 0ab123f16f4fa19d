"""What is written as JSON is read back the same, withheld and unknown apart."""

from __future__ import annotations

import json
from datetime import date

import pytest

from taskforce.report.codec import plain, revived
from taskforce.report.count import Count
from taskforce.report.figures import ChangeTable, NeedTable, WhiteSpotTable
from taskforce.report.origin import Figure, Origin
from taskforce.report.outlook import GrowthTable, ReferenceFact
from taskforce.vocabulary.certainty import Certainty

ORIGIN = Origin("Publisher", "Title", "CC0", date(2026, 6, 30), Certainty.REPORTED, "need")


@pytest.mark.parametrize("count", [Count(0), Count(7), Count.WITHHELD, Count.UNKNOWN])
def test_a_withheld_count_is_neither_unknown_nor_zero(count):
    assert Count.revived(json.loads(json.dumps(count.plain()))) == count
    assert [count.shown, count.withheld, count.unknown].count(True) == 1


def test_a_withheld_count_carries_no_number():
    with pytest.raises(ValueError, match="withheld"):
        Count(2, withheld=True)


@pytest.mark.parametrize("missing", ["publisher", "title", "method"])
def test_no_figure_without_its_origin(missing):
    fields = {"publisher": "P", "title": "T", "method": "need", missing: ""}
    with pytest.raises(ValueError, match=missing):
        Origin(licence="CC0", as_of=date(2026, 6, 30), certainty=Certainty.REPORTED, **fields)
    with pytest.raises(TypeError):
        Figure(Count(3), "addresses")


def test_tables_survive_the_journey_through_a_file(bundle):
    facts = bundle.reference()
    tables = [
        (NeedTable, bundle.need("100/30")),
        (ChangeTable, bundle.change("100/30")),
        (WhiteSpotTable, bundle.white_spots("100/30")),
        (GrowthTable, bundle.growth()),
        (tuple[ReferenceFact, ...], facts),
    ]
    for kind, table in tables:
        assert revived(kind, json.loads(json.dumps(plain(table)))) == table


def test_a_figure_of_a_table_carries_its_origin(bundle):
    figure = bundle.need("100/30").below()
    assert (figure.unit, figure.origin.method) == ("addresses", "need")
    assert figure.value == bundle.need("100/30").region.below
    assert bundle.need("100/30").share_below("9999").value is None
