"""Two people write in the same text, or one sends it twice: nobody's words are lost unnoticed."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.profiles.actions import approving, writing
from taskforce.web.profiles.models import ProfilePiece, ProfileVersion
from taskforce.web.profiles.queries.public import profile_of as public_profile
from tests.web.profiles.makers import approved, png, profile_of, story_of
from tests.web.seen import seen_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
WORDS, STORY = "/kommuneside/0340/tekst/", "/kommuneside/0340/historier/ny/"
MEANWHILE = "Teksten er gemt, siden du åbnede den"


def opened(client, path=WORDS):
    """What a browser keeps of the form that it opened."""
    page = client.get(path).content.decode()
    return {"seen": re.search(r'name="seen"(?: value="(\w*)")?', page)[1] or ""}


@pytest.mark.parametrize("begun", [True, False])
def test_whoever_saves_second_sees_what_the_first_wrote_and_then_decides(enter, begun):
    if begun:
        profile_of()
    first, second = enter("coordinator"), enter("consultant")
    mine, theirs = opened(first), opened(second)
    assert first.post(WORDS, {**mine, "title_da": "Net til alle"}).status_code == 302
    stopped = second.post(WORDS, {**theirs, "title_da": "Net til mange"})
    page = stopped.content.decode()
    assert stopped.status_code == 422
    assert MEANWHILE in seen_in(page)
    assert "Net til <del>alle</del><ins>mange</ins>" in page
    assert 'value="Net til mange"' in page
    assert ProfileVersion.objects.get().title_da == "Net til alle"
    now = {"seen": re.search(r'name="seen" value="(\w+)"', page)[1]}
    assert second.post(WORDS, {**now, "title_da": "Net til mange"}).status_code == 302
    assert ProfileVersion.objects.get().title_da == "Net til mange"


def test_words_sent_twice_are_in_nobodys_way(enter):
    client = enter("coordinator")
    said = {**opened(client), "title_da": "Net til alle"}
    answers = [client.post(WORDS, said) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]


def test_the_line_ends_of_a_browser_are_no_change_of_words(enter):
    approved(profile_of(text_da="Først.\n\nSiden."))
    said = {"title_da": "Hurtigt net til alle", "text_da": "Først.\r\n\r\nSiden."}
    page = enter("coordinator").post(WORDS, said, follow=True).content.decode()
    assert "Ordene er de samme" in seen_in(page)


def test_a_story_that_is_sent_twice_is_one_story(enter):
    client = enter("coordinator")
    said = {"title_da": "Da nettet kom", "photo_alt_da": "En mark", "photo_credit": "Kommunen"}
    for _ in range(2):
        assert client.post(STORY, {**said, "photo": png()}).status_code == 302
    assert (ProfilePiece.objects.count(), ProfileVersion.objects.count()) == (1, 1)
    client.post(STORY, {**said, "title_da": "Da nettet kom igen"})
    assert ProfilePiece.objects.count() == 2


def test_words_written_while_a_colleague_sent_the_draft_stay_in_the_form(enter):
    draft, client = profile_of(), enter("coordinator")
    mine = opened(client)
    approving.send(draft, by=SOFTWARE)
    for path in (WORDS, f"/kommuneside/udgaver/{draft.pk}/ret/"):
        stopped = client.post(path, {**mine, "title_da": "Net til mange"})
        page = stopped.content.decode()
        assert stopped.status_code == 422
        assert 'value="Net til mange"' in page
        assert f'href="/kommuneside/udgaver/{draft.pk}/">Se det, der venter' in page


def test_nobody_approves_words_that_were_changed_after_they_were_read(enter):
    draft, client = profile_of(), enter("consultant")
    approving.send(draft, by=SOFTWARE)
    path = f"/kommuneside/udgaver/{draft.pk}/"
    read = opened(client, path)
    approving.take_back(draft, by=SOFTWARE)
    approving.send(profile_of(title_da="Noget helt andet"), by=SOFTWARE)
    stopped = client.post(f"{path}godkend/", read, follow=True)
    assert "har ændret" in seen_in(stopped.content.decode())
    assert public_profile("0340") is None
    client.post(f"{path}godkend/", opened(client, path))
    assert public_profile("0340").title_da == "Noget helt andet"


def test_older_words_do_not_wipe_out_a_draft(enter):
    first, draft = approved(profile_of()), profile_of(title_da="Halvt skrevet")
    with pytest.raises(ValidationError):
        writing.go_back(first, by=SOFTWARE)
    draft.refresh_from_db()
    assert draft.title_da == "Halvt skrevet"
    page = enter("coordinator").get(f"/kommuneside/udgaver/{first.pk}/").content.decode()
    assert "brug-igen" not in page


def test_a_picture_may_have_a_long_name_and_lacks_its_words_at_their_fields(enter):
    client, photo = enter("coordinator"), png()
    photo.name = f"{'skærmbillede-' * 15}.png"
    page = client.post(STORY, {"title_da": "Nyt", "photo": photo}).content.decode()
    assert page.count("Udfyld feltet, når der er et billede.") == 4
    photo.seek(0)
    said = {"title_da": "Nyt", "photo_alt_da": "En mark", "photo_credit": "Kommunen"}
    assert client.post(STORY, {**said, "photo": photo}).status_code == 302
    assert story_of().number == 1


def test_a_button_that_is_pressed_twice_has_done_what_it_says(enter):
    draft, mails = profile_of(), []
    for who, what, said in (
        ("coordinator", "send", "er sendt"),
        ("coordinator", "traek-tilbage", "en kladde igen"),
        ("coordinator", "send", "er sendt"),
        ("consultant", "godkend", "er godkendt"),
    ):
        client = enter(who)
        for _ in range(2):
            page = client.post(f"/kommuneside/udgaver/{draft.pk}/{what}/", follow=True)
            assert said in seen_in(page.content.decode())
            assert "imens" not in seen_in(page.content.decode())
        mails.append(len(mail.outbox))
    assert mails == [1, 1, 2, 3]
