"""A list of white spots that all operators were asked about on one day; it never changes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SpotList(models.Model):
    """One list: what stood in it, the mapping it comes from, and the last day to answer.

    Where it has mobile holes, `mobile` names their thresholds and sources, as `Reading` does.
    """

    never_in_journal = ("content",)

    issued_on = models.DateField()
    answer_by = models.DateField()
    as_of = models.DateField()
    publisher = models.CharField(max_length=200, blank=True)
    threshold = models.CharField(max_length=20)
    smallest = models.PositiveIntegerField()
    mobile = models.JSONField(null=True, blank=True)
    spots = models.PositiveIntegerField()
    # One object for each spot, exactly as everybody got it, and its checksum.
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["-issued_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["issued_on"],
                name="operators_are_asked_once_a_day_at_most",
                violation_error_message=_("A list has been issued today already."),
            ),
            models.CheckConstraint(
                name="a_list_of_white_spots_gives_time_to_answer",
                condition=Q(answer_by__gte=F("issued_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issued_on}"

    def is_over(self, on: date) -> bool:
        """Whether the last day to answer has passed."""
        return self.answer_by < on

    def asks_about(self, spot_id: str) -> bool:
        """Whether a white spot stands on it."""
        return any(one["spot"] == spot_id for one in self.content)
