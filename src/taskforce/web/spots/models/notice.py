"""What somebody has been told by mail about white spots, so that each is told once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Notice(models.Model):
    """One thing told to one account; it goes with the account. `about` names the thing."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    about = models.CharField(max_length=80)
    sent_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-sent_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "about"], name="nobody_is_told_of_a_white_spot_twice"
            )
        ]

    def __str__(self) -> str:
        return self.about

    @property
    def place(self) -> str:
        """How the journal names whose it is: nobody's but the account's."""
        return ""
