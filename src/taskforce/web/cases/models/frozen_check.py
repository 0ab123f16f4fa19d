"""What the rules said of a case on one day, kept as it was said."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case


class FrozenCheck(models.Model):
    """One answer. The database refuses to change it; a new check is a new row."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="checks")
    made_at = models.DateTimeField()
    on = models.DateField(_("Rules of the day"))
    outcome = models.CharField(max_length=20)
    rulebook = models.CharField(max_length=80)
    # What the case said when it was checked, so that a later change shows.
    said = models.JSONField(default=dict, blank=True)
    answer = models.JSONField()

    class Meta:
        ordering: ClassVar = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"check of {self.case_id} on {self.on}"

    @property
    def place(self) -> str:
        return self.case.place

    @property
    def still_fits(self) -> bool:
        """Whether the case still says what it said when it was checked."""
        told = self.case.said | {"municipality": self.case.municipality.code}
        return bool(self.said == told)
