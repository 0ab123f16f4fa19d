"""A mail that tells somebody of a message, waiting or sent; it never holds the message itself."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from taskforce.web.sparring.models.message import Message


class Letter(models.Model):
    """One mail. With the account it goes too."""

    message = models.ForeignKey(Message, models.CASCADE, related_name="letters")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="an_account_gets_one_mail_of_a_message", fields=["message", "account"]
            )
        ]

    def __str__(self) -> str:
        return f"letter about {self.message_id}"

    @property
    def place(self) -> str:
        return self.message.place
