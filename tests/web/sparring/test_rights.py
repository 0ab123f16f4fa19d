"""A question is its own municipality's and the taskforce's; nobody else meets a word of it."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.urls import reverse

from taskforce.web.notes.models import Attachment
from taskforce.web.sparring.actions.questions import Said, say
from taskforce.web.sparring.queries.access import open_to
from taskforce.web.sparring.queries.awaiting import awaiting
from taskforce.web.sparring.queries.found import found
from tests.web.sparring.makers import question_of

pytestmark = pytest.mark.django_db
READERS = {"coordinator", "case_officer", "site_manager", "consultant"}
SECRET = "Hemmelig hest"


@pytest.fixture
def told(cast, monday, caller):
    """A question with the secret in its subject, its text and the name of its file."""
    asked = question_of(cast.coordinator, subject=f"{SECRET} i emnet", text=SECRET)
    file = ContentFile(b"Aftale", "hemmelig.txt")
    say(asked, Said(SECRET), by=caller("case_officer"), files=[file])
    return asked


def test_pages_lists_files_and_search_are_shut_for_all_others(told, cast, enter):
    file = Attachment.objects.get()
    searched = f"{reverse('search')}?q=hemmelig"
    for name in cast.everybody:
        client, reads = enter(name), name in READERS
        page = client.get(reverse("sparring-question", args=[told.pk]))
        assert (page.status_code == 200) is reads, name
        handed_out = client.get(reverse("file", args=[file.pk]))
        b"".join(handed_out)
        assert (handed_out.status_code == 200) is reads, name
        hits = client.get(searched).content.decode()
        assert ("i emnet" in hits) is reads, name
        assert ("hemmelig.txt" in hits) is reads, name
        for there in ("sparring", "workspace", "organisations"):
            shown = client.get(reverse(there)).content.decode()
            assert reads or SECRET not in shown, (name, there)


def test_a_list_never_shows_more_than_the_pages(told, cast, caller, monday):
    away = question_of(cast.other_coordinator, code="0360", subject="Gravning på Lolland")
    for name in cast.everybody:
        by = caller(name)
        listed = set(open_to(by).values_list("pk", flat=True))
        assert listed == {one.pk for one in (told, away) if one.is_open_to(by)}, name
        assert bool(found(by, "hemmelig hest")) is (name in READERS), name
        assert all(SECRET not in one.what or name in READERS for one in awaiting(by, monday))


def test_nobody_writes_or_asks_for_others(told, cast, caller):
    for name in set(cast.everybody) - READERS:
        with pytest.raises(PermissionDenied):
            say(told, Said("Hov"), by=caller(name))
        with pytest.raises(PermissionDenied):
            question_of(cast.everybody[name])


def test_the_public_pages_know_nothing_of_it(told, visitor):
    for there in ("front", "municipalities", "participation", "sitemap"):
        assert SECRET not in visitor.get(reverse(there)).content.decode()
