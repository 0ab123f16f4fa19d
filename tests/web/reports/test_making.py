"""The papers are set at night before anybody asks; one that fails is tried again."""

from __future__ import annotations

import os
import time

import pytest

from taskforce.web.reports.actions.making import make_papers
from taskforce.web.reports.kept import kept
from taskforce.web.workspace.nightly import set_papers
from tests.small_region import NOW

LONG_AGO_S = 90 * 24 * 3600


@pytest.fixture
def shelf(db, published, settings):
    settings.SHELF = published
    return settings


def papers(settings):
    return sorted(settings.MEDIA_ROOT.rglob("*.pdf"))


def test_every_report_is_set_once_in_each_language(shelf, visitor):
    made = make_papers(on=NOW)
    kept = papers(shelf)
    assert (made.ready, made.failed, len(kept)) == (36, 0, 36)
    stamps = [one.stat().st_mtime_ns for one in kept]
    assert make_papers(on=NOW).ready == 36
    assert [one.stat().st_mtime_ns for one in papers(shelf)] == stamps


def test_another_content_is_another_file(settings):
    assert kept("e", "one.txt", b"a", lambda: b"first") == b"first"
    assert kept("e", "one.txt", b"a", lambda: b"never made") == b"first"
    assert kept("e", "one.txt", b"b", lambda: b"second") == b"second"
    assert len(list(settings.MEDIA_ROOT.rglob("*.txt"))) == 2


def test_old_files_go_and_their_folder_with_them(shelf):
    make_papers(on=NOW)
    old = shelf.MEDIA_ROOT / "reports" / "an-earlier-edition" / "old.pdf"
    old.parent.mkdir()
    old.write_bytes(b"old")
    before = time.time() - LONG_AGO_S
    os.utime(old, (before, before))
    assert make_papers(on=NOW).removed == 1
    assert not old.parent.exists()


def test_a_paper_that_cannot_be_set_is_told_and_tried_again(shelf, monkeypatch):
    with monkeypatch.context() as broken:
        # A drawing that is none: the paper refuses it, as it would any picture it cannot read.
        broken.setattr("taskforce.report.dossier.as_paper.in_colour", lambda _svg: "no drawing")
        done = set_papers(on=NOW)
    assert not done.well
    assert done.line.startswith("papers: 0 reports are ready")
    assert "36 could not be set" in done.line
    assert set_papers(on=NOW).well


def test_where_nothing_is_on_show_there_is_nothing_to_set(db, settings, tmp_path):
    settings.SHELF = tmp_path / "shelf"
    assert make_papers(on=NOW).ready == 0
