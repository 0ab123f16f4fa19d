"""A table is checked once, at the door."""

import pyarrow as pa
import pytest

from taskforce.tables.coverage import ALWAYS, OFFERS, SPEEDS
from taskforce.tables.layers import LAYERS
from taskforce.tables.promise import check
from taskforce.vocabulary.errors import PromiseBroken
from taskforce.vocabulary.technology import Technology


@pytest.mark.parametrize("table", [*ALWAYS, OFFERS, *LAYERS.values()], ids=lambda table: table.name)
def test_every_promise_says_what_a_row_and_a_column_is(table):
    assert table.grain.startswith("one row per")
    assert all(column.meaning for column in table.columns)
    assert set(table.key) <= set(table.column_names)
    check(table, table.schema())


def test_every_technology_has_its_pair_of_columns():
    for technology in Technology:
        assert technology.download_column in SPEEDS.column_names
        assert technology.upload_column in SPEEDS.column_names


def test_a_missing_column_breaks_the_promise():
    schema = SPEEDS.schema()
    with pytest.raises(PromiseBroken, match="place_use"):
        check(SPEEDS, schema.remove(schema.get_field_index("place_use")))


def test_a_wrong_type_breaks_the_promise():
    schema = SPEEDS.schema()
    index = schema.get_field_index("place_use")
    with pytest.raises(PromiseBroken, match="int32"):
        check(SPEEDS, schema.set(index, pa.field("place_use", pa.string())))


def test_a_further_column_is_no_harm():
    check(SPEEDS, SPEEDS.schema().append(pa.field("from_a_later_version", pa.string())))
