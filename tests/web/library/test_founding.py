"""The materials that come with the product are whole, useful, and come in once."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.commitments.actions.participation import NewStatus, set_status
from taskforce.web.commitments.models import CommitmentKind, Status
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import change
from taskforce.web.library import markup
from taskforce.web.library.actions.founding import set_up_materials
from taskforce.web.library.models import Material, Topic
from taskforce.web.library.models.material import ELSEWHERE
from taskforce.web.library.queries.founding import founding_materials
from taskforce.web.library.queries.suggested import suggestions
from taskforce.web.library.queries.words import materials_with
from taskforce.web.people.models import Organisation
from tests.cast import HOME
from tests.web.library.makers import DAY

EVERY = founding_materials()
WRITTEN = [one for one in EVERY if one.kind not in ELSEWHERE]


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.key)
@pytest.mark.parametrize("language", ["da", "en"])
def test_each_is_whole_in_both_languages(one, language):
    text = one.body.in_language(language)
    assert 380 <= len(re.findall(r"\w+", text)) <= 1000
    assert text.count("\n## ") >= 3
    assert text.count("\n- ") >= 5
    assert "page:" in text
    assert one.source
    markup.checked(text)
    known = {other.key for other in EVERY}
    assert set(markup.materials_linked(text)) <= known


def test_every_topic_has_its_material_and_the_steps_follow_each_other():
    assert {topic for one in EVERY for topic in one.topics} == set(Topic.values)
    steps = sorted(one.step for one in EVERY if one.step)
    assert steps == list(range(1, len(steps) + 1))


@pytest.mark.django_db
def test_they_come_in_once_and_what_an_editor_changes_stays():
    assert set_up_materials(by=SOFTWARE) == len(EVERY)
    one = Material.objects.get(start_step=1)
    change(one, {"title_da": "Vores egen begyndelse"}, by=SOFTWARE)
    assert set_up_materials(by=SOFTWARE) == 0
    one.refresh_from_db()
    assert one.title_da == "Vores egen begyndelse"


@pytest.mark.django_db
def test_every_page_of_them_opens_in_both_languages(cast, visitor):
    set_up_materials(by=SOFTWARE)
    for language in ("da", "en"):
        with translation.override(language):
            there = [reverse("material", args=[one.slug]) for one in Material.objects.all()]
            there += [reverse("library"), reverse("library-start")]
        assert [page for page in there if visitor.get(page).status_code != 200] == []


@pytest.mark.django_db
def test_an_action_plan_gets_what_fits_it_with_the_reason(cast, caller):
    set_up_materials(by=SOFTWARE)
    home = Organisation.objects.get(code=HOME)
    set_status(home, NewStatus(Status.PARTICIPATING, DAY, "brev"), by=SOFTWARE)
    own = add_commitment(home, {"title": "Mål dækningen på vejene"}, by=SOFTWARE)
    told = {one.commitment: one.materials for one in suggestions(caller("coordinator"), home)}
    topics = {mark.word for material in told[own] for mark in material.marks.all()}
    assert "measuring" in topics
    assert len(told) == 4
    guidelines = next(one for one in told if one.kind == CommitmentKind.GUIDELINES)
    assert [one.slug for one in told[guidelines][:2]] == ["gravesager", "mastesager"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("asked", "key"),
    [("bredbåndspuljen", "bredbaandspuljen"), ("gravetilladelser", "gravesager")],
)
def test_the_search_finds_them(asked, key):
    set_up_materials(by=SOFTWARE)
    first = materials_with(asked, "da")[0]
    assert Material.objects.get(pk=first).slug == key
