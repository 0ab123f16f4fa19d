"""Let municipalities have asked the taskforce: one question waits, one is late, one was solved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.caller import Caller, caller_for
from taskforce.web.people.models import Account, Channel, Organisation, Role
from taskforce.web.sparring.actions.advice import log_hours, log_talk
from taskforce.web.sparring.actions.questions import Said, ask, close, say
from taskforce.web.sparring.models import Effect, Letter, PeerOffer, Question, Topic
from taskforce.web.sparring.queries.clock import due_after
from taskforce.web.workspace.demonstration.accounts import HOME


@dataclass(frozen=True, slots=True)
class Story:
    """One question: who asks, how many days ago, and what the taskforce has said."""

    code: str
    topic: Topic
    subject: str
    text: str
    days_ago: int
    answer: str = ""
    answered_days_ago: int = 0
    hours: str = ""
    effect: Effect | None = None
    outcome: str = ""


_STORIES = (
    Story(
        "0340",
        Topic.RENT,
        "Leje for antenner på et vandtårn",
        "Et teleselskab vil leje plads på vandtårnet. Hvordan sætter vi lejen?",
        40,
        "Lejen er markedslejen. Brug den offentlige vurdering og statens tre metoder, og skriv "
        "beregningen i sagen. Lejeberegneren her på siden regner alle tre.",
        37,
        "1.5",
        Effect.USED,
        "Vi brugte metoden, og aftalen er underskrevet.",
    ),
    Story(
        "0340",
        Topic.DIGGING,
        "Retablering af fortov efter gravning",
        "Hvor bredt skal fortovet lægges om, når der graves langs facaden?",
        2,
    ),
    Story(
        "0360",
        Topic.OPERATORS,
        "Hvordan får vi selskaberne til at svare?",
        "Vi har skrevet til tre teleselskaber om de hvide pletter og hører intet. Hvad gør I?",
        16,
    ),
    Story(
        "0376",
        Topic.MASTS,
        "Krav om visualisering ved en mast i det åbne land",
        "Må vi kræve visualisering fra kirken, før vi orienterer naboerne?",
        60,
        "Ja, når masten kan ses fra kirken. Bed om to standpunkter, og læg dem ved orienteringen.",
        56,
        "2",
        Effect.PARTLY,
        "Selskabet lavede det ene standpunkt.",
    ),
    Story(
        "0306",
        Topic.STRATEGY,
        "Skabelon til en handleplan",
        "Findes der en handleplan, som vi kan bygge videre på?",
        25,
        "Ja. Start med skabelonen under handleplaner, og vælg tre mål, som I kan måle næste år.",
        21,
        "0.75",
    ),
)
# Who agrees to be asked about what.
_PEERS = (("0376", Topic.MASTS), ("0306", Topic.STRATEGY), ("0306", Topic.DIGGING))


def make_questions(accounts: dict[Role, Account]) -> None:
    """Tell every story, unless somebody has asked already."""
    if Question.objects.exists():
        return
    now, by = timezone.now(), caller_for(accounts[Role.CONSULTANT])
    coordinator = caller_for(accounts[Role.COORDINATOR])
    for story in _STORIES:
        # Those without an account asked on the phone, and the consultant wrote it down.
        asks = coordinator if story.code == HOME else by
        _tell(story, now, asks=asks, by=by)
    for letter in Letter.objects.filter(sent_at__isnull=True):
        change(letter, {"sent_at": now}, by=by)  # nobody is told at night of what is long past
    for code, topic in _PEERS:
        place, today = Organisation.objects.get(code=code), now.date()
        add(PeerOffer(municipality=place, topic=topic, agreed_on=today), by=by)
    _talk(now.date(), by=by)


def _tell(story: Story, now: datetime, *, asks: Caller, by: Caller) -> None:
    place = Organisation.objects.get(code=story.code)
    facts = {"municipality": place, "topic": story.topic, "subject": story.subject}
    question = ask(facts, story.text, by=asks).question
    asked = now - timedelta(days=story.days_ago)
    start = timezone.localdate(asked)
    moved = {"asked_at": asked, "clock_from": start, "due_on": due_after(start)}
    change(question, moved, by=by)
    change(question.messages.get(), {"written_at": asked}, by=by)
    if not story.answer:
        return
    at = now - timedelta(days=story.answered_days_ago)
    answer = say(question, Said(story.answer), by=by)
    change(answer, {"written_at": at}, by=by)
    change(question, {"answered_at": at, "first_answered_at": at}, by=by)
    log_hours(question, given_on=at.date(), hours=Decimal(story.hours), by=by)
    if story.effect:
        close(question, story.effect, story.outcome, by=asks)


def _talk(today: date, *, by: Caller) -> None:
    """Advice given on the phone."""
    talk = {
        "held_on": today - timedelta(days=8),
        "channel": Channel.PHONE,
        "summary": "Råd om at samle gravninger i en fælles gravekalender.",
    }
    told = {"topic": Topic.DIGGING, "hours": Decimal("0.5"), "effect": Effect.UNKNOWN}
    log_talk(Organisation.objects.get(code="0320"), talk, told, by=by)
