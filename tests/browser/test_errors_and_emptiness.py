"""Where something went wrong or nothing is there yet, the pages shut nobody out either.

Takes minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.browser.conftest import serving_site
from tests.browser.walking import faults, faults_of, faults_of_refusals, sign_in, visiting, walk
from tests.made_once import prepared_site

pytestmark = pytest.mark.thorough

LANGUAGES = [("", 0), ("/en", 1)]
FORMS = [
    ("/tjek/dig/", "/check/dig/"),
    ("/tjek/mast/", "/check/mast/"),
    ("/manglende-daekning/", "/missing-coverage/"),
    ("/kontakt/", "/contact/"),
    ("/nyheder/paa-mail/", "/news/by-mail/"),
    ("/konto/login/", "/account/login/"),
    ("/konto/password/reset/", "/account/password/reset/"),
    ("/kort/", "/map/"),
    ("/adresse/", "/address/"),
    ("/kommuner/sammenlign/", "/municipalities/compare/"),
]
REFUSED = [
    ("/findes-ikke/", "/is-not-there/", 404),
    ("/kommuner/atlantis/", "/municipalities/atlantis/", 404),
    ("/adresse/0/", "/address/0/", 404),
    ("/adresse/?q=%C3%B8%C3%B8%C3%B8", "/address/?q=%C3%B8%C3%B8%C3%B8", 200),
    ("/find/?q=xyzzy", "/find/?q=xyzzy", 200),
    ("/tjek/dig/svar/?municipality=9999", "/check/dig/answer/?municipality=9999", None),
    ("/kommuner/sammenlign/?m=x", "/municipalities/compare/?m=x", None),
    ("/invitation/ingen/", "/invitation/none/", 404),
    ("/bekraeft/ingen/", "/confirm/none/", 410),
    ("/nyheder/paa-mail/ja/gammel/", "/news/by-mail/yes/old/", 410),
]
SEND_NOTHING = """path => {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: path });
  document.body.append(form);
  form.submit();
}"""
HEADINGS = {
    403: ("Siden har været åben for længe", "The page has been open too long"),
    429: ("For mange forsøg", "Too many attempts"),
}


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES, ids=["da", "en"])
@pytest.mark.parametrize("words", ["", "sludder"], ids=["empty", "wrong"])
def test_a_public_form_that_is_refused_breaks_no_rule(
    browser, demonstration, words, prefix, language
):
    wrong = {}
    with visiting(browser, demonstration) as page:
        for paths in FORMS:
            wrong |= faults_of_refusals(page, prefix + paths[language], words)
    assert wrong == {}


@pytest.mark.parametrize(("prefix", "language"), LANGUAGES, ids=["da", "en"])
def test_a_page_that_is_not_to_be_had_breaks_no_rule(browser, site, prefix, language):
    wrong = {}
    with visiting(browser, site) as page:
        for *paths, status in REFUSED:
            answer = page.goto(site + prefix + paths[language])
            if status not in (None, answer.status) or answer.status >= 500:
                wrong[paths[language], 0] = [f"answers {answer.status}"]
            wrong |= faults_of(page, paths[language])
    assert wrong == {}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/konto/login/", 403),
        ("/en/account/login/", 403),
        ("/kontakt/", 429),
        ("/en/contact/", 429),
    ],
)
def test_without_a_key_and_too_often_are_told_so_that_all_can_read_it(browser, site, path, status):
    with visiting(browser, site) as page:
        for _ in range(30):
            with page.expect_navigation():
                page.evaluate(SEND_NOTHING, path)
            heading = page.locator("h1").inner_text()
            if heading in HEADINGS[status]:
                break
        assert heading in HEADINGS[status]
        assert list(faults(page)) == []


@pytest.mark.parametrize("path", ["/udgaver/", "/en/editions/"])
def test_a_page_that_is_for_others_says_so_to_all(browser, demonstration, path):
    with visiting(browser, demonstration) as page:
        sign_in(page, "teleselskab")
        assert page.goto(demonstration + path).status == 403
        assert faults_of(page, path) == {}


def test_a_page_that_breaks_says_so_to_all(browser, tmp_path_factory):
    about = prepared_site(tmp_path_factory, tmp_path_factory.mktemp("broken"))
    with closing(sqlite3.connect(Path(about["TASKFORCE_VAR"]) / "taskforce.sqlite3")) as database:
        database.execute("ALTER TABLE news_newsitem RENAME TO gone")
    wrong = {}
    with serving_site(**about) as broken, visiting(browser, broken) as page:
        for path, language in (("/nyheder/", "da"), ("/en/news/", "en")):
            assert page.goto(broken + path).status == 500
            assert page.locator("html").get_attribute("lang") == language
            wrong |= faults_of(page, path)
    assert wrong == {}


@pytest.mark.parametrize("start", ["/", "/en/"])
@pytest.mark.parametrize("shelf", ["with figures", "without figures"])
def test_a_site_on_which_nothing_is_written_breaks_no_rule(browser, site, tmp_path, start, shelf):
    if shelf == "with figures":
        _walked(browser, site, start)
        return
    about = {"TASKFORCE_VAR": str(tmp_path / "var"), "TASKFORCE_SHELF": str(tmp_path / "shelf")}
    settings = {"DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings"}
    command = [sys.executable, "-m", "django", "prepare"]
    subprocess.run(command, env=os.environ | about | settings, capture_output=True, check=True)
    with serving_site(**about) as empty:
        _walked(browser, empty, start)


def _walked(browser, site, start):
    with visiting(browser, site) as page:
        assert walk(page, start) == {}
