"""What one mapping said of all white spots, so that each can show how its size has changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Reading(models.Model):
    """One mapping that has been read; `sizes` holds the addresses by spot, None where withheld."""

    never_in_journal = ("sizes",)

    as_of = models.DateField(unique=True)
    snapshot = models.CharField(max_length=120)
    threshold = models.CharField(max_length=20)
    publisher = models.CharField(max_length=200, blank=True)
    read_on = models.DateField()
    spots = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    gone = models.PositiveIntegerField()
    sizes = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["-as_of"]

    def __str__(self) -> str:
        return f"{self.as_of}"
