"""What may be shared: an answer that was used, and municipalities that agreed to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Role
from taskforce.web.sparring.models import Effect, PeerOffer, Proposal, Question, Topic

_HELPED = (Effect.USED, Effect.PARTLY)


@dataclass(frozen=True, slots=True)
class Peer:
    """A municipality that agreed to be asked on a topic, and whether it has used advice on it."""

    organisation: Organisation
    solved: bool


def can_be_shared(question: Question) -> bool:
    """Whether there is an answer to share, which nobody has proposed to share yet."""
    answered = question.first_answered_at is not None and question.forgotten_on is None
    return answered and proposal_of(question) is None


def proposal_of(question: Question) -> Proposal | None:
    """What the municipality has been asked about the answer."""
    found = Proposal.objects.filter(question=question)
    return found.select_related("material", "question__municipality").first()


def peers_of(question: Question) -> list[Peer]:
    """Others that agreed to be asked on the topic; those that have solved it themselves first."""
    offers = PeerOffer.objects.filter(topic=question.topic).select_related("municipality")
    others = offers.exclude(municipality=question.municipality_id)
    helped = Question.objects.filter(topic=question.topic, effect__in=_HELPED)
    solved = set(helped.values_list("municipality", flat=True))
    peers = [Peer(one.municipality, one.municipality_id in solved) for one in others]
    return sorted(peers, key=lambda one: (not one.solved, in_danish_order(one.organisation.name)))


def offers_for(caller: Caller) -> list[Organisation]:
    """The municipalities for which the caller can agree."""
    return list(Organisation.objects.filter(code__in=caller.places(Role.COORDINATOR)))


def offered() -> list[tuple[str, list[Organisation]]]:
    """Every topic, with the municipalities that agreed to be asked on it."""
    offers = list(PeerOffer.objects.select_related("municipality"))
    return [
        (str(topic.label), [one.municipality for one in offers if one.topic == topic])
        for topic in Topic
    ]
