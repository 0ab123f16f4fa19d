"""How often each program has asked within the last minute, for all processes together."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Asked(models.Model):
    """The questions of one asker in a minute that ends at `until`, in seconds of 1970.

    `asker` is a number made from the address of the network and a secret; the address itself is
    kept nowhere. Rows whose minute has passed are removed by the next question.
    """

    asker = models.BigIntegerField(primary_key=True)
    until = models.FloatField()
    times = models.PositiveIntegerField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["until"])]

    def __str__(self) -> str:
        return f"{self.times} questions"
