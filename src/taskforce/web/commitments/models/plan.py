"""A goal in a municipality's action plan; the actions are commitments that lead to it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation


class PlanGoal(models.Model):
    """What the municipality wants to reach, and by when."""

    municipality = models.ForeignKey(Organisation, models.PROTECT, related_name="plan_goals")
    title = models.CharField(_("Goal"), max_length=200)
    description = models.TextField(_("Description"), max_length=2000, blank=True)
    due = models.DateField(_("To be reached by"), null=True, blank=True)
    # The template that it grew from, so that no template is started twice.
    template = models.CharField(max_length=40, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["municipality", "due", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_plan_template_is_started_once",
                fields=["municipality", "template"],
                condition=~Q(template=""),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.municipality.place
