"""What an editor writes becomes a safe page, whose own links hold in both languages."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.library.markup import as_html, checked, materials_linked


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://example.org/x.png)",
        '<img src=x onerror="alert(1)">',
        '<a href="https://example.org" style="color:red" onclick="x()">x</a>',
        "<iframe src='https://example.org'></iframe>",
    ],
)
def test_nothing_that_runs_or_fetches_comes_through(text):
    html = as_html(text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<iframe" not in html
    assert 'href="javascript' not in html
    assert 'href="data:' not in html
    assert '<a href="https://example.org" style' not in html


@given(st.text(alphabet="<>\"'&ab/=()[]!# -*`|:\n", max_size=80))
def test_no_text_opens_a_tag_of_its_own(text):
    html = as_html(text)
    for tag in ("<script", "<img", "<iframe", "<style", "<svg", " onerror=", " style="):
        assert tag not in html.replace("&lt;", "")


def test_headings_lists_and_tables_are_kept():
    html = as_html("# Først\n\n## Så\n\n- et\n- to\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "<h1" not in html
    assert html.count("<h2>") == 2
    assert html.count("<li>") == 2
    assert '<table class="table table--compact">' in html


def test_our_own_links_hold_in_both_languages():
    text = "[kortet](page:map), [Sorø](page:municipality/soroe) og [begynd](material:kom-i-gang)"
    danish = as_html(text)
    with translation.override("en"):
        english = as_html(text)
    assert 'href="/kort/"' in danish
    assert 'href="/kommuner/soroe/"' in danish
    assert 'href="/inspiration/kom-i-gang/"' in danish
    assert 'href="/en/map/"' in english
    assert materials_linked(text) == ["kom-i-gang"]


def test_a_link_that_leads_nowhere_is_refused():
    checked("[kort](page:map) [ude](https://example.org)")
    with pytest.raises(ValidationError, match="page:ingenting"):
        checked("[væk](page:ingenting)")
