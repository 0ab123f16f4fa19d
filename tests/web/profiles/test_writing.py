"""A municipality writes; nobody outside reads a word before the taskforce has approved it."""

import io
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import localdate
from PIL import Image

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.profiles.actions import approving, writing
from taskforce.web.profiles.models import ProfilePiece, ProfileVersion
from taskforce.web.profiles.queries.awaiting import awaiting
from taskforce.web.profiles.queries.public import profile_of as public_profile
from taskforce.web.profiles.queries.public import stories_of
from tests.web.profiles.makers import approved, png, profile_of, story_of
from tests.web.seen import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
PICTURE = {"photo_alt_da": "En mast", "photo_credit": "Kommunen"}


def files():
    root = Path(settings.MEDIA_ROOT)
    return sorted(one.name for one in root.glob("*")) if root.exists() else []


def test_a_draft_is_public_only_once_it_is_approved(cast):
    draft = profile_of()
    assert public_profile("0340") is None
    approving.send(draft, by=SOFTWARE)
    assert public_profile("0340") is None
    approving.approve(draft, by=SOFTWARE)
    assert public_profile("0340") == draft
    assert public_profile("0360") is None


def test_the_public_reads_the_approved_words_while_the_next_are_written(cast):
    first = approved(profile_of())
    second = profile_of(title_da="Endnu hurtigere")
    assert (second.number, public_profile("0340")) == (2, first)
    assert second.text_da == first.text_da
    approved(second)
    assert public_profile("0340") == second


def test_what_awaits_approval_is_not_written_over(cast):
    draft = profile_of()
    approving.send(draft, by=SOFTWARE)
    with pytest.raises(ValidationError, match="Træk"):
        profile_of(title_da="Andet")
    approving.take_back(draft, by=SOFTWARE)
    assert profile_of(title_da="Andet").pk == draft.pk


def test_a_version_is_answered_once(cast):
    draft = profile_of()
    with pytest.raises(ValidationError):
        approving.approve(draft, by=SOFTWARE)
    approved(draft)
    for again in (approving.send, approving.take_back, approving.approve):
        with pytest.raises(ValidationError):
            again(draft, by=SOFTWARE)
    with pytest.raises(ValidationError):
        writing.discard(draft, by=SOFTWARE)


def test_what_is_returned_says_why_and_is_a_draft_again_once_it_is_mended(cast, caller):
    draft = profile_of()
    approving.send(draft, by=SOFTWARE)
    (sent,) = awaiting(caller("consultant"), localdate())
    assert (sent.due, sent.overdue) == (localdate() + timedelta(days=7), False)
    (late,) = awaiting(caller("consultant"), localdate() + timedelta(days=8))
    assert late.overdue
    approving.send_back(draft, because="Skriv kortere.", by=SOFTWARE)
    (waits,) = awaiting(caller("coordinator"), localdate())
    assert "Skriv kortere." in waits.what
    for nobody in ("other_coordinator", "consultant"):
        assert awaiting(caller(nobody), localdate()) == []
    mended = profile_of(title_da="Kort")
    assert (mended.pk, mended.state, mended.returned_because) == (draft.pk, "draft", "")


def test_going_back_makes_a_draft_of_the_older_words_and_keeps_the_newer(cast):
    first, second = approved(profile_of()), approved(profile_of(title_da="Nyt"))
    draft = writing.go_back(first, by=SOFTWARE)
    assert (draft.number, draft.state, draft.title_da) == (3, "draft", first.title_da)
    assert public_profile("0340") == second


def test_a_hidden_story_is_gone_from_the_page_and_can_come_back(cast):
    story = approved(story_of())
    writing.set_hidden(story.piece, hidden=True, by=SOFTWARE)
    assert stories_of("0340") == []
    writing.set_hidden(story.piece, hidden=False, by=SOFTWARE)
    assert stories_of("0340") == [story]


