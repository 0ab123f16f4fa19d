"""What may be quoted: the figures' own sentences, and a municipality's words once approved."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from taskforce.web.frame import edition
from taskforce.web.reports.press_files import press_file
from taskforce.web.reports.queries.press import press_pack
from tests.small_region import NOW
from tests.web.profiles.makers import approved, png, profile_of, story_of

pytestmark = pytest.mark.django_db
QUOTE = {"quote_da": "Nu kan alle være med.", "quote_by_da": "Borgmesteren"}


@pytest.fixture
def pack(cast, published, settings):
    """The press pack of a municipality."""
    settings.SHELF = published

    def gathered(code="0340"):
        bundle = edition.current()
        return press_pack(bundle, bundle.area(code), NOW)

    return gathered


def quotes(pack):
    return [(str(one.text), one.by) for one in pack.quotes]


def test_every_sentence_of_the_figures_may_be_quoted_with_its_day(pack):
    told = quotes(pack())
    assert told[0][0].startswith("I Sorø mangler 6 af 47 adresser ordentligt internet.")
    assert {by for _text, by in told} == {"Digital Taskforce, tal fra 30. juni 2026"}
    assert any("faldt antallet" in text and "med 40, fra 46 til 6" in text for text, _by in told)


def test_a_municipality_is_quoted_only_when_its_words_are_approved(pack):
    version = profile_of(title_da="Vi bygger til alle", **QUOTE)
    assert "Vi bygger til alle" not in [text for text, _by in quotes(pack())]
    approved(version)
    told = quotes(pack())
    assert told[:2] == [
        ("Vi bygger til alle", "Sorø Kommune"),
        ("Nu kan alle være med.", "Borgmesteren"),
    ]


def test_figures_that_may_be_shown_stand_first_and_lead_to_their_proof(pack):
    shown = pack("0360").figures
    assert [one.value for one in shown][-1] == "vises ikke"
    for one in pack().figures:
        assert one.proof.startswith("/tal/")
        assert "0340" in one.proof


def test_a_withheld_number_is_never_quoted(pack):
    told = " ".join(text for text, _by in quotes(pack("0360")))
    assert "Det præcise tal vises ikke." in told
    assert " 2 " not in told


def test_the_citation_names_the_day_and_the_edition(pack):
    found = pack()
    assert "tal fra 30. juni 2026" in found.citation
    assert found.report.edition in found.citation


def test_a_public_picture_comes_with_what_it_shows_and_whose_it_is(pack):
    story = story_of(photo=png(), photo_alt_da="En mark", photo_credit="Kommunen")
    assert pack().own_pictures == ()
    approved(story)
    with ZipFile(BytesIO(press_file(pack()))) as files:
        name = next(one for one in files.namelist() if one.endswith(".jpg"))
        assert files.read(name).startswith(b"\xff\xd8")
        assert "En mark. Billede: Kommunen" in files.read("laes-mig.txt").decode()
    assert pack("0360").own_pictures == ()
