"""News is written by a municipality, approved by the taskforce, and public from its time on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from taskforce.web.news.actions.writing import approve, rewrite, write
from taskforce.web.news.models import Category, NewsItem, State
from taskforce.web.news.queries.awaiting import awaiting
from taskforce.web.people.caller import caller_for
from tests.cast import signed_in
from tests.web.news.makers import TASKFORCE, draft_of, public_of, told
from tests.web.seen import seen_in

FORM = {
    "category": "mast", "title_da": "Ny mast i Sorø", "summary_da": "Den er tændt.",
    "body_da": "## Hvor\n\nVed **havnen**.", "happens_on": "2026-11-02", "source": "Kommunen",
}  # fmt: skip


def test_a_municipality_writes_sends_and_the_taskforce_publishes(cast, visitor):
    writer, desk = signed_in(cast.coordinator), signed_in(cast.consultant)
    home = NewsItem._meta.get_field("municipality").related_model.objects.get(code="0340")
    answer = writer.post(reverse("news-new"), FORM | {"municipality": home.pk})
    item = NewsItem.objects.get()
    assert answer.url == reverse("news-one", args=[item.pk])
    public = reverse("news-item", args=[item.slug])
    assert public == "/nyheder/ny-mast-i-soroe/"
    assert visitor.get(public).status_code == 404
    assert writer.post(reverse("news-approve", args=[item.pk])).status_code == 403
    assert awaiting(caller_for(cast.consultant), date.today()) == []  # noqa: DTZ011
    writer.post(reverse("news-propose", args=[item.pk]))
    [waits] = awaiting(caller_for(cast.consultant), date.today())  # noqa: DTZ011
    assert "Ny mast i Sorø" in waits.what
    desk.post(reverse("news-return", args=[item.pk]), {"why": "Skriv hvilket selskab"})
    assert "Skriv hvilket selskab" in writer.get(reverse("news-one", args=[item.pk])).text
    assert awaiting(caller_for(cast.coordinator), date.today())  # noqa: DTZ011
    writer.post(reverse("news-propose", args=[item.pk]))
    desk.post(reverse("news-approve", args=[item.pk]), {"publish_at": ""})
    seen = visitor.get(public)
    assert "<h2>Hvor</h2>" in seen.text
    assert "2. november 2026" in seen_in(seen.text)
    assert writer.get(reverse("news-change", args=[item.pk])).status_code == 403
    desk.post(reverse("news-withdraw", args=[item.pk]))
    assert visitor.get(public).status_code == 404


def test_what_is_approved_for_later_is_public_only_then(cast, visitor):
    item, now = draft_of(), timezone.now()
    approve(item, now + timedelta(days=2), now=now, by=TASKFORCE)
    assert visitor.get(reverse("news-item", args=[item.slug])).status_code == 404
    assert "Fiber på vej" not in visitor.get(reverse("news")).text
    assert not item.is_public(now)
    assert item.is_public(now + timedelta(days=2))


def test_a_time_that_has_passed_means_now(cast):
    item, now = draft_of(), timezone.now()
    approve(item, now - timedelta(days=9), now=now, by=TASKFORCE)
    assert item.publish_at == now


def test_nobody_writes_about_another_municipality(cast):
    coordinator = caller_for(cast.coordinator)
    with pytest.raises(PermissionDenied):
        write(told("0360"), by=coordinator)
    with pytest.raises(ValidationError, match="Vælg din kommune"):
        write(told(""), by=coordinator)
    away = draft_of("0360")
    with pytest.raises(PermissionDenied):
        rewrite(away, told("0360"), by=coordinator)
    public = public_of("0340")
    with pytest.raises(PermissionDenied):
        rewrite(public, told("0340"), by=coordinator)


def test_two_with_the_same_title_have_addresses_of_their_own(cast):
    first, second = draft_of(title_da="Redaktion"), draft_of(title_da="Redaktion")
    assert (first.slug, second.slug) == ("redaktion-2", "redaktion-3")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title_da": ""}, "title_da"),
        ({"source": ""}, "source"),
        ({"body_da": "[her](page:findes-ikke)"}, "body_da"),
        ({"category": Category.MAST, "happens_on": None}, "__all__"),
        ({"title_en": "Only a title"}, "__all__"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(cast, wrong, field):
    with pytest.raises(ValidationError) as refused:
        write(told(**wrong), by=TASKFORCE)
    assert field in refused.value.message_dict
    assert NewsItem.objects.count() == 0


def test_the_database_itself_refuses_what_is_ready_without_a_time(cast):
    item = draft_of()
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsItem.objects.filter(pk=item.pk).update(state=State.READY)
