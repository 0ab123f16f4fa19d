"""A list is looked at before anything happens, taken in whole, and can be undone."""

import csv
import io
import zipfile

import pytest

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.models import Organisation
from taskforce.web.sites.actions.sites import change_site
from taskforce.web.sites.models import Layout, Site, SiteRent, SiteState, Source, Upload
from taskforce.web.sites.queries.lists import read_list
from taskforce.web.sites.queries.template import template
from tests.official import real_file
from tests.web.sites.makers import HEADS, LIST

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def upload(browser, content, name="liste.csv", layout="list", **given):
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    file.name = name
    return browser.post("/ejendomme/upload/", {"layout": layout, "file": file, **given})


def look(browser, content, **given):
    return browser.get(upload(browser, content, **given)["Location"])


def take_in(browser):
    return browser.post(f"/ejendomme/upload/{Upload.objects.first().pk}/indlaes/")


def undo(browser):
    return browser.post(f"/ejendomme/upload/{Upload.objects.first().pk}/fortryd/", follow=True)


def test_looking_changes_nothing_and_tells_every_row(enter):
    wrong = "Havet;mast;11.2;6145000;;A3\nPlænen;areal;655300;6145300;-4;A4\n"
    plan = look(enter("site_manager"), LIST + wrong).context["plan"]
    assert [one.row.name for one in plan.added] == ["Vandtårnet", "Skolen"]
    assert [one.row for one in plan.left_out] == [4, 5]
    assert plan.rows == 4
    assert not Site.objects.exists()


def test_what_is_taken_in_is_the_owners_and_confirmed(enter):
    browser = enter("site_manager")
    upload(browser, LIST)
    take_in(browser)
    told = {one.name: one for one in Site.objects.all()}
    assert set(told) == {"Vandtårnet", "Skolen"}
    assert {one.state for one in told.values()} == {SiteState.CONFIRMED}
    assert {one.source for one in told.values()} == {Source.LIST}
    assert (told["Skolen"].owner.code, told["Skolen"].antenna_m) == ("0340", 18.0)


def test_the_same_list_twice_does_nothing(enter):
    browser = enter("site_manager")
    upload(browser, LIST)
    take_in(browser)
    plan = look(browser, LIST).context["plan"]
    assert (len(plan.added), len(plan.altered), plan.same) == (0, 0, 2)


def test_a_changed_row_changes_the_site_and_an_empty_cell_takes_nothing_away(enter):
    browser = enter("site_manager")
    upload(browser, LIST)
    take_in(browser)
    again = f"{HEADS}\nTårnet;vandtårn;655100;6145100;40;A1\nSkolen;skole;655900;6145900;;A2\n"
    told = look(browser, again)
    assert "Højeste plads til antenner i meter: 34,0 → 40,0" in told.content.decode()
    take_in(browser)
    assert list(Site.objects.order_by("pk").values_list("name", "antenna_m")) == [
        ("Tårnet", 40.0),
        ("Skolen", 18.0),
    ]


def test_undoing_makes_everything_as_it_was(site, enter):
    browser = enter("site_manager")
    changed = f"{HEADS}\nVandtårnet;silo;655100;6145100;40;P-{site.pk}\n"
    upload(browser, changed + "Skolen;skole;655900;6145900;18;A2\n")
    take_in(browser)
    site.refresh_from_db()
    assert (site.kind, site.antenna_m, Site.objects.count()) == ("silo", 40.0, 2)
    told = undo(browser).content.decode()
    assert "2 ejendomme er, som de var før." in told
    site.refresh_from_db()
    assert (site.kind, site.antenna_m, Site.objects.count()) == ("water_tower", None, 1)


def test_undoing_leaves_alone_what_somebody_has_changed_since(enter):
    browser = enter("site_manager")
    upload(browser, LIST)
    take_in(browser)
    change_site(Site.objects.get(name="Skolen"), {"antenna_m": 19.0}, by=SOFTWARE)
    told = undo(browser).content.decode()
    assert "1 ejendom er ændret eller søgt om siden og er ikke rørt." in told
    assert [one.name for one in Site.objects.all()] == ["Skolen"]


def test_only_the_last_list_can_be_undone_and_only_once(enter):
    browser = enter("site_manager")
    upload(browser, LIST)
    take_in(browser)
    first = Upload.objects.first()
    upload(browser, f"{HEADS}\nSiloen;silo;655500;6145500;45;A9\n")
    take_in(browser)
    browser.post(f"/ejendomme/upload/{first.pk}/fortryd/")
    assert Site.objects.count() == 3
    undo(browser)
    undo(browser)
    assert Site.objects.count() == 2


def test_a_list_is_taken_in_once(enter):
    browser = enter("site_manager")
    upload(browser, LIST)
    take_in(browser)
    take_in(browser)
    assert Site.objects.count() == 2


