"""The words that materials are found by: what they are about, for whom, and when."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What it is about."""

    COORDINATION = "coordination", _("Coordination and organisation")
    STRATEGY = "strategy", _("Strategy and action plan")
    OPERATORS = "operators", _("Working with operators")
    MASTS = "masts", _("Masts and antennas")
    DIGGING = "digging", _("Digging")
    RENT = "rent", _("Rent")
    FUNDING = "funding", _("State funding")
    MEASURING = "measuring", _("Measuring mobile coverage")
    COMMUNICATION = "communication", _("Communication")


class Reader(models.TextChoices):
    """Whom it helps."""

    COORDINATOR = "coordinator", _("Coordinators")
    ROADS = "roads", _("Road officers")
    PLANNING = "planning", _("Planning and building officers")
    PROPERTY = "property", _("Property officers")
    POLITICS = "politics", _("Politicians and management")
    INDUSTRY = "industry", _("Operators and landlords")
    CITIZENS = "citizens", _("Citizens and firms")


class Phase(models.TextChoices):
    """When it helps."""

    BEGIN = "begin", _("Getting started")
    PLAN = "plan", _("Planning")
    CARRY_OUT = "carry_out", _("Carrying out")
    FOLLOW_UP = "follow_up", _("Following up")


class Facet(models.TextChoices):
    """The three ways of sorting."""

    TOPIC = "topic", _("Topic")
    READER = "reader", _("For whom")
    PHASE = "phase", _("Phase")


WORDS: dict[str, type[models.TextChoices]] = {
    Facet.TOPIC: Topic,
    Facet.READER: Reader,
    Facet.PHASE: Phase,
}
