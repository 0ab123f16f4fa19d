"""A list of public property is proposed, and taken in, from the command line."""

import json

import pytest

from tests.official import real_file

NAMES = ("bygning", "grund", "ejendomsrelation", "tekniskanlaeg")


@pytest.fixture
def register():
    return [str(real_file("dk-bbr", f"bbr_{name}.csv")) for name in NAMES]


def test_a_proposal_can_be_taken_in_as_it_is(run, tmp_path, register):
    out = tmp_path / "forslag.csv"
    done = run("sites", "propose", *register, "--out", str(out))
    assert done.exit_code == 0
    assert "13 sites are proposed" in done.output
    assert "Public properties: 5" in done.output
    taken = run("collect", "sites", str(out), "--json")
    told = json.loads(taken.output)
    assert (told["kind"], told["accepted"], told["rejected"]) == ("sites", 13, 0)


def test_a_register_that_is_not_whole_is_refused_and_writes_nothing(run, tmp_path, register):
    out = tmp_path / "forslag.csv"
    done = run("sites", "propose", register[0], "--out", str(out))
    assert done.exit_code == 1
    assert "grund and ejendomsrelation is missing" in done.output
    assert not out.exists()


def test_a_list_is_taken_in_with_words_on_what_was_not(run, tmp_path, shelf):
    file = tmp_path / "steder.csv"
    file.write_text("navn;art;oest;nord\nA;silo;655000;6145000\nB;silo;6145000;655000\n")
    refused = run("collect", "sites", str(file))
    assert refused.exit_code == 1
    assert "--allow-rejected" in refused.output
    assert shelf.layer("sites") is None
    done = run("collect", "sites", str(file), "--allow-rejected", "--municipality", "0340")
    assert done.exit_code == 0
    assert "2 rows: 1 accepted, 1 rejected; 1 sites" in done.output
    assert "swapped coordinates" in done.output
    again = run("collect", "sites", str(file), "--allow-rejected", "--municipality", "0340")
    assert "Nothing to do" in again.output
