"""What one mapping said of all spots of a kind, so that each can show how its size has changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from taskforce.web.spots.models.kind import SpotKind


class Reading(models.Model):
    """One mapping, or overview of mobile need, that has been read.

    `sizes` holds the addresses by spot, None where withheld, and `hexagons` the hexagons of each
    mobile hole. A mobile reading has several `sources`, each with its truth, publisher and day,
    and is as new as the newest; below `threshold_dbm` a measured signal is weak. `edition` names
    the approved figures that white spots were read from; when everybody goes back from those, the
    reading counts no longer from the day `withdrawn_on`.
    """

    never_in_journal = ("sizes", "hexagons")

    kind = models.CharField(max_length=10, choices=SpotKind, default=SpotKind.FIXED.value)
    as_of = models.DateField()
    snapshot = models.CharField(max_length=120)
    edition = models.CharField(max_length=32, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    threshold = models.CharField(max_length=20)
    threshold_dbm = models.FloatField(null=True, blank=True)
    sources = models.JSONField(default=list, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    read_on = models.DateField()
    spots = models.PositiveIntegerField()
    new = models.PositiveIntegerField()
    gone = models.PositiveIntegerField()
    sizes = models.JSONField(default=dict, blank=True)
    hexagons = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering: ClassVar = ["-as_of", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["kind", "as_of"],
                condition=models.Q(withdrawn_on__isnull=True),
                name="a_mapping_is_read_for_white_spots_once",
            ),
            models.CheckConstraint(
                name="a_reading_is_of_a_known_kind", condition=models.Q(kind__in=SpotKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.as_of}"
