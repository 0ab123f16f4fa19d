"""Everybody reads what is public; what is marked stays with those it is for."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation

from taskforce.web.library.actions.files import add_version, remove_version
from taskforce.web.library.actions.materials import Words
from taskforce.web.library.models import Audience
from taskforce.web.library.queries.found import found
from tests.web.library.makers import material_of, paper_of

pytestmark = pytest.mark.django_db

SEEN_BY = {
    Audience.EVERYBODY: {"visitor", "nobody", "operator", "coordinator", "consultant"},
    Audience.MEMBERS: {"operator", "coordinator", "consultant"},
    Audience.DRAFT: {"consultant"},
}


@pytest.mark.parametrize("audience", Audience.values)
def test_a_material_is_seen_by_those_it_is_for_everywhere(audience, enter, caller, cast):
    one = material_of(title_da="Hemmelighuset", audience=audience)
    _paper, version = paper_of(one, by=caller("consultant"))
    file = reverse("material-version", args=[version.pk])
    for name in SEEN_BY[Audience.EVERYBODY]:
        client, sees = enter(name), name in SEEN_BY[audience]
        shown = client.get("/inspiration/").content.decode()
        assert ("Hemmelighuset" in shown) == sees, name
        searched = client.get("/inspiration/?q=hemmelighuset").content.decode()
        assert (f"/inspiration/{one.slug}/" in searched) == sees, name
        for there in (f"/inspiration/{one.slug}/", file):
            response = client.get(there)
            b"".join(response)
            assert (response.status_code == 200) == sees, (name, there)
        assert bool(found(caller(name), "hemmelighuset")) == sees, name
    feed = enter("visitor").get("/inspiration/nyt.rss").content.decode()
    assert ("Hemmelighuset" in feed) == (audience == Audience.EVERYBODY)


def test_an_old_version_is_for_those_who_mend_it(enter, caller, cast):
    one = material_of()
    paper, first = paper_of(one, by=caller("consultant"))
    second = add_version(paper, ContentFile(b"Ny", "ny.txt"), by=caller("consultant"))
    assert (second.number, paper.versions.count()) == (2, 2)
    old, new = (reverse("material-version", args=[version.pk]) for version in (first, second))
    assert enter("visitor").get(old).status_code == 404
    assert b"".join(enter("consultant").get(old)) == b"Fil"
    assert b"".join(enter("visitor").get(new)) == b"Ny"
    remove_version(second, by=caller("consultant"))
    assert b"".join(enter("visitor").get(old)) == b"Fil"
    remove_version(first, by=caller("consultant"))
    assert not one.papers.exists()


def test_the_filters_narrow_the_list(enter, cast):
    masts = Words(("masts",), ("planning",), ("carry_out",))
    material_of(title_da="Om master", words=masts)
    material_of(title_da="Om leje", words=Words(("rent",), ("property",), ("plan",)))
    for asked in ("topic=masts", "reader=planning", "phase=carry_out", "topic=masts&q=mast"):
        shown = enter("visitor").get(f"/inspiration/?{asked}").content.decode()
        assert "Om master" in shown, asked
        assert "Om leje" not in shown, asked


def test_what_is_past_its_day_is_marked(enter, cast):
    old = material_of(expires_on=date(2020, 1, 1))
    assert "Skal tjekkes igen" in enter("visitor").get("/inspiration/").content.decode()
    page = enter("visitor").get(f"/inspiration/{old.slug}/").content.decode()
    assert "skulle have været tjekket igen" in page


def test_danish_only_is_said_in_english(enter, cast):
    one = material_of(title_da="Kun dansk")
    page = enter("visitor").get(f"/en/inspiration/{one.slug}/").content.decode()
    assert "This material is in Danish only." in page
    assert '<article lang="da">' in page
    both = material_of(title_en="Both", summary_en="Short", body_en="In English")
    with translation.override("en"):
        assert both.title == "Both"
