"""What a rule, and the answer as a whole, can say of a case."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Outcome(StrEnum):
    """The answer of a check, from the mildest to the strictest; the last two are no answer yet."""

    FREE = "free"
    NOTIFY_ONLY = "notify_only"
    PERMIT_NEEDED = "permit_needed"
    NOT_ALLOWED = "not_allowed"
    ASK = "ask"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Text:
        return _ANSWERS[self]


class Effect(StrEnum):
    """What a rule does when it applies: decide (the first four), or add something to the answer."""

    FREE = "free"
    NOTIFY_ONLY = "notify_only"
    PERMIT_NEEDED = "permit_needed"
    NOT_ALLOWED = "not_allowed"
    CONDITION = "condition"
    DEADLINE = "deadline"
    DOCUMENTATION = "documentation"
    INFORMATION = "information"
    JUDGEMENT = "judgement"

    @property
    def decides(self) -> bool:
        return self in STRICTNESS

    @property
    def strictness(self) -> int:
        """0 for the mildest deciding effect; -1 for one that decides nothing."""
        return STRICTNESS.index(self) if self.decides else -1

    @property
    def label(self) -> Text:
        return _EFFECTS[self]


STRICTNESS = (Effect.FREE, Effect.NOTIFY_ONLY, Effect.PERMIT_NEEDED, Effect.NOT_ALLOWED)

_ANSWERS = {
    Outcome.FREE: Text("Du behøver ikke tilladelse", "You need no permit"),
    Outcome.NOTIFY_ONLY: Text("Du skal kun anmelde", "You only have to notify"),
    Outcome.PERMIT_NEEDED: Text("Du skal søge om tilladelse", "You must apply for a permit"),
    Outcome.NOT_ALLOWED: Text("Det må du som udgangspunkt ikke", "As a rule you may not"),
    Outcome.ASK: Text("Spørg kommunen", "Ask the municipality"),
    Outcome.UNKNOWN: Text("Vi mangler at vide mere", "We need to know more"),
}
_EFFECTS = {
    Effect.FREE: Text("Fri", "Free"),
    Effect.NOTIFY_ONLY: Text("Anmeldelse", "Notification"),
    Effect.PERMIT_NEEDED: Text("Tilladelse", "Permit"),
    Effect.NOT_ALLOWED: Text("Ikke tilladt", "Not allowed"),
    Effect.CONDITION: Text("Vilkår", "Condition"),
    Effect.DEADLINE: Text("Frist", "Deadline"),
    Effect.DOCUMENTATION: Text("Dokumentation", "Documentation"),
    Effect.INFORMATION: Text("Oplysning", "Information"),
    Effect.JUDGEMENT: Text("Skøn", "Judgement"),
}
