"""A step on the way to a commitment, with its own day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.models.commitment import Commitment


class Milestone(models.Model):
    """Something that is reached on the way."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="milestones")
    title = models.CharField(_("Milestone"), max_length=200)
    due = models.DateField(_("By"))
    done_on = models.DateField(_("Reached on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.commitment.place

    def is_overdue(self, on: date) -> bool:
        """Whether its day has passed; on the day itself there is still time."""
        return self.done_on is None and self.due < on
