"""Let two municipalities have written about themselves: one page, one story, and one that waits."""

from __future__ import annotations

from django.core.files.base import ContentFile

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.people.caller import caller_for
from taskforce.web.people.models import Account, Organisation, Role
from taskforce.web.profiles.actions.approving import approve, send
from taskforce.web.profiles.actions.writing import write_profile, write_story
from taskforce.web.profiles.models import ProfilePiece, ProfileVersion
from taskforce.web.workspace.demonstration.accounts import HOME
from taskforce.web.workspace.demonstration.drawing import landscape

_ELSEWHERE = "0376"
_PAGE = {
    "title_da": "Ingen i kommunen skal vente på internet, der virker",
    "title_en": "Nobody here should wait for an internet that works",
    "text_da": (
        "Vi vil have ordentligt internet og mobildækning til alle, også på landet.\n\n"
        "- **Én indgang:** Tovholderen svarer borgere, firmaer og teleselskaber.\n"
        "- **Fælles regler:** Vi tager regionens retningslinjer i brug, punkt for punkt.\n"
        "- **Vores egne steder:** Vi udbyder vandtårne og tage til antenner.\n\n"
        "Se, [hvem der deltager](page:participation), eller "
        "[meld et sted uden dækning](page:gap-report)."
    ),
    "text_en": (
        "We want proper internet and mobile coverage for everybody, also in the country.\n\n"
        "- **One point of entry:** the coordinator answers citizens, firms and operators.\n"
        "- **Common rules:** we take up the region's guidelines, clause by clause.\n"
        "- **Our own sites:** we offer water towers and roofs for antennas.\n\n"
        "See [who takes part](page:participation), or "
        "[report a place without coverage](page:gap-report)."
    ),
    "quote_da": "Vi svarer inden for to uger, også når svaret er, at vi ikke er i mål endnu.",
    "quote_en": "We answer within two weeks, also when the answer is that we are not there yet.",
    "quote_by_da": "Kommunens tovholder i demonstrationen",
    "quote_by_en": "The municipality's coordinator in the demonstration",
    "page_url": "https://example.org/daekning",
    "dig_url": "https://example.org/gravetilladelse",
    "mast_url": "https://example.org/master",
    "rent_method": "I",
    "rent_url": "https://example.org/lejemetode",
    "shows_plan": True,
}
_STORY = {
    "title_da": "Vandtårnet, der gav en landsby dækning",
    "title_en": "The water tower that gave a village coverage",
    "text_da": (
        "Landsbyen lå i en lavning, og signalet gik hen over den. Et vandtårn tæt på stod tomt.\n\n"
        "## Det gjorde vi\n\n"
        "1. Vi satte tårnet på listen over offentlige steder.\n"
        "2. Et teleselskab ville leje plads, og vi fandt lejen ud fra vurderingen.\n"
        "3. Vi samlede gravningen til strøm og fiber i én tilladelse.\n\n"
        "## Det lærte vi\n\n"
        "Det tog tid at finde ud af, hvem der måtte skrive under. Nu står det i handleplanen."
    ),
    "text_en": (
        "The village lay in a hollow, and the signal passed over it. A tower stood near.\n\n"
        "## What we did\n\n"
        "1. We put the tower on the list of public sites.\n"
        "2. An operator asked to lease a place, and we found the rent from the public valuation.\n"
        "3. We joined the digging for power and fibre in one permit.\n\n"
        "## What we learned\n\n"
        "It took time to find out who may sign. Now the action plan says so."
    ),
    "photo_alt_da": "Tegning af et landskab med bakker, en mark og en mast",
    "photo_alt_en": "Drawing of a landscape with hills, a field and a mast",
    "photo_credit": "Tegnet til demonstrationen, fri brug",
}
_WAITS = {
    "title_da": "Sådan samler vi gravninger i én kalender",
    "text_da": "Alle, der graver, skriver det i kalenderen. Så kan to lægge rør i samme hul.",
}
_ELSEWHERES_PAGE = {
    "title_da": "Vi bygger nettet sammen med dem, der bor her",
    "text_da": "Kommunen samler naboer, så et teleselskab kan grave for mange på én gang.",
}


def make_profiles(accounts: dict[Role, Account]) -> None:
    """Write and approve, unless somebody has written already."""
    if ProfilePiece.objects.exists():
        return
    writer = caller_for(accounts[Role.COORDINATOR])
    consultant = caller_for(accounts[Role.CONSULTANT])
    home, elsewhere = (Organisation.objects.get(code=code) for code in (HOME, _ELSEWHERE))
    picture = {"photo": ContentFile(landscape(), "landskab.png")}
    _approved(write_profile(home, _PAGE, by=writer), writer, consultant)
    _approved(write_story(home, {**_STORY, **picture}, by=writer), writer, consultant)
    send(write_story(home, _WAITS, by=writer), by=writer)
    theirs = write_profile(elsewhere, _ELSEWHERES_PAGE, by=consultant)
    _approved(theirs, consultant, consultant)


def _approved(version: ProfileVersion, writer: Actor, consultant: Actor) -> None:
    send(version, by=writer)
    approve(version, by=consultant)
