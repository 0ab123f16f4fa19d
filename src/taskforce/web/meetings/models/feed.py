"""A calendar of meetings that somebody's own calendar program reads, at a secret address."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class MeetingFeed(models.Model):
    """The feed of one account. A new number makes every earlier address useless."""

    never_in_journal: ClassVar = ("number",)

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="meeting_feed"
    )
    number = models.CharField(max_length=32)

    def __str__(self) -> str:
        return f"meeting feed of {self.account_id}"
