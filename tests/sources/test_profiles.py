"""A mapping profile is checked before any file is read, and a wrong key is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from taskforce.sources import profile_keys as keys
from taskforce.sources.profile_file import find_profile, read_profile, shipped_profiles
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology
from tests.official import written

GOOD = """
[address]
id = "id"
[technologies.fibre]
download = "down"
upload = "up"
"""


def test_the_shipped_profiles_are_whole():
    names = {one.name for one in shipped_profiles()}
    assert {"tjekditnet", "tjekditnet-2015", "tjekditnet-compact", "fcc-bdc"} <= names
    for one in shipped_profiles():
        assert one.publisher != "unknown publisher"
        assert one.licence != "unknown licence"


def test_a_short_profile_is_enough(tmp_path):
    profile = read_profile(written(tmp_path, GOOD, "mine.toml"))
    assert profile.name == "mine"
    assert profile.pairs[0].technology is Technology.FIBRE
    assert profile.pairs[0].kbps_per_unit == 1000
    assert not profile.danish


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[address]", "[adress]"), 'The key "adress" is not known. Known here: kind, title'),
        (('id = "id"', 'ID = "id"'), 'The key "address.ID" is not known'),
        (('id = "id"', "id = 7"), 'The key "address.id" must be a field'),
        (('id = "id"', 'road = "id"'), 'The key "address.id" is missing'),
        (('id = "id"', 'id = "id"\neasting = "x"'), 'The key "address" has one coordinate'),
        (('id = "id"', "id = { start = 1 }"), 'The key "address.id" names no column'),
        (("technologies.fibre", "technologies.fiber"), "names no technology"),
        (('download = "down"', ""), 'The key "technologies.fibre.download" is missing'),
        (('upload = "up"', 'upload = "up"\nunit = "Mbit"'), 'must be one of "bps", "kbps", "mbps"'),
        (("[address]", '[file]\nheader_row = "1"\n[address]'), "must be a whole number"),
        (("[address]", '[file]\ndecimal = ";"\n[address]'), 'must be one of ",", "."'),
        (("[address]", "["), "cannot be read"),
        (("[technologies.fibre]", '[long]\ndownload = "d"\n[x]'), 'The key "x" is not known'),
        (
            ('[technologies.fibre]\ndownload = "down"\nupload = "up"', '[long]\ndownload = "d"'),
            'The key "long.technology" or long.by_file_name is needed',
        ),
        (
            ('[technologies.fibre]\ndownload = "down"\nupload = "up"', ""),
            "must say where the speeds stand",
        ),
    ],
)
def test_a_wrong_key_is_named(tmp_path, change, message):
    file = written(tmp_path, GOOD.replace(*change), "mine.toml")
    with pytest.raises(Refused) as caught:
        read_profile(file)
    assert message in str(caught.value)
    assert str(file) in str(caught.value)


def test_an_unknown_profile_lists_the_known_ones():
    with pytest.raises(Refused, match="fcc-bdc"):
        find_profile("nosuch")


def test_every_key_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "mapping-profiles.md").read_text(encoding="utf-8")
    tables = (keys.TOP, keys.RECOGNISE, keys.FILE, keys.ADDRESS, keys.FIELD, keys.PAIR, keys.LONG)
    known = {key for table in tables for key in table}
    assert {key for key in known if f"`{key}`" not in text} == set()
