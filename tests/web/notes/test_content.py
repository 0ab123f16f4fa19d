"""A file is kept when it is what its name says, and refused otherwise."""

import pytest
from django.core.exceptions import ValidationError

from taskforce.web.notes import content
from taskforce.web.notes.content import LARGEST, TYPES, checked_type, clean_name, ending_of
from tests.web.notes.hostile import BAD, GOOD, PDF, bomb


@pytest.mark.parametrize("name", GOOD)
def test_a_file_of_an_allowed_type_is_known_by_its_content(name):
    assert checked_type(name, GOOD[name]) == TYPES[ending_of(name)]


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_what_it_says_is_refused(name):
    with pytest.raises(ValidationError):
        checked_type(name, BAD[name])


def test_a_bomb_is_refused_without_being_unpacked():
    made = bomb()
    assert len(made) < 1_000_000
    with pytest.raises(ValidationError):
        checked_type("report.docx", made)


def test_a_file_that_is_too_large_is_told_the_limit():
    with pytest.raises(ValidationError, match="25 MB"):
        checked_type("plan.pdf", PDF + bytes(LARGEST))


def test_a_type_that_is_not_kept_is_told_which_ones_are(settings):
    settings.LANGUAGE_CODE = "en"
    with pytest.raises(ValidationError) as refused:
        checked_type("program.exe", b"MZ")
    assert all(word in refused.value.messages[0] for word in ("PDF", "DOCX", "CSV", "JPEG"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\plan.pdf", "plan.pdf"),
        ("plan\u202efdp.txt", "planfdp.txt"),
        ("plan\r\nSet-Cookie: a.pdf", "planSet-Cookie: a.pdf"),
        ("A\u030ars\u00f8.pdf", "\u00c5rs\u00f8.pdf"),
    ],
)
def test_a_name_loses_its_folders_and_what_cannot_be_seen(given, kept):
    assert clean_name(given) == kept


def test_a_very_long_name_is_cut_but_keeps_its_ending():
    kept = clean_name("æ" * 5000 + ".pdf")
    assert (len(kept), kept[-4:]) == (content.LONGEST_NAME, ".pdf")
