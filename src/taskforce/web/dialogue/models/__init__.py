"""What is kept about a dialogue: its parties, what they wrote, and what they agreed."""

from taskforce.web.dialogue.models.agreement import Agreement
from taskforce.web.dialogue.models.dialogue import Dialogue, DialogueKind, Obstacle
from taskforce.web.dialogue.models.letter import Letter
from taskforce.web.dialogue.models.message import Audience, Message, Reader, Step
from taskforce.web.dialogue.models.participant import Participant

__all__ = [
    "Agreement",
    "Audience",
    "Dialogue",
    "DialogueKind",
    "Letter",
    "Message",
    "Obstacle",
    "Participant",
    "Reader",
    "Step",
]
