"""The taskforce writes materials, previews them, keeps them fresh, and is reminded in time."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.models import Entry
from taskforce.web.library.actions.materials import confirm_material, free_slug
from taskforce.web.library.actions.reminding import remind_owners
from taskforce.web.library.models import Material
from taskforce.web.library.queries.awaiting import awaiting
from tests.web.library.makers import DAY, material_of

pytestmark = pytest.mark.django_db

SAID = {
    "kind": "guide",
    "title_da": "Råd om høje træer",
    "summary_da": "Kort fortalt",
    "body_da": "## Begynd\n\nSe [kortet](page:map).",
    "source": "Taskforcen, 2026",
    "origin": "region",
    "audience": "everybody",
    "checked_on": "2026-01-05",
    "expires_on": "2027-01-05",
    "topics": ["masts"],
    "readers": ["planning"],
    "phases": ["plan"],
}


def test_a_material_is_written_changed_and_confirmed(enter, cast):
    client = enter("consultant")
    sent = client.post("/inspiration/redaktion/ny/", SAID)
    assert sent["Location"] == "/inspiration/raad-om-hoeje-traeer/"
    one = Material.objects.get()
    assert {mark.word for mark in one.marks.all()} == {"masts", "planning", "plan"}
    there = f"/inspiration/redaktion/{one.pk}/"
    assert "Råd om høje træer" in client.get(there).content.decode()
    client.post(there, {**SAID, "title_da": "Råd om træer", "topics": ["rent"]})
    one.refresh_from_db()
    assert (one.title_da, one.slug) == ("Råd om træer", "raad-om-hoeje-traeer")
    assert {mark.word for mark in one.marks.all()} == {"rent", "planning", "plan"}
    client.post(f"{there}gaelder/")
    one.refresh_from_db()
    assert one.expires_on > date(2027, 1, 5)
    assert Entry.objects.filter(what="material.confirmed").count() == 1


def test_a_preview_is_shown_and_nothing_is_saved(enter, cast):
    shown = enter("consultant").post("/inspiration/redaktion/ny/", {**SAID, "preview": "1"})
    assert '<a href="/kort/" rel="noopener">kortet</a>' in shown.content.decode()
    assert not Material.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"body_da": "[væk](page:ingenting)"}, "page:ingenting"),
        ({"body_da": "[væk](material:findes-ikke)"}, "findes-ikke"),
        ({"body_da": ""}, "Skriv teksten på dansk"),
        ({"kind": "film", "url": ""}, "Skriv adressen"),
        ({"title_en": "Only a title"}, "titel og resumé på engelsk"),
    ],
)
def test_what_is_wrong_is_said_on_the_form(wrong, told, enter, cast):
    shown = enter("consultant").post("/inspiration/redaktion/ny/", {**SAID, **wrong})
    assert shown.status_code == 422
    assert told in shown.content.decode()
    assert not Material.objects.exists()


def test_no_two_materials_share_an_address_nor_take_one_of_ours():
    material_of(title_da="Leje")
    assert free_slug("Leje") == "leje-2"
    assert free_slug("Begynd her") == "begynd-her-2"
    assert free_slug("!!") == "materiale"


def test_the_owner_is_reminded_once_in_time_and_the_desk_shows_it(cast, caller):
    owner, due = cast.consultant, DAY + timedelta(days=20)
    one = material_of(owner=owner, expires_on=due)
    material_of(owner=owner, expires_on=DAY + timedelta(days=200))
    lost = material_of(expires_on=DAY - timedelta(days=1))
    assert remind_owners(on=DAY, by=SOFTWARE).sent == 1
    assert remind_owners(on=DAY + timedelta(days=1), by=SOFTWARE).sent == 0
    (letter,) = mail.outbox
    assert letter.to == [owner.email]
    assert one.title_da in letter.body
    assert f"/inspiration/redaktion/{one.pk}/" in letter.body
    things = awaiting(caller("consultant"), DAY)
    assert [(thing.due, thing.overdue) for thing in things] == [
        (lost.expires_on, True),
        (due, False),
    ]
    assert awaiting(caller("coordinator"), DAY) == []
    one.refresh_from_db()
    confirm_material(one, on=DAY, by=SOFTWARE)
    assert (one.expires_on, one.reminded_on) == (date(2027, 1, 5), None)


def test_a_mail_that_cannot_be_sent_is_tried_again(cast, settings):
    one = material_of(owner=cast.consultant, expires_on=DAY)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert remind_owners(on=DAY, by=SOFTWARE).failed == 1
    one.refresh_from_db()
    assert one.reminded_on is None


def test_the_database_refuses_what_no_form_would_send():
    with pytest.raises(ValidationError):
        material_of(kind="poem")
    with pytest.raises(ValidationError):
        material_of(audience="friends")
