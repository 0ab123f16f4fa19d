"""The words of the sparring desk: what questions are about, how far they are, what came of them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What a question is about; the same words as the topics of the materials."""

    COORDINATION = "coordination", _("Coordination and organisation")
    STRATEGY = "strategy", _("Strategy and action plan")
    OPERATORS = "operators", _("Working with operators")
    MASTS = "masts", _("Masts and antennas")
    DIGGING = "digging", _("Digging")
    RENT = "rent", _("Rent")
    FUNDING = "funding", _("State funding")
    MEASURING = "measuring", _("Measuring mobile coverage")
    COMMUNICATION = "communication", _("Communication")
    OTHER = "other", _("Something else")


class State(models.TextChoices):
    """How far a question is. It follows from what has happened to it."""

    NEW = "new", _("Not taken yet")
    TAKEN = "taken", _("A consultant is on it")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")


class Effect(models.TextChoices):
    """What came of a piece of advice."""

    USED = "used", _("The advice was used")
    PARTLY = "partly", _("The advice was used in part")
    UNUSED = "unused", _("The advice was not used")
    UNKNOWN = "unknown", _("Not known yet")
