"""What is kept about a site beside where it is and how high, and to whom each of it is shown."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """To whom one thing about a site is shown."""

    EVERYONE = "everyone", _("Everyone")
    OPERATORS = "operators", _("Operators")
    OWNER = "owner", _("Your organisation and the taskforce only")


# What the owner may keep to a smaller circle, and to whom it is shown until somebody decides.
USUAL = {
    "power": Audience.EVERYONE,
    "fibre": Audience.EVERYONE,
    "access": Audience.OPERATORS,
    "load": Audience.OPERATORS,
    "terms": Audience.OPERATORS,
    "photo": Audience.EVERYONE,
    "contact": Audience.EVERYONE,
    "note": Audience.OWNER,
}
LABELS = {
    "power": _("Power"),
    "fibre": _("Fibre"),
    "access": _("Access"),
    "load": _("What the structure can carry"),
    "terms": _("Terms"),
    "photo": _("Photo"),
    "contact": _("Whom to ask"),
    "note": _("Note"),
}
FIELDS = tuple(USUAL)
