"""A key figure shows its course once three days are approved, with its gaps and its breaks."""

from datetime import date

import pytest

from taskforce.report.bundle import FIGURES_FILE
from tests.web.editions.makers import approved, newest, own_shelf, remade
from tests.web.seen import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LATER = date(2027, 6, 30)
SOROE = '"code":"0340","name":"Sorø","addresses":47,"below":{}'


@pytest.fixture
def page(browser, published, tmp_path, settings):
    """The page of a municipality, and a way to approve a later edition."""
    settings.SHELF = own_shelf(published, tmp_path)
    approved(settings.SHELF)

    def shown(path="/kommuner/soroe/"):
        return browser.get(path).content.decode()

    shown.shelf = settings.SHELF
    return shown


def a_year_later(shelf, *, now="6", then="46"):
    """The next survey, which may tell another number of the first day than before."""
    told = (newest(shelf).path / FIGURES_FILE).read_text(encoding="utf-8")
    told = told.replace("2026-06-30", LATER.isoformat())
    for old, new in (("6", now), ("46", then)):
        assert SOROE.format(old) + "," in told
        told = told.replace(SOROE.format(old) + ",", SOROE.format(new) + ",")
    remade(newest(shelf), told, as_of=LATER)
    return approved(shelf)


def test_two_days_are_a_then_and_a_now_and_no_course(cast, page):
    assert "chart--small" not in page()
    assert 'href="#course"' not in page()


def test_three_days_are_drawn_and_stand_in_the_table_with_their_certificates(cast, page):
    older = newest(page.shelf).edition
    newer = a_year_later(page.shelf, now="4")
    html = page()
    told = seen_in(html)
    assert "30. juni 2023: 46; 30. juni 2026: 6; 30. juni 2027: 4." in html
    assert "Tallene bag kurverne" in told
    for edition, when in ((newer, "now"), (older, "now"), (newer, "then")):
        path = f"/tal/bevis/{edition}/below.0340.100-30.fixed.{when}/"
        assert f'href="{path}"' in html
        assert page(path)
    assert "talt på en anden måde" not in told


def test_another_number_for_the_same_day_cuts_the_line_and_says_so(cast, page):
    a_year_later(page.shelf, then="44")
    html = page()
    assert "chart__break" in html
    assert "talt på en anden måde" in seen_in(html)


def test_what_is_withheld_is_not_drawn_and_never_nothing(cast, page):
    a_year_later(page.shelf)
    html = page("/kommuner/lolland/")
    course = html.split('id="course"')[1].split("</table>")[0]
    assert course.count("vises ikke") >= 2
    drawn = [one for one in html.split("<svg")[1:] if "chart--small" in one.split(">")[0]]
    assert not any("course-below" in one for one in drawn)


def test_the_front_page_shows_the_course_of_the_region(cast, page):
    a_year_later(page.shelf)
    html = page("/")
    assert html.count("chart--small") == 2
    assert "Tallene bag kurverne" in html