def test_the_rows_left_out_can_be_fetched_with_reason_and_remedy(enter):
    browser = enter("site_manager")
    upload(browser, f"{LIST}Havet;mast;6145000;655000;;A3\n")
    content = browser.get(f"/ejendomme/upload/{Upload.objects.get().pk}/udeladt.csv").content
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == [
        "Række",
        "Kolonne",
        "Værdi",
        "Hvad er forkert",
        "Hvad du kan gøre",
        "Rækken, som den stod",
    ]
    assert rows[1][0] == "4"
    assert rows[1][3] == "Koordinaterne er byttet om."


@pytest.mark.parametrize(
    ("content", "name"),
    [(b"", "tom.csv"), (b"MZ\x90", "program.exe"), (b"en;to\n1;2\n", "andet.csv")],
)
def test_what_is_no_list_is_refused_with_what_to_do(enter, content, name):
    answer = upload(enter("site_manager"), content, name=name)
    if answer.status_code == 302:
        answer = enter("site_manager").get(answer["Location"])
    assert answer.status_code == 422
    assert not Site.objects.exists()


def test_a_consultant_says_whose_the_list_is_and_a_landlord_needs_not(enter, cast):
    landlord = Organisation.objects.get(name="Prøveboliger")
    upload(enter("consultant"), LIST, owner=str(landlord.pk))
    take_in(enter("landlord"))
    assert {one.owner for one in Site.objects.all()} == {landlord}


def test_a_rent_in_the_list_is_kept_for_its_owner_and_never_by_another(enter):
    priced = "navn;art;oest;nord;aarlig_leje_kr\nTårnet;vandtårn;655100;6145100;48613\n"
    upload(enter("site_manager"), priced)
    take_in(enter("consultant"))
    assert not SiteRent.objects.exists()
    undo(enter("site_manager"))
    upload(enter("site_manager"), priced)
    take_in(enter("site_manager"))
    assert SiteRent.objects.get().annual_dkk == 48613


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_understood_once_it_is_filled_in(enter, cast, tmp_path, kind):
    file = tmp_path / f"skabelon.{kind}"
    file.write_bytes(template(kind))
    given = {"navn": "Tårnet", "art": "vandtårn", "oest": 655100, "nord": 6145100, "stroem": "ja"}
    _fill(file, given)
    (row,) = read_list(file, Layout.LIST, Organisation.objects.get(code="0340")).sites
    assert (row.name, row.power, row.easting_m) == ("Tårnet", True, 655100.0)


def test_ones_own_list_can_be_fetched_changed_and_uploaded_again(site, enter):
    browser = enter("site_manager")
    content = browser.get("/ejendomme/mine/ejendomme.csv").content.decode("utf-8-sig")
    plan = look(browser, content.replace("300 kg på toppen", "250 kg på toppen")).context["plan"]
    assert [(one.site, one.new) for one in plan.altered] == [(site, {"load": "250 kg på toppen"})]
    assert plan.added == plan.left_out == ()


def test_an_extract_of_the_building_register_becomes_proposals(enter, cast):
    folder = real_file("dk-bbr", "bbr_bygning.csv").parent
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("bygning", "grund", "ejendomsrelation", "tekniskanlaeg"):
            archive.write(folder / f"bbr_{name}.csv", f"{name}.csv")
    browser = enter("consultant")
    owner = Organisation.objects.get(code="0340")
    told = look(browser, packed.getvalue(), name="bbr.zip", layout="bbr", owner=str(owner.pk))
    plan = told.context["plan"]
    assert {one.row.owner for one in plan.added} == {"Sorø Kommune"}
    assert {one.reason.da for one in plan.left_out} == {"Ejendommen har en anden offentlig ejer."}
    take_in(browser)
    found = set(Site.objects.values_list("owner__code", "state", "source"))
    assert found == {("0340", SiteState.PROPOSAL, Source.BBR)}


def test_a_zip_without_tables_is_refused(enter):
    browser = enter("site_manager")
    answer = look(browser, b"PK\x03\x04 no zip at all", name="bbr.zip", layout="bbr")
    assert answer.status_code == 422


def test_a_stranger_neither_sees_nor_takes_in_anothers_list(enter):
    upload(enter("site_manager"), LIST)
    pk = Upload.objects.get().pk
    for name in ("other_coordinator", "landlord", "operator"):
        assert enter(name).get(f"/ejendomme/upload/{pk}/").status_code == 403
        assert enter(name).post(f"/ejendomme/upload/{pk}/indlaes/").status_code == 403
    assert not Site.objects.exists()


def _fill(file, given):
    if file.suffix == ".csv":
        heads = file.read_text(encoding="utf-8-sig").strip().split(";")
        line = ";".join(str(given.get(head, "")) for head in heads)
        file.write_text(f"{';'.join(heads)}\n{line}\n", encoding="utf-8")
        return
    from openpyxl import load_workbook

    book = load_workbook(file)
    page = book.worksheets[0]
    page.append([given.get(cell.value) for cell in page[1]])
    book.save(file)


def test_the_taskforce_says_itself_whose_list_it_is(enter, cast):
    form = enter("consultant").get("/ejendomme/upload/").context["form"]
    assert (form["owner"].value(), form.fields["owner"].choices[0]) == (None, ("", "Vælg"))
    assert "owner" not in enter("landlord").get("/ejendomme/upload/").context["form"].fields
