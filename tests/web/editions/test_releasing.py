"""Figures are seen by everybody when they have been approved, and not before."""

import logging
import shutil

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from taskforce.snapshot.freeze import writing
from taskforce.web.editions.actions.releasing import Note, roll_back, sign_off
from taskforce.web.editions.models import Act, Release
from taskforce.web.editions.queries.on_show import newest_waiting, standing_of, waiting
from taskforce.web.frame import edition
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from tests.web.editions.makers import FIRST, approved, built_anew, newest, spoil

pytestmark = pytest.mark.django_db

WHY = Note("Tallene var forkerte.", "The figures were wrong.")


def test_before_the_first_approval_the_newest_figures_are_on_show_and_nothing_waits(shelf):
    assert edition.latest() == newest(shelf)
    assert waiting() == []
    assert edition.by_id(newest(shelf).id) == newest(shelf)


def test_after_an_approval_new_figures_wait_until_they_are_approved_too(shelf):
    first = approved(shelf)
    again = built_anew(shelf)
    assert edition.latest().edition == first
    assert [one.edition for one in waiting()] == [again.edition]
    assert edition.by_id(again.edition) is None
    sign_off(again.edition, WHY, by=SOFTWARE)
    assert edition.latest().edition == again.edition
    assert waiting() == []


def test_an_old_edition_keeps_its_figures_after_the_bundle_is_built_anew_or_removed(shelf):
    first = approved(shelf)
    built_anew(shelf)
    shutil.rmtree(shelf / "bundles")
    shown = edition.by_id(first)
    assert shown.need("100/30").area("0340").below.value == 6
    assert edition.latest().edition == first


def test_an_approval_that_exists_is_never_overwritten(shelf):
    first = approved(shelf)
    label = shelf / "editions" / first / "bundle.json"
    before = label.stat().st_mtime_ns, label.read_bytes()
    with pytest.raises(ValidationError):
        sign_off(first, FIRST, by=SOFTWARE)
    assert (label.stat().st_mtime_ns, label.read_bytes()) == before


def test_going_back_shows_the_earlier_figures_and_keeps_the_quoted_ones(shelf):
    first, again = approved(shelf), built_anew(shelf)
    sign_off(again.edition, WHY, by=SOFTWARE)
    release = roll_back(first, WHY, by=SOFTWARE)
    assert release.act == Act.ROLLED_BACK
    assert edition.latest().edition == first
    assert edition.by_id(again.edition).edition == again.edition
    assert [one.edition for one in edition.history()] == [first]
    assert Entry.objects.filter(what="release.added").count() == 3


def test_nobody_goes_back_without_a_reason_or_to_what_was_never_shown(shelf):
    first, again = approved(shelf), built_anew(shelf)
    with pytest.raises(ValidationError):
        roll_back(again.edition, WHY, by=SOFTWARE)
    sign_off(again.edition, WHY, by=SOFTWARE)
    with pytest.raises(ValidationError):
        roll_back(first, Note("Kun dansk.", ""), by=SOFTWARE)


def test_a_broken_edition_gives_way_to_the_last_good_one_and_the_log_says_so(shelf, caplog):
    first, again = approved(shelf), built_anew(shelf)
    sign_off(again.edition, WHY, by=SOFTWARE)
    spoil(shelf / "editions" / again.edition)
    with caplog.at_level(logging.ERROR):
        assert edition.latest().edition == first
    assert again.edition in caplog.text
    assert first in caplog.text


def test_where_no_kept_edition_can_be_read_the_same_snapshots_are_shown(shelf):
    approved(shelf)
    shutil.rmtree(shelf / "editions")
    assert edition.latest() == newest(shelf)


def test_figures_with_a_file_that_is_not_the_label_s_are_not_approved(shelf):
    spoil(newest(shelf).path)
    with pytest.raises(ValidationError):
        sign_off(newest(shelf).edition, FIRST, by=SOFTWARE)
    assert not Release.objects.exists()


def test_while_another_run_writes_to_the_shelf_the_consultant_is_asked_to_wait(shelf):
    with writing(shelf), pytest.raises(ValidationError, match="minutter"):
        sign_off(newest(shelf).edition, FIRST, by=SOFTWARE)


def test_older_figures_that_were_never_approved_do_not_wait_for_anybody(shelf):
    again = built_anew(shelf)
    sign_off(again.edition, FIRST, by=SOFTWARE)
    assert newest_waiting() is None


def test_a_page_asks_once_what_is_approved(shelf, browser):
    approved(shelf)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get("/api/v1/region").status_code == 200
    assert sum("editions_release" in one["sql"] for one in asked.captured_queries) == 1


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 4)), max_size=12))
def test_whatever_is_approved_or_taken_back_the_last_one_named_is_on_show(acts):
    steps = [
        (Act.ROLLED_BACK if back else Act.SIGNED_OFF, str(name), f"bundle {name}")
        for back, name in acts
    ]
    standing = [name for name, _bundle in standing_of(steps)]
    assert standing[:1] == [name for _act, name, _bundle in steps[-1:]]
    assert len(standing) == len(set(standing))
