"""The files of a report: tagged, whole, the same each time, and with the figures of the page."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cast import signed_in

PAPERS = {
    "da": "/kommuner/soroe/rapport/rapport.pdf",
    "en": "/en/municipalities/soroe/report/report.pdf",
    "region": "/rapporter/region/rapport.pdf",
    "region-en": "/en/reports/region/report.pdf",
}


@pytest.fixture
def paper(visitor):
    """One paper, read the way a screen reader's program would."""

    def opened(path):
        answer = visitor.get(path)
        assert answer["Content-Type"] == "application/pdf"
        return PdfReader(io.BytesIO(answer.content))

    return opened


@pytest.mark.parametrize("path", PAPERS.values(), ids=PAPERS)
def test_a_paper_is_tagged_in_its_language_and_two_to_eight_pages_long(visitor, paper, path):
    read = paper(path)
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == ("en" if path.startswith("/en/") else "da")
    assert b"pdfuaid" in visitor.get(path).content
    assert 2 <= len(read.pages) <= 8
    assert read.metadata.title


def test_every_font_of_a_paper_lies_in_it(paper):
    names = set()
    for page in paper(PAPERS["da"]).pages:
        for font in page["/Resources"]["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            told = inner["/FontDescriptor"].get_object()
            assert {"/FontFile2", "/FontFile3"} & set(told)
            names.add(told["/FontName"].partition("+")[2])
    assert all(name.startswith("IBMPlexSans") for name in names)


def test_the_text_of_a_paper_can_be_read_out(paper):
    told = " ".join(" ".join(page.extract_text() for page in paper(PAPERS["da"]).pages).split())
    for words in (
        "Sorø Kommune",
        "I Sorø mangler 6 af 47 adresser ordentligt internet",
        "Indhold",
        "Tabel 1",
        "Figur 2",
        "Side 2 af",
        "Kilder",
        "30. juni 2026",
    ):
        assert words in told, words


def test_the_contents_lead_to_each_part(paper):
    read = paper(PAPERS["region-en"])
    assert [one.title for one in read.outline if not isinstance(one, list)] or read.outline
    links = [note for page in read.pages for note in page.get("/Annots", [])]
    assert len(links) >= 8


@pytest.mark.parametrize(
    "path",
    [PAPERS["da"], "/kommuner/soroe/rapport/rapport.xlsx", "/kommuner/soroe/presse/presse.zip"],
)
def test_the_same_figures_give_the_same_bytes(visitor, settings, tmp_path, path):
    first = visitor.get(path).content
    settings.MEDIA_ROOT = tmp_path / "made-anew"
    assert visitor.get(path).content == first


def test_what_was_made_is_taken_from_the_disk(visitor, settings):
    visitor.get(PAPERS["da"])
    (kept,) = settings.MEDIA_ROOT.rglob("*.pdf")
    kept.write_bytes(b"kept")
    assert visitor.get(PAPERS["da"]).content == b"kept"
    assert visitor.get(PAPERS["region"]).content.startswith(b"%PDF")


def test_the_workbook_has_a_sheet_for_each_table_with_numbers_and_source(visitor):
    book = load_workbook(io.BytesIO(visitor.get("/kommuner/soroe/rapport/rapport.xlsx").content))
    assert book.sheetnames[0] == "Om rapporten"
    sheet = book.worksheets[1]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "Adresser under hver hastighed"
    by_speed = {row[0]: row for row in rows}
    assert by_speed["100/30 (ordentligt internet)"][1] == 6
    assert rows[-1][0].endswith("30. juni 2026; oplyst af teleselskaberne.")
    assert f"{book.properties.modified:%Y-%m-%d}" == "2026-06-30"


def test_a_workbook_says_withheld_and_never_the_number(visitor):
    book = load_workbook(io.BytesIO(visitor.get("/kommuner/lolland/rapport/rapport.xlsx").content))
    first = {row[0].value: row[1].value for row in book.worksheets[1].iter_rows()}
    assert first["100/30 (ordentligt internet)"] == "vises ikke"


@pytest.mark.parametrize("kind", ["docx", "exe", "pdf.bak"])
def test_a_file_of_another_kind_is_not_there(visitor, kind):
    assert visitor.get(f"/kommuner/soroe/rapport/rapport.{kind}").status_code == 404


@pytest.mark.django_db
def test_the_status_is_handed_out_and_never_kept(cast, visitor, settings):
    answer = signed_in(cast.consultant).get("/rapporter/status/rapport.pdf")
    assert answer["Cache-Control"] == "private, no-store"
    assert 2 <= len(PdfReader(io.BytesIO(answer.content)).pages) <= 8
    assert list(settings.MEDIA_ROOT.rglob("*.pdf")) == []


def test_the_press_pack_holds_words_paper_tables_and_pictures(visitor):
    pack = zipfile.ZipFile(io.BytesIO(visitor.get("/kommuner/soroe/presse/presse.zip").content))
    names = pack.namelist()
    assert {"laes-mig.txt", "rapport.pdf", "tabeller.xlsx", "billeder/map.png"} <= set(names)
    told = pack.read("laes-mig.txt").decode()
    assert "I Sorø mangler 6 af 47 adresser ordentligt internet" in told
    assert "faldt antallet af adresser uden ordentligt internet i Sorø med 40" in told
    assert "billeder/map.svg" in names
    assert pack.testzip() is None


def test_each_figure_of_a_paper_leads_to_its_certificate_where_the_site_is_known(visitor, settings):
    settings.SITE_URL, settings.SITE_IS_KNOWN = "https://example.org", True
    content = visitor.get(PAPERS["da"]).content
    links = set(addresses(content))
    pages = {one for one in links if "/tal/bevis/" in one or "/tal/optalt/" in one}
    assert len(pages) > 40
    assert all(one.startswith("https://example.org/") for one in links)
    assert f"https://example.org{PAPERS['da'].replace('rapport.pdf', '')}#t-speeds" in links
    for one in sorted(pages)[::6]:
        assert visitor.get(one.removeprefix("https://example.org")).status_code == 200, one
    settings.MEDIA_ROOT = settings.MEDIA_ROOT / "made-anew"
    assert visitor.get(PAPERS["da"]).content == content
    assert b"pdfuaid" in content


def test_what_leaves_a_site_that_nobody_has_named_tells_no_address(visitor, paper):
    assert list(addresses(visitor.get(PAPERS["da"]).content)) == []
    assert not any("localhost" in page.extract_text() for page in paper(PAPERS["da"]).pages)
    pack = zipfile.ZipFile(io.BytesIO(visitor.get("/kommuner/soroe/presse/presse.zip").content))
    told = [pack.read(one) for one in pack.namelist() if one.endswith((".txt", ".svg"))]
    sheets = zipfile.ZipFile(io.BytesIO(pack.read("tabeller.xlsx")))
    told += [sheets.read(one) for one in sheets.namelist()]
    assert not [one for one in told if b"localhost" in one]


def addresses(content):
    """Where the links of a paper lead, outside it."""
    for page in PdfReader(io.BytesIO(content)).pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            if "/URI" in action:
                yield action["/URI"]
