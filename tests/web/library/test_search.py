"""Materials are found by Danish words in any form, the best first, on both databases."""

import pytest

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change, remove
from taskforce.web.library.queries.words import materials_with
from tests.web.library.makers import material_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("kommunerne", "En kommune kan begynde i dag."),
        ("mast", "Mange naboer spørger om masterne."),
        ("gravesager", "Gravesagen er hurtig."),
        ("lejen", "Lejer betaler leje."),
        ("måling", "Målinger af mobildækning"),
        ("SAGSBEHANDLINGEN", "Sagsbehandling tager tid."),
        ("bredbånd", "Bredbåndspuljen åbner til efteråret."),
    ],
)
def test_a_word_is_found_in_its_other_forms(asked, written):
    hit, miss = material_of(body_da=written), material_of(body_da="Noget helt andet")
    assert materials_with(asked, "da") == [hit.pk]
    assert miss.pk not in materials_with(asked, "da")


def test_a_title_counts_for_more_than_a_summary_and_that_for_more_than_a_text():
    filler = "Her står mange andre ord om alt muligt andet. " * 20
    text = material_of(body_da=f"{filler} Leje fastsættes.")
    summary = material_of(summary_da="Sådan fastsættes leje", body_da=filler)
    title = material_of(title_da="Leje af plads", body_da=filler)
    assert materials_with("leje", "da") == [title.pk, summary.pk, text.pk]


def test_all_words_must_be_there_and_empty_ones_do_not_count():
    both, one = material_of(body_da="Mast på landet"), material_of(body_da="Mast i byen")
    assert materials_with("mast landet", "da") == [both.pk]
    assert sorted(materials_with("en mast og den", "da")) == sorted([both.pk, one.pk])


@pytest.mark.parametrize(
    "asked", ["", "  ", "og", "'", '"mast', "mast*", "a:b", "(", "NOT", "mast) OR (x", "\x00", "%"]
)
def test_no_sign_breaks_the_search(asked):
    material_of(body_da="Noget helt andet")
    assert materials_with(asked, "da") == []


def test_an_english_reader_finds_english_words_first_and_danish_ones_too():
    danish = material_of(title_da="Master", body_da="Om master")
    english = material_of(title_en="Masts", summary_en="About masts", body_en="Masts and rent")
    assert materials_with("masts", "en")[0] == english.pk
    assert materials_with("master", "en") == [danish.pk]


def test_letters_of_our_own_are_letters():
    hit = material_of(body_da="Søens å løber her")
    assert materials_with("søen", "da") == [hit.pk]
    assert materials_with("so", "da") == []


def test_what_is_changed_or_removed_is_found_so():
    one = material_of(body_da="Antenner på taget")
    change(one, {"body_da": "Kabler i jorden"}, by=SOFTWARE)
    assert materials_with("antenne", "da") == []
    assert materials_with("kabler", "da") == [one.pk]
    remove(one, by=SOFTWARE)
    assert materials_with("kabler", "da") == []
