"""What serves telephones is told apart from what does not, by the register's own code lists."""

from __future__ import annotations

import pytest

from taskforce.sources.masts.told import Told
from taskforce.sources.masts.words import kind_of
from taskforce.vocabulary.signal import Generation

G2, G3, G4, G5 = Generation.G2, Generation.G3, Generation.G4, Generation.G5


@pytest.mark.parametrize(
    ("technology_id", "written", "generation"),
    [("39", "GSM", G2), ("7", "UMTS", G3), ("29", "LTE", G4), ("42", "NR", G5)],
)
def test_mobile_telephones_are_known_by_id_and_by_word(technology_id, written, generation):
    by_id = kind_of(Told(("",) * 4, service_id="2", technology_id=technology_id))
    by_word = kind_of(Told(("",) * 4, service="Mobiltelefoni", technology=written))
    in_english = kind_of(Told(("",) * 4, service="Mobile telecoms", technology=written))
    assert by_id == by_word == in_english
    assert (by_id.mobile, by_id.generation, by_id.known) == (True, generation, True)
    assert (by_id.service, by_id.technology) == ("Mobiltelefoni", written)


@pytest.mark.parametrize(
    ("technology_id", "written"),
    [
        ("30", "Landmobil"),
        ("31", "Radiokæde"),
        ("32", "FWA"),
        ("33", "DAB"),
        ("34", "DVB-T"),
        ("35", "FM"),
        ("36", "TV"),
        ("40", "GSM-R"),
    ],
)
@pytest.mark.parametrize("service_id", ["1", "2", "11", ""])
def test_broadcasts_railways_and_links_never_serve_telephones(technology_id, written, service_id):
    by_id = kind_of(Told(("",) * 4, service_id=service_id, technology_id=technology_id))
    by_word = kind_of(Told(("",) * 4, service_id=service_id, technology=written))
    for kind in (by_id, by_word):
        assert (kind.mobile, kind.generation, kind.known, kind.neutral) == (
            False,
            None,
            True,
            False,
        )
        assert kind.technology == written


@pytest.mark.parametrize("technology_id", ["38", "41", ""])
def test_a_neutral_permit_is_no_telephone_unless_it_tells_a_technology(technology_id):
    silent = kind_of(Told(("",) * 4, service_id="11", technology_id=technology_id))
    assert (silent.mobile, silent.generation, silent.neutral) == (False, None, True)
    told = kind_of(Told(("",) * 4, service_id="11", technology="5G NR", technology_id="42"))
    assert (told.mobile, told.generation, told.neutral) == (True, G5, False)


def test_other_services_serve_no_telephone_even_with_a_mobile_technology():
    kind = kind_of(Told(("",) * 4, service_id="1", technology_id="29"))
    assert (kind.mobile, kind.generation) == (False, G4)


def test_a_service_that_is_not_told_is_judged_by_the_technology():
    assert kind_of(Told(("",) * 4, technology="LTE")).mobile
    assert not kind_of(Told(("",) * 4, technology="DAB")).mobile
    assert kind_of(Told(("",) * 4)).service == "Ukendt"


def test_a_technology_that_nobody_knows_is_kept_by_its_word():
    kind = kind_of(Told(("",) * 4, service_id="2", technology="6G-X"))
    assert (kind.technology, kind.known, kind.generation, kind.mobile) == (
        "6G-X",
        False,
        None,
        True,
    )
