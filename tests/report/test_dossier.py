"""A report numbers its parts, wraps its pictures and packs its files the same way each time."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from taskforce.report.charts.area_map import NEED, NOT_SHOWN, SHARE_EDGES, shade
from taskforce.report.charts.canvas import Words, framed
from taskforce.report.dossier.content import (
    Cell,
    Chart,
    Column,
    Report,
    Section,
    Table,
    numbered,
)
from taskforce.report.dossier.drawing import picture, size_of
from taskforce.report.dossier.packing import packed
from taskforce.report.dossier.sentences import in_a_row, plainly, sentence
from taskforce.report.dossier.workbook import workbook

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)


ROWS = ((Cell("a"), Cell("1", 1)),)


def table(identity="t", rows=ROWS, title="Tabel"):
    columns = (Column("Hvad"), Column("Tal", is_figure=True))
    return Table(identity, title, columns, tuple(rows), "Kilde")


def chart(title="Titel", width=720):
    svg = framed(Words("c", title, "Sådan er det"), (width, 100), ())
    return Chart("c", title, "Sådan er det", svg, "Kilde", "t")


def report(*tables):
    return Report(
        kind="region",
        language="da",
        house="Hus",
        title="Rapport",
        subtitle="Tal",
        verdict=plainly("Sådan"),
        key_figures=(),
        sections=numbered([Section("s", "Afsnit", tables=tables)]),
        sources=("Kilde",),
        methods=(),
        on=date(2026, 6, 30),
        edition="e",
    )


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=6))
def test_charts_and_tables_are_counted_through_all_sections(sizes):
    sections = [
        Section("s", "S", charts=(chart(),) * charts, tables=(table(),) * tables)
        for charts, tables in sizes
    ]
    found = numbered([None, *sections])
    drawn = [one.number for section in found for one in section.charts]
    told = [one.number for section in found for one in section.tables]
    assert drawn == list(range(1, len(drawn) + 1))
    assert told == list(range(1, len(told) + 1))


@given(WORDS, st.integers(200, 1000))
def test_a_picture_holds_its_chart_and_names_its_source(title, width):
    drawn = picture(chart(title or "T", width), "Kilde: os, 30. juni 2026")
    wide, high = size_of(drawn)
    assert wide >= width
    assert high > 100
    assert "Kilde: os, 30. juni 2026" in drawn
    assert drawn.count("<svg") == drawn.count("</svg>") == 2


@given(st.lists(st.one_of(WORDS, WORDS.map(lambda one: Cell(one, proof="/tal/")))))
def test_a_sentence_reads_as_it_would_without_its_links_and_keeps_each(told):
    words = "% ".join(f"%(n{at})s" for at in range(len(told))).replace("% ", "%% ")
    names = {f"n{at}": one for at, one in enumerate(told)}
    shown = {name: getattr(one, "words", one) for name, one in names.items()}
    found = sentence(words, names)
    assert str(found) == words % shown
    assert [one for one in found.parts if one.proof] == [one for one in told if one != str(one)]
    whole = f"{found} Slut." if str(found) else "Slut."
    assert str(in_a_row(found, plainly(""), plainly("Slut."))) == whole


@given(st.dictionaries(st.from_regex(r"[a-z]{1,8}\.txt", fullmatch=True), st.binary(max_size=200)))
def test_the_same_files_are_packed_into_the_same_bytes(files):
    made = packed(files)
    assert packed(dict(files)) == made
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert {name: opened.read(name) for name in opened.namelist()} == files


def test_a_workbook_is_the_same_each_time_and_runs_no_text():
    told = report(table(rows=[(Cell("=1+1"), Cell("vises ikke")), (Cell("b"), Cell("2", 2))]))
    made = workbook(told, about="Om")
    assert workbook(told, about="Om") == made
    sheet = load_workbook(io.BytesIO(made)).worksheets[1]
    assert sheet["A4"].value == "'=1+1"
    assert sheet["B4"].value == "vises ikke"
    assert sheet["B5"].value == 2
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert {one.date_time for one in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        # Both made and changed on the day of its content, whatever the clock says.
        assert opened.read("docProps/core.xml").count(b"2026-06-30T00:00:00Z") == 2


def test_long_titles_become_names_that_a_sheet_may_have():
    names = load_workbook(
        io.BytesIO(workbook(report(table(title="A/B: " + "lang " * 20)), about="Om"))
    ).sheetnames
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


@given(st.floats(0, 1))
def test_more_need_is_never_drawn_paler(share):
    assert NEED.index(shade(share)) == sum(share >= edge for edge in SHARE_EDGES)
    assert shade(None) == NOT_SHOWN
