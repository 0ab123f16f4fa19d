"""A step on a municipality's way into the taskforce, with its day and what it rests on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation


class Status(models.TextChoices):
    """How far a municipality has come; without any step it has not been contacted."""

    NOT_CONTACTED = "not_contacted", _("Not contacted")
    CONTACTED = "contacted", _("Contacted")
    INTERESTED = "interested", _("Interested")
    DECISION_PENDING = "decision_pending", _("Decision pending")
    PARTICIPATING = "participating", _("Participating")
    PAUSED = "paused", _("Paused")
    LEFT = "left", _("Has left")


class ParticipationStep(models.Model):
    """From this day the municipality stands here, until the day of the next step."""

    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="participation_steps"
    )
    status = models.CharField(_("Status"), max_length=20, choices=Status)
    since = models.DateField(_("From"))
    evidence = models.CharField(
        _("What it rests on"),
        max_length=500,
        help_text=_("For example a meeting, a mail or a decision of the council."),
    )
    evidence_url = models.URLField(_("Link to the evidence"), blank=True)
    # Entered by the taskforce for the municipality, which has not yet said that it is right.
    on_behalf = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["municipality", "-since"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="one_participation_step_a_day", fields=["municipality", "since"]
            ),
            models.CheckConstraint(
                name="a_participation_step_leads_somewhere",
                condition=~Q(status="not_contacted"),
                violation_error_message=_("Choose a status that the municipality has reached."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.municipality}: {self.get_status_display()}"

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.municipality.place
