"""The log of contacts: when we talked with an organisation, about what, and what comes next."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models.organisation import Organisation


class Channel(models.TextChoices):
    """How we were in touch."""

    MEETING = "meeting", _("Meeting")
    NETWORK_MEETING = "network_meeting", _("Network meeting")
    PHONE = "phone", _("Phone call")
    MAIL = "mail", _("Mail")
    VISIT = "visit", _("Visit")


class ContactLog(models.Model):
    """One contact. The text may name people, so it is treated as personal data."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="contact_log")
    held_on = models.DateField(_("Date"))
    channel = models.CharField(_("How"), max_length=20, choices=Channel)
    summary = models.TextField(_("What was said"), max_length=4000)
    next_step = models.CharField(_("Next step"), max_length=200, blank=True)
    next_step_on = models.DateField(_("Next step by"), null=True, blank=True)
    next_step_done = models.BooleanField(_("The next step has been taken"), default=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["-held_on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_date_of_the_next_step_needs_the_step",
                condition=Q(next_step_on__isnull=True) | ~Q(next_step=""),
                violation_error_message=_("Write what the next step is, or leave out its date."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.place} {self.held_on}"

    @property
    def place(self) -> str:
        """How the journal names the organisation."""
        return self.organisation.place
