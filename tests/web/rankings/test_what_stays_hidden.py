"""A ranking tells nobody more of a site than the register does: not on the page, nor in a file."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pyogrio
import pytest
from django.urls import reverse

from taskforce.report.ranking.keeping import keep
from taskforce.report.ranking.ranking import LeftOut, Question, Ranking
from taskforce.vocabulary.site import SiteKind
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.actions.organisations import add_organisation
from taskforce.web.people.models import OrganisationKind
from taskforce.web.rankings.queries.paper import paper_of
from taskforce.web.rankings.queries.told import told
from taskforce.web.sites.actions.requests import ask_to_lease
from taskforce.web.sites.actions.sites import set_availability, set_rent
from taskforce.web.sites.models import Availability
from tests.web.rankings.conftest import FILES
from tests.web.rankings.makers import candidates_of, ranking_of
from tests.web.sites.makers import CLOSER, site_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

READERS = ("coordinator", "case_officer", "site_manager", "other_coordinator")
READERS = (*READERS, "operator", "other_operator")
SHUT_OUT = ("visitor", "nobody", "landlord", "administrator")
OWNER, NAMES = "Fæstningsfonden", ("Bunkeren", "Kælderen", "Kasematten")
NUMBERS = ("61.7", "61,7", "11.5179", "11,5179", "54.8123", "54,8123")


@pytest.fixture
def hidden(sites):
    """Three sites that their owner took back after the ranking had been made."""
    add_organisation(kind=OrganisationKind.LANDLORD, name=OWNER, cvr="10000009", by=SOFTWARE)
    place = {"longitude": 11.5179, "latitude": 54.8123, "antenna_m": 61.7, "kind": SiteKind.OTHER}
    return [site_of(owner=OWNER, name=name, **place) for name in NAMES]


@pytest.fixture
def ranking(sites, hidden, shelf) -> Ranking:
    """One that chooses the hidden sites, names them as stand-in, as a must, and as left out."""
    chosen, instead, left = hidden
    made = ranking_of(candidates_of([*sites, instead, chosen]), Question(k=3))
    named = (instead.number,)
    made = replace(
        made,
        question=replace(made.question, forced=named, forbidden=named),
        left_out=(LeftOut(left.number, left.name, "Ligger i havet.", "Lies in the sea."),),
        stages=tuple(_with_stand_in(one, instead.number) for one in made.stages),
    )
    keep(shelf, made)
    for one in hidden:
        set_availability(one, Availability.WITHDRAWN, on=one.available_since, by=SOFTWARE)
    return made


def _with_stand_in(stage, number):
    return replace(stage, chosen=tuple(replace(one, instead=number) for one in stage.chosen))


@pytest.fixture
def said(reader, caller, ranking, tmp_path):
    """Everything that one of the cast can read of the ranking, by where it stands."""

    def everything(name):
        one = reader(name)
        for k in (1, 2, 3):
            yield f"page {k}", one.page(f"?k={k}")
            yield from ((f"{kind} {k}", text(one.file(kind, f"?k={k}"), kind)) for kind in FILES)
            seen = told(caller(name), ranking)
            # All that the paper is made of: its own text is packed.
            yield f"paper {k}", json.dumps(paper_of(seen, seen.stage(k)), ensure_ascii=False)
        yield "page in English", one.page(english=True)
        for beside in (reverse("map-sites"), "/ejendomme/", "/ejendomme/ejendomme.json"):
            yield beside, one.browser.get(beside).content.decode()

    def text(answer, kind):
        if kind != "gpkg" or answer.status_code != 200:
            return answer.content.decode(errors="replace")
        file = tmp_path / "map.gpkg"
        file.write_bytes(answer.content)
        _, _, points, columns = pyogrio.raw.read(file)
        return f"{columns} {[one.hex() for one in points]} {answer.content!r}"

    return everything


def told_of(text, sites):
    """What the text tells of the sites: names, owner, height, place, number."""
    found = [one for one in (*NAMES, OWNER, *NUMBERS) if one in text]
    return found + [one.number for one in sites if re.search(rf"{one.number}\b", text)]


@pytest.mark.parametrize("name", READERS)
def test_nothing_is_told_of_a_site_that_its_owner_took_back(said, hidden, name):
    leaks = {where: told for where, text in said(name) if (told := told_of(text, hidden))}
    assert leaks == {}


@pytest.mark.parametrize("name", SHUT_OUT)
def test_who_may_not_read_rankings_is_told_of_no_site_at_all(said, sites, hidden, name):
    ranked = ("page", *FILES)
    pages = {where: text for where, text in said(name) if where.startswith(ranked)}
    names = [one.name for one in (*sites, *hidden)]
    assert {where for where, text in pages.items() if any(one in text for one in names)} == set()


def test_the_taskforce_reads_them_so_the_search_does_find_them(said, hidden):
    texts = dict(said("consultant"))
    for where in ("page 3", "csv 3", "json 3", "paper 3"):
        assert {NAMES[0], OWNER} & set(told_of(texts[where], hidden)), where
    assert {"61.7", "11.5179", *NAMES} <= set(told_of(texts["json 3"], hidden))
    assert NAMES[0] in texts["gpkg 3"]


def test_a_hidden_site_is_told_by_its_municipality_and_what_it_would_give(reader, ranking):
    (chosen, *_) = json.loads(reader("operator").file("json", "?k=1").content)["chosen"]
    assert chosen["name"] == "en ejendom i Sorø Kommune"
    assert chosen["newly_covered"] == ranking.stage(1).value
    empty = ("id", "kind", "owner", "longitude", "latitude", "antenna_m", "antenna_assumed")
    assert {chosen[name] for name in empty} == {None}


def test_the_owner_still_reads_its_own_site_and_the_others_do_not(reader, sites, ranking):
    first = max(sites, key=lambda one: one.name == "Rådhuset")
    set_availability(first, Availability.TAKEN, on=first.available_since, by=SOFTWARE)
    seen = {name for name in READERS if "Rådhuset" in reader(name).page("?k=3")}
    assert seen == {"coordinator", "case_officer", "site_manager"}


def test_the_operator_that_asked_for_a_site_reads_on_the_other_does_not(
    reader, caller, cast, sites, ranking
):
    site = next(one for one in sites if one.name == "Rådhuset")
    operator = cast.operator.grants.get().organisation
    ask_to_lease(site, operator, by=caller("operator"))
    set_availability(site, Availability.TAKEN, on=site.available_since, by=SOFTWARE)
    assert "Rådhuset" in reader("operator").page("?k=3")
    assert "Rådhuset" not in reader("other_operator").page("?k=3")


@pytest.mark.parametrize("name", ["consultant", "coordinator", "operator"])
def test_neither_rent_nor_closer_facts_are_in_a_ranking(said, sites, name):
    for one in sites:
        set_rent(one, 48613, by=SOFTWARE)
    secret = [CLOSER[field] for field in ("access", "load", "terms", "note")]
    # The register tells the closer facts to those they are meant for; a ranking to nobody.
    texts = {where: text for where, text in said(name) if not where.startswith("/")}
    for where, text in texts.items():
        assert [one for one in (*secret, "48613", "48.613") if one in text] == [], where


def test_a_site_of_a_list_is_named_to_its_municipality_and_the_taskforce_alone(
    reader, sites, shelf
):
    listed = [
        replace(one, id=f"L-{place}", name=f"Listens nr. {place}")
        for place, one in enumerate(candidates_of(sites))
    ]
    keep(shelf, ranking_of(listed, name="liste"))
    seen = {name for name in (*READERS, "consultant") if "Listens nr. 4" in reader(name).page()}
    assert seen == {"coordinator", "case_officer", "site_manager", "consultant"}


@pytest.mark.parametrize("kind", FILES)
def test_no_machine_between_keeps_a_file_that_is_meant_for_one_reader(reader, ranking, kind):
    assert reader("operator").file(kind)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("name", SHUT_OUT)
def test_the_register_and_the_map_beside_the_ranking_keep_still_too(said, hidden, name):
    beside = {where: text for where, text in said(name) if where.startswith("/")}
    assert len(beside) == 3
    assert [one for text in beside.values() for one in told_of(text, hidden)] == []
