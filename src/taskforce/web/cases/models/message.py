"""What those who take part in a case write to each other."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case

LONGEST = 4000


class Audience(models.TextChoices):
    """Who reads a message."""

    EVERYBODY = "everybody", _("Everybody in the case")
    AUTHORITY = "authority", _("The municipality and the taskforce only")


class Message(models.Model):
    """One message; it is never changed, so that everybody has read the same."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="messages")
    audience = models.CharField(
        _("Who reads it"), max_length=20, choices=Audience, default=Audience.EVERYBODY
    )
    text = models.TextField(_("Message"), validators=[MaxLengthValidator(LONGEST)])
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # For whom it was written, so that it still makes sense without the person.
    on_behalf_of = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["written_at", "pk"]

    def __str__(self) -> str:
        return f"message in {self.case_id}"

    @property
    def place(self) -> str:
        return self.case.place
