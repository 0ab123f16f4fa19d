"""The answer has an address of its own, says the same each time, and never falls over."""

import pytest

from tests.paper_access import faults

SMALL = (
    "municipality=0340&on=2026-11-27&work=new&surface=grass&trench_length_m=9.5&trench_width_m=1.5"
    "&trench_depth_m=0.8&margin_m=1&method=hand&duration_h=36&speed_limit_kmh=40&road_on_list=yes"
    "&one_direction_open=yes&ler_inquiry_done=yes&start=2026-11-27T08:00"
)


def test_the_outcome_stands_first_and_the_deadline_is_a_date(visitor):
    page = visitor.get(f"/tjek/dig/svar/?{SMALL}").content.decode()
    assert "Du skal kun anmelde" in page
    assert "30. november 2026" in page
    assert "gravebekendtgørelsen" in page
    assert "kommunen i sit eget system" in page


def test_the_page_is_complete_in_english(visitor):
    page = visitor.get(f"/en/check/dig/answer/?{SMALL}").content.decode()
    assert "You only have to notify" in page
    assert "30 November 2026" in page
    assert "Du skal" not in page


def test_the_same_link_gives_the_same_answer_and_an_old_day_its_own_rules(visitor):
    one, two = (visitor.get(f"/tjek/dig/svar.json?{SMALL}").content for _ in range(2))
    before = visitor.get(f"/tjek/dig/svar.json?{SMALL.replace('on=2026-11-27', 'on=2018-06-30')}")
    assert one == two
    # The scheme for small digs began on 1 July 2018.
    assert before.json()["outcome"] == "permit_needed"


def test_an_answer_without_a_day_moves_to_an_address_that_has_one(visitor):
    answer = visitor.get("/tjek/dig/svar/?municipality=0340&work=urgent_repair")
    assert answer.status_code == 302
    assert "on=20" in answer["Location"]


def test_what_is_missing_is_asked_for_by_name(visitor):
    page = visitor.get(f"/tjek/dig/svar/?{SMALL.replace('&surface=grass', '')}").content.decode()
    assert "Vi mangler at vide mere" in page
    assert "Overfladen" in page


def test_the_other_municipalities_are_told_with_their_differences(visitor):
    page = visitor.get(f"/tjek/dig/alle-kommuner/?{SMALL}").content.decode()
    assert page.count("Du skal kun anmelde") >= 17
    assert "DIG-41" in page


def test_the_checklist_is_an_accessible_pdf_and_the_same_each_time(visitor):
    one, two = (visitor.get(f"/tjek/dig/huskeliste.pdf?{SMALL}") for _ in range(2))
    assert one["Content-Type"] == "application/pdf"
    assert faults(one.content, "da") == []
    assert one.content == two.content


def test_the_checklist_is_set_in_english_too_and_for_every_kind_of_case(visitor):
    for case in ("dig", "mast", "lease", "grant"):
        paper = visitor.get(f"/en/check/{case}/checklist.pdf?municipality=0340&on=2026-11-02")
        assert faults(paper.content, "en") == []


HOSTILE = [
    "trench_length_m=1e308",
    "trench_length_m=-1",
    "trench_length_m=lang",
    "trench_length_m=nan",
    "trench_length_m=" + "9" * 5000,
    "surface=lava",
    "surface=%00",
    "work=' || true || '",
    "road_on_list=maybe",
    "start=0001-01-01T00:00",
    "start=9999-99-99",
    "on=0000-00-00",
    "on=1900-01-01",
    "municipality=9999",
    "municipality=%F0%9F%92%A9",
    "&".join(["asked=surface"] * 2000),
]


@pytest.mark.parametrize("wrong", HOSTILE, ids=lambda text: text[:30])
@pytest.mark.parametrize("page", ["", "svar/", "svar.json", "huskeliste.pdf", "alle-kommuner/"])
def test_what_cannot_be_is_said_and_never_breaks_the_page(visitor, page, wrong):
    answer = visitor.get(f"/tjek/dig/{page}?municipality=0340&on=2026-11-02&{wrong}", follow=True)
    assert answer.status_code in (200, 400, 422)


def test_ten_thousand_designations_are_refused(visitor):
    many = "&".join(["designations=coastal_zone", *["designations=church"] * 10_000])
    answer = visitor.get(f"/tjek/mast/svar.json?municipality=0340&on=2026-11-02&{many}")
    assert answer.status_code in (400, 422)


def test_a_kind_of_case_that_is_not_there_is_not_found(visitor):
    assert visitor.get("/tjek/tunnel/?municipality=0340").status_code == 404
