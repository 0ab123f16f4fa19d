"""Addresses whose postcode nobody has told are a part of their municipality with its own name."""

import pytest

from taskforce.report.certificates.command import command_for
from taskforce.report.certificates.key import BELOW, NO_POSTCODE, Key, parse
from taskforce.report.certificates.record import Record
from taskforce.report.certificates.rows import rows_behind
from taskforce.report.certificates.value import value_of
from taskforce.vocabulary.errors import NotOnShelf

POSTCODES = [
    {"municipality": "0340", "postcode": "", "below": 4},
    {"municipality": "0340", "postcode": "4180", "below": 9},
    {"municipality": "0360", "postcode": "4900", "below": "withheld"},
]
RECORD = Record(
    "e",
    {"snapshot": "s"},
    {
        "region": {"code": "1085"},
        "areas": [],
        "need fixed 100-30 now": {"postcodes": POSTCODES, "origin": {}},
    },
)
NAMELESS = Key(BELOW, "0340", NO_POSTCODE)


def test_it_has_a_lasting_name_a_number_and_a_command():
    assert parse(str(NAMELESS)) == NAMELESS
    assert value_of(RECORD, NAMELESS).number == 4
    assert command_for(RECORD, NAMELESS).endswith("--by postcode --within 0340")
    with pytest.raises(NotOnShelf):
        value_of(RECORD, Key(BELOW, "0360", NO_POSTCODE))


def test_the_rows_behind_a_municipality_leave_nobody_out():
    found = rows_behind(RECORD, Key(BELOW, "0340"))
    assert [(one.name, one.value.number) for one in found] == [("", 4), ("4180", 9)]
    assert [one.key for one in found] == [NAMELESS, Key(BELOW, "0340", "4180")]
