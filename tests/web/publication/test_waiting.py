"""Programs hear of an edition when it has been approved, and not before."""

from __future__ import annotations

import pytest

from taskforce.report.bundle import Bundles
from tests.web.editions.makers import approved

pytestmark = pytest.mark.django_db


def asked_for(visitor, name):
    """What every door for programs answers to the name of an edition."""
    doors = {
        "/api/v1/need": {"edition": name},
        "/ogc/collections/municipalities/items": {"edition": name},
        f"/data/{name}/need_municipalities.csv": {},
        f"/tiles/{name}/municipalities.pmtiles": {},
    }
    return {visitor.get(path, asked).status_code for path, asked in doors.items()}


def test_an_edition_that_waits_is_served_to_nobody(visitor, arriving, settings):
    shown = approved(settings.SHELF)
    arriving()
    waiting = Bundles(settings.SHELF).latest()
    assert waiting is not None
    assert [one["edition"] for one in visitor.get("/api/v1/editions").json()] == [shown]
    assert visitor.get("/api/v1/region").json()["edition"] == shown
    assert waiting.label.as_of.isoformat() not in visitor.get("/katalog.ttl").content.decode()
    for name in (waiting.id, waiting.edition):
        assert asked_for(visitor, name) <= {404, 410}
    assert asked_for(visitor, shown) == {200}


def test_once_approved_it_is_on_show_and_the_older_one_still_answers(visitor, arriving, settings):
    older = approved(settings.SHELF)
    arriving()
    newer = approved(settings.SHELF)
    assert [one["edition"] for one in visitor.get("/api/v1/editions").json()] == [newer, older]
    assert asked_for(visitor, newer) == asked_for(visitor, older) == {200}
