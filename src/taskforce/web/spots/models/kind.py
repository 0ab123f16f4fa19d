"""The two kinds of places that somebody must follow up: without broadband, or without mobile."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SpotKind(models.TextChoices):
    """What is missing there."""

    FIXED = "fixed", _("White spot")
    MOBILE = "mobile", _("Mobile hole")
