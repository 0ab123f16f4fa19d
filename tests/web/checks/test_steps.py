"""The form asks only what can still change the answer, and remembers what was said."""

import re

AT = "/tjek/dig/?municipality=0340&on=2026-11-27"


def asked_on(page):
    return re.findall(r'name="asked" value="(\w+)"', page.content.decode())


def test_without_a_municipality_the_start_says_so(visitor):
    page = visitor.get("/tjek/dig/?work=new", follow=True)
    assert "Vælg den kommune, stedet ligger i." in page.content.decode()


def test_who_comes_with_nothing_has_done_nothing_wrong(visitor):
    page = visitor.get("/tjek/mast/", follow=True).content.decode()
    assert 'value="mast" id="id_case_1" required class="form-radio" checked' in page
    assert 'id="errors"' not in page


def test_an_answer_that_settles_the_case_ends_the_questions(visitor):
    page = visitor.get(f"{AT}&work=new&distance_to_road_m=0&surface=asphalt")
    assert page.status_code == 302
    assert page["Location"].startswith("/tjek/dig/svar/")


def test_the_next_question_is_not_one_that_was_answered(visitor):
    page = visitor.get(f"{AT}&work=new&surface=grass")
    assert asked_on(page)
    assert not {"work", "surface"} & set(asked_on(page))


def test_a_question_left_empty_is_asked_again_with_what_to_do(visitor):
    page = visitor.get(f"{AT}&asked=work").content.decode()
    assert "Er du i tvivl" in page


def test_i_do_not_know_is_an_answer_and_leaves_the_fact_out(visitor):
    page = visitor.get(f"{AT}&distance_to_road_m=0&work=new&surface=dont-know", follow=True)
    assert "surface" not in asked_on(page)


def test_a_danish_comma_is_understood(visitor):
    page = visitor.get(
        "/tjek/dig/svar.json?municipality=0340&on=2026-11-27&work=new&distance_to_road_m=2,5"
    )
    assert page.json()["facts"]["distance_to_road_m"] == 2.5
    assert page.json()["outcome"] == "permit_needed"


def test_the_extra_questions_add_and_never_change_the_outcome(visitor):
    page = visitor.get(f"{AT}&work=new&distance_to_road_m=0&surface=asphalt&more=1")
    assert page.status_code == 200
    assert "ændrer ikke svaret" in page.content.decode()


def test_an_answer_so_far_can_be_changed(visitor):
    page = visitor.get(f"{AT}&work=new&surface=grass&change=surface")
    assert asked_on(page) == ["surface"]
    assert "checked" in page.content.decode()