def test_a_story_whose_only_draft_is_thrown_away_is_gone_with_its_picture(
    cast, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        story = story_of(photo=png(), **PICTURE)
    assert len(files()) == 2
    with django_capture_on_commit_callbacks(execute=True):
        writing.discard(story, by=SOFTWARE)
    assert files() == []
    assert not ProfilePiece.objects.exists()


def test_a_picture_keeps_nothing_but_the_picture_and_stays_with_the_next_version(cast):
    story = approved(story_of(photo=png(), **PICTURE))
    with story.photo.open("rb") as kept:
        assert b"11.46" not in kept.read()
    following = writing.write(story.piece, {"title_da": "Videre", "photo": None}, by=SOFTWARE)
    assert following.photo.name == story.photo.name
    assert writing.write(story.piece, {"photo": False}, by=SOFTWARE).photo.name == ""


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"photo": ContentFile(b"GIF89a", "a.gif"), **PICTURE}, "photo"),
        ({"photo": ContentFile(b"\x89PNG\r\n\x1a\n", "a.png"), **PICTURE}, "photo"),
        ({"photo": ContentFile(b"\xff\xd8" + b"0" * 1_000_001, "a.jpg"), **PICTURE}, "photo"),
        ({"text_da": "[Kort](page:ingen)"}, "text_da"),
        ({"title_da": ""}, "title_da"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field_and_leaves_nothing(cast, facts, field):
    with pytest.raises(ValidationError) as refused, transaction.atomic():
        story_of(**facts)
    assert field in refused.value.message_dict
    assert (ProfileVersion.objects.count(), files()) == (0, [])


@pytest.mark.parametrize(
    "facts",
    [
        {"photo": png()},
        {"photo": png(), "photo_alt_da": "En mast"},
        {"quote_da": "Det haster."},
        {"text_en": "We dig together."},
    ],
)
def test_a_picture_a_quote_and_english_come_whole(cast, facts):
    with pytest.raises(ValidationError), transaction.atomic():
        profile_of(**facts)
    assert ProfileVersion.objects.count() == 0
    assert files() == []


def test_everybody_concerned_gets_a_mail(enter):
    draft = profile_of()
    enter("coordinator").post(f"/kommuneside/udgaver/{draft.pk}/send/")
    enter("consultant").post(
        f"/kommuneside/udgaver/{draft.pk}/returner/", {"returned_because": "Skriv kortere."}
    )
    asked, answered = mail.outbox
    assert (asked.to, answered.to) == (["consultant@example.org"], ["coordinator@example.org"])
    assert "Skriv kortere." in answered.body
    assert f"/kommuneside/udgaver/{draft.pk}/" in asked.body


def test_the_coordinator_previews_saves_and_sends_and_cannot_approve(enter):
    client = enter("coordinator")
    said = {"title_da": "Net til alle", "text_da": "Vi **graver** sammen."}
    shown = client.post("/kommuneside/0340/tekst/", {**said, "preview": "1"}).content.decode()
    assert "<strong>graver</strong>" in shown
    assert not ProfileVersion.objects.exists()
    saved = client.post("/kommuneside/0340/tekst/", said)
    version = ProfileVersion.objects.get()
    assert saved["Location"] == f"/kommuneside/udgaver/{version.pk}/"
    page = seen_in(client.get(saved["Location"]).content.decode())
    assert "Send til godkendelse" in page
    assert client.post(f"{saved['Location']}send/").status_code == 302
    assert client.post(f"{saved['Location']}godkend/").status_code == 403
    assert enter("consultant").post(f"{saved['Location']}godkend/").status_code == 302
    version.refresh_from_db()
    assert (version.is_approved, version.entered_by) == (True, "coordinator 0340")


def test_versions_are_compared_word_by_word(enter):
    approved(profile_of(title_da="Net til mange"))
    draft = profile_of(title_da="Net til <b>alle</b>")
    page = enter("coordinator").get(f"/kommuneside/udgaver/{draft.pk}/").content.decode()
    assert "Net til <del>mange</del><ins>&lt;b&gt;alle&lt;/b&gt;</ins>" in page
    assert "af: Systemet." in seen_in(page)
    asked = enter("coordinator").get(f"/kommuneside/udgaver/{draft.pk}/?against=2").content
    assert "Ordene er de samme" in asked.decode()


def test_a_story_is_read_with_its_picture_and_a_draft_is_not_found(enter):
    draft = story_of(photo=png(), **PICTURE)
    visitor, path = enter("visitor"), f"/historier/{draft.piece_id}/"
    assert visitor.get(path).status_code == visitor.get(f"{path}billede/").status_code == 404
    approved(draft)
    page = visitor.get(path).content.decode()
    assert 'alt="En mast"' in page
    assert "Billede: Kommunen" in page
    answer = visitor.get(f"{path}billede/")
    assert b"".join(answer).startswith(b"\xff\xd8")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


def test_a_phone_gets_the_narrow_picture_and_a_shared_story_shows_its_own(enter):
    story = approved(story_of(photo=png(1400, 700), **PICTURE))
    visitor, path = enter("visitor"), f"/historier/{story.piece_id}/"
    page = visitor.get(path).content.decode()
    assert f"{path}billede/?v=1&amp;w=480 480w, {path}billede/?v=1 1280w" in page
    assert 'width="1280" height="640"' in page
    assert f'property="og:image" content="http://localhost{path}billede/?v=1"' in page
    for asked, width in (("?v=1&w=480", 480), ("?v=1", 1280)):
        body = b"".join(visitor.get(f"{path}billede/{asked}"))
        assert Image.open(io.BytesIO(body)).width == width


def test_a_public_story_is_found_by_its_words_and_stands_in_the_sitemap(enter):
    draft, visitor = story_of(title_da="Vandtårnet i Stenlille"), enter("visitor")
    path = f"/historier/{draft.piece_id}/"
    for shown in (False, True):
        hits = visitor.get("/find/", {"q": "stenlille vandtårnet"}).content.decode()
        assert (f'href="{path}"' in hits) is shown
        assert (f"{path}<" in visitor.get("/sitemap.xml").content.decode()) is shown
        if not shown:
            approved(draft)
