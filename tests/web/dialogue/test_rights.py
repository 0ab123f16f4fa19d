"""Who sees which dialogue and reads which message; no operator meets another's obstacle."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from taskforce.web.dialogue.actions.dialogues import add_party, open_dialogue, remove_party
from taskforce.web.dialogue.actions.messages import Said, write_message
from taskforce.web.dialogue.models import Audience, Letter
from taskforce.web.dialogue.queries import access
from taskforce.web.dialogue.queries.found import found
from taskforce.web.notes.models import Attachment
from tests.web.dialogue.makers import named, obstacle, talk

pytestmark = pytest.mark.django_db
OFFICIALS = {"coordinator", "case_officer", "site_manager"}


def reads(allowed, message):
    return allowed(lambda caller: message.is_open_to(caller))


def test_a_dialogue_is_seen_by_its_parties_and_the_taskforce(dialogue, allowed):
    assert allowed(access.sees, dialogue) == OFFICIALS | {"operator", "landlord", "consultant"}
    assert allowed(access.leads, dialogue) == {"coordinator", "consultant"}


def test_each_message_is_read_by_those_it_is_for_and_the_taskforce(dialogue, caller, allowed):
    by = caller("operator")
    told = write_message(dialogue, Said("Til alle"), by=by)
    own = write_message(dialogue, Said("Til os", Audience.OWN), by=by)
    some = Said("Til Sorø", Audience.SOME, (named("0340"),))
    chosen = write_message(dialogue, some, by=by)
    aside = write_message(dialogue, Said("Kun taskforcen", Audience.OWN), by=caller("consultant"))
    assert reads(allowed, told) == OFFICIALS | {"operator", "landlord", "consultant"}
    assert reads(allowed, own) == {"operator", "consultant"}
    assert reads(allowed, chosen) == OFFICIALS | {"operator", "consultant"}
    assert reads(allowed, aside) == {"consultant"}


def test_pages_files_search_and_exports_tell_a_message_to_its_readers_only(dialogue, caller, enter):
    said = Said("Hemmelig hest", Audience.SOME, (named("0340"),))
    file = ContentFile(b"Tegning", "tegning.txt")
    kept = write_message(dialogue, said, by=caller("operator"), files=[file])
    its_file = reverse("file", args=[Attachment.objects.get().pk])
    pages = [reverse(name, args=[dialogue.pk]) for name in ("dialogue", "dialogue-json")]
    searched = f"{reverse('search')}?q=hemmelig"
    for name, sees in {"coordinator": True, "consultant": True, "landlord": False}.items():
        client = enter(name)
        for path in pages:
            assert ("Hemmelig hest" in client.get(path).content.decode()) is sees, (name, path)
        assert ("Fælles gravning" in client.get(searched).content.decode()) is sees, name
        found_file = client.get(its_file)
        assert (found_file.status_code == 200) is sees, name
        b"".join(found_file)
        about = ["dialogue.message", kept.pk]
        upload = {"file": ContentFile(b"x", "x.txt")}
        attached = client.post(reverse("notes-attach", args=about), upload)
        assert (attached.status_code == 403) is not sees, name


def test_the_municipality_does_not_read_files_that_others_send_the_taskforce(
    dialogue, caller, enter
):
    said = Said("Kun til jer", Audience.OWN)
    file = ContentFile(b"Priser", "priser.txt")
    write_message(dialogue, said, by=caller("operator"), files=[file])
    assert (
        enter("coordinator").get(reverse("file", args=[Attachment.objects.get().pk])).status_code
        == 403
    )
    searched = enter("coordinator").get(f"{reverse('search')}?q=priser")
    assert "priser.txt" not in searched.content.decode()


def test_an_obstacle_is_never_met_by_another_operator(cast, monday, enter, allowed):
    told = obstacle(cast)
    assert allowed(access.sees, told) == OFFICIALS | {"operator", "consultant"}
    client = enter("other_operator")
    assert client.get(reverse("dialogue", args=[told.pk])).status_code == 403
    for name in ("dialogues", "workspace"):
        assert "Lejen" not in client.get(reverse(name)).content.decode()
    assert allowed(found, "lejen hoej") == OFFICIALS | {"operator", "consultant"}
    assert client.get(reverse("obstacles", args=["0340"])).status_code == 403
    told_by_mail = Letter.objects.values_list("email", flat=True)
    assert set(told_by_mail) == {"coordinator@example.org", "consultant@example.org"}


def test_nobody_brings_another_operator_into_an_obstacle(cast, monday, caller):
    told = obstacle(cast)
    for name in ("operator", "coordinator", "consultant"):
        with pytest.raises(ValidationError):
            add_party(told, {"organisation": named("Andetnet")}, by=caller(name))
        assert named("Andetnet") not in access.candidates(caller(name), told)


def test_an_operator_brings_no_other_operator_in(cast, monday, caller):
    facts = {
        "title": "Samarbejde",
        "municipality": named("0340"),
        "opened_for": named("Prøvenet"),
    }
    with pytest.raises(ValidationError):
        open_dialogue(facts, "Hej", by=caller("operator"), others=[named("Andetnet")])


def test_who_comes_later_reads_what_was_said_before_only_where_it_was_allowed(cast, monday, caller):
    told, by = talk(cast), caller("consultant")
    with time_machine.travel(told.opened_at + timedelta(days=1)):
        add_party(told, {"organisation": named("Prøvenet"), "sees_earlier": False}, by=by)
        add_party(told, {"organisation": named("Prøveboliger"), "sees_earlier": True}, by=by)
        write_message(told, Said("Velkommen"), by=by)
        texts = {
            name: [one.text for one in access.messages_for(caller(name), told)]
            for name in ("operator", "landlord")
        }
    assert texts == {
        "operator": ["Velkommen"],
        "landlord": ["Kan vi grave sammen?", "Velkommen"],
    }


def test_who_is_taken_out_reads_nothing_any_more(dialogue, caller, allowed):
    message = write_message(dialogue, Said("Vi er med"), by=caller("landlord"))
    party = dialogue.participants.get(organisation__name="Prøveboliger")
    remove_party(party, by=caller("coordinator"))
    assert "landlord" not in reads(allowed, message)
    with pytest.raises(PermissionDenied):
        write_message(dialogue, Said("Hallo?"), by=caller("landlord"))


def test_a_list_never_shows_more_than_the_pages(cast, monday, caller):
    made = [talk(cast), talk(cast, "Andetnet", code="0360"), obstacle(cast, code="0360")]
    for name in cast.everybody:
        listed = set(access.open_to(caller(name)).values_list("pk", flat=True))
        assert listed == {one.pk for one in made if access.sees(caller(name), one)}, name


def test_only_parties_can_be_chosen_as_readers(dialogue, caller):
    said = Said("Til Andetnet", Audience.SOME, (named("Andetnet"),))
    with pytest.raises(ValidationError):
        write_message(dialogue, said, by=caller("operator"))
