"""A region is data, and a municipality is found however its name is spelled."""

import pytest

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.places import country_register, load_region


def test_region_sjaelland_has_its_seventeen_municipalities():
    region = load_region()
    assert (region.code, len(region.municipalities)) == ("1085", 17)
    assert region.municipality("0360").name == "Lolland"
    assert region.municipality("0101") is None


def test_every_municipality_of_the_region_stands_in_the_country_with_the_same_name():
    register = country_register("dk")
    for municipality in load_region().municipalities:
        found = register.by_code[municipality.code]
        assert (found.name, found.region_code) == (municipality.name, "1085")


def test_neighbours_know_each_other():
    region = load_region()
    for municipality in region.municipalities:
        for code in municipality.neighbours:
            other = region.municipality(code)
            if other is not None:
                assert municipality.code in other.neighbours, (municipality.name, other.name)


def test_the_whole_country_is_a_region_too():
    assert len(load_region("denmark").municipalities) == 99


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("Sorø", "0340"),
        ("Sorø Kommune", "0340"),
        ("SORØ KOMMUNE", "0340"),
        ("Soroe", "0340"),
        ("Århus", "0751"),
        ("Københavns Kommune", "0101"),
        ("Høje Taastrup", "0169"),
        ("Bornholms Regionskommune", "0400"),
    ],
)
def test_a_municipality_is_found_by_its_spellings(spelling, code):
    assert country_register("dk").by_name(spelling).code == code


def test_every_name_leads_to_its_own_code_only():
    register = country_register("dk")
    assert [register.by_name(place.name) for place in register.by_code.values()] == list(
        register.by_code.values()
    )


def test_an_unknown_name_is_not_guessed():
    assert country_register("dk").by_name("Atlantis") is None
    assert country_register("xx") is None


def test_another_region_needs_only_a_file(tmp_path):
    file = tmp_path / "funen.toml"
    file.write_text(
        'code="1083x"\nslug="fyn"\ncountry="dk"\nlanguage="da"\ndefault_threshold="1000/100"\n'
        'name={da="Fyn",en="Funen"}\nmunicipalities=[{code="0461",name="Odense"}]\n',
        encoding="utf-8",
    )
    region = load_region(file)
    assert region.name.en == "Funen"
    assert region.default_threshold.label == "1000/100"
    assert region.municipality("0461").region_code == "1083x"


@pytest.mark.parametrize(("content", "said"), [("code=", "valid TOML"), ('code="1"', "lacks")])
def test_a_faulty_region_file_is_refused_with_its_name(tmp_path, content, said):
    file = tmp_path / "faulty.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match=f"faulty.toml.*{said}"):
        load_region(file)


def test_an_unknown_region_is_refused_with_the_known_ones():
    with pytest.raises(Refused, match="sjaelland"):
        load_region("atlantis")
