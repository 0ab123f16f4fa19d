"""What is kept at the sparring desk: questions, what was said about them, and the advice given."""

from taskforce.web.sparring.models.advice import Advice
from taskforce.web.sparring.models.letter import Letter
from taskforce.web.sparring.models.message import Message, Step
from taskforce.web.sparring.models.question import Question
from taskforce.web.sparring.models.sharing import Consent, PeerOffer, Proposal
from taskforce.web.sparring.models.words import Effect, State, Topic

__all__ = [
    "Advice",
    "Consent",
    "Effect",
    "Letter",
    "Message",
    "PeerOffer",
    "Proposal",
    "Question",
    "State",
    "Step",
    "Topic",
]
