"""The words in which somebody says what is missing: a few choices that everybody understands."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What is missing, or that the official map is wrong."""

    MOBILE = "mobile", _("The mobile phone")
    FIXED = "fixed", _("The internet at home or at work")
    OBJECTION = "objection", _("The official map is wrong about an address")


class Whereabouts(models.TextChoices):
    """Where the mobile phone does not work."""

    INDOORS = "indoors", _("Indoors")
    OUTDOORS = "outdoors", _("Outdoors")
    ROAD = "road", _("On the road")


class Since(models.TextChoices):
    """For how long it has been so."""

    DAYS = "days", _("A few days")
    WEEKS = "weeks", _("Some weeks")
    MONTHS = "months", _("Some months")
    YEARS = "years", _("A year or more")
    ALWAYS = "always", _("It has always been so")


class Wrong(models.TextChoices):
    """What is wrong on the official map."""

    SPEED = "speed", _("The speed cannot be had")
    NOT_OFFERED = "not_offered", _("Nothing can be ordered, although the map says so")
    MISSING_OFFER = "missing_offer", _("More can be ordered than the map says")
    MISSING_ADDRESS = "missing_address", _("The address is missing")
    OTHER = "other", _("Something else")
