"""Public property in the building register: what stands there now, and nothing else."""

import pytest

from taskforce.siting.site_list.proposals import propose
from taskforce.sources.public_property import read_public_property
from taskforce.sources.public_property_codes import public_use
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.site import OwnerKind, SiteKind
from tests.official import real_file

TIMES = "id_lokalId;kommunekode;status;registreringTil;virkningTil;"
BUILDING = TIMES + "byg007Bygningsnummer;byg021BygningensAnvendelse;byg054AntalEtager;"
BUILDING += "byg404Koordinat;grund\n"
PLANT = TIMES + "tek007Anlægsnummer;tek020Klassifikation;tek038Højde;tek109Koordinat;grund\n"
GROUND = TIMES + "bestemtFastEjendom\n"
PROPERTY = TIMES + "bfeNummer;ejendommensEjerforholdskode\n"


def building(number, *, use=420, storeys=2, status=6, ended="", ground="g50", point=None):
    point = f"POINT (655{number:03}.5 6145000.25)" if point is None else point
    return f"b{number:07};0340;{status};{ended};;{number};{use};{storeys};{point};{ground}\n"


def register(folder, *buildings, plants="", owners=("50",)):
    contents = {
        "bygning": BUILDING + "".join(buildings),
        "grund": GROUND + "".join(f"g{one};0340;7;;;e{one}\n" for one in owners),
        "ejendomsrelation": PROPERTY + "".join(f"e{one};0340;7;;;9{one};{one}\n" for one in owners),
        "tekniskanlaeg": PLANT + plants,
    }
    for name, content in contents.items():
        (folder / f"bbr_{name}.csv").write_text(content, encoding="utf-8")
    return [folder / f"bbr_{name}.csv" for name in contents]


def test_a_school_is_proposed_with_an_estimated_height(tmp_path):
    (site,) = propose(register(tmp_path, building(1))).sites
    assert (site.kind, site.structure_m, site.antenna_m) == (SiteKind.SCHOOL, 8.0, None)
    assert (site.easting_m, site.northing_m) == (655001.5, 6145000.25)
    assert (site.owner, site.owner_kind) == ("Sorø Kommune", OwnerKind.MUNICIPALITY)
    assert (site.municipality, site.own_id) == ("0340", "BBR-b0000001")
    assert "anslået" in site.note


def test_only_what_stands_today_is_proposed(tmp_path):
    rows = (
        building(1),
        building(2, ended="2018-01-01T00:00:00Z"),
        building(3, status=10),
        building(4, use=910),
    )
    found = read_public_property(register(tmp_path, *rows), tmp_path)
    assert [one.number for one in found.buildings] == ["1", "4"]
    assert found.past == 2
    assert [one.row for one in propose(register(tmp_path, *rows)).sites] == [2]


@pytest.mark.parametrize(
    ("code", "owner", "kind"),
    [
        ("50", "Sorø Kommune", OwnerKind.MUNICIPALITY),
        ("60", "En anden kommune", OwnerKind.MUNICIPALITY),
        ("70", "Regionen", OwnerKind.REGION),
        ("80", "Staten", OwnerKind.STATE),
    ],
)
def test_the_owner_is_told_by_the_code(tmp_path, code, owner, kind):
    files = register(tmp_path, building(1, ground=f"g{code}"), owners=[code])
    (site,) = propose(files).sites
    assert (site.owner, site.owner_kind) == (owner, kind)


@pytest.mark.parametrize("code", ["10", "20", "30", "40", "41", "90", "99"])
def test_private_property_is_no_proposal(tmp_path, code):
    files = register(tmp_path, building(1, ground=f"g{code}"), owners=[code])
    assert propose(files).sites == ()


def test_the_highest_comes_first_and_an_unknown_height_last(tmp_path):
    plant = "p0000001;0340;6;;;1;1360;35.5;POINT (655900 6145000);g50\n"
    low = "p0000002;0340;6;;;2;1110;0;POINT (655901 6145000);g50\n"
    rows = (building(1, storeys=0), building(2, storeys=1), building(3, storeys=4))
    found = propose(register(tmp_path, *rows, plants=plant + low))
    assert [one.structure_m for one in found.sites] == [35.5, 14.0, 5.0, None]
    assert found.sites[0].kind is SiteKind.OTHER
    assert [one.row for one in found.sites] == [2, 3, 4, 5]


def test_a_building_without_a_place_is_counted(tmp_path):
    found = propose(register(tmp_path, building(1, point="")))
    assert found.sites == ()
    assert any(note.en == "Without a coordinate: 1." for note in found.notes)


def test_outbuildings_and_unknown_codes_mean_nothing():
    assert public_use("910") is None
    assert public_use("999") is None
    assert public_use("421").kind is SiteKind.SCHOOL
    assert public_use("414").kind is SiteKind.CHURCH


def test_all_three_files_are_needed_and_others_are_refused(tmp_path):
    files = register(tmp_path, building(1))
    with pytest.raises(Refused, match="ejendomsrelation is missing"):
        propose([files[0], files[1]])
    strange = tmp_path / "strange.csv"
    strange.write_text("id;navn\n1;2\n")
    with pytest.raises(Refused, match="none of the files"):
        propose([strange])


def test_the_real_register_tells_five_public_properties():
    names = ("bygning", "grund", "ejendomsrelation", "tekniskanlaeg")
    found = propose([real_file("dk-bbr", f"bbr_{name}.csv") for name in names])
    assert found.notes[0].en.startswith("Public properties: 5,")
    assert len(found.sites) == 13
    assert [one.structure_m for one in found.sites[:2]] == [11.0, 11.0]
    assert {one.municipality for one in found.sites} == {"0253", "0340"}
