"""A mail to one reader of a message, waiting or sent, and the address that answers it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from taskforce.web.dialogue.models.message import Message
from taskforce.web.people.models import Organisation, Person


class Letter(models.Model):
    """One mail. Of the secret in its reply address only the fingerprint is kept."""

    never_in_journal: ClassVar = ("fingerprint", "email")

    message = models.ForeignKey(Message, models.CASCADE, related_name="letters")
    # For whom the reader reads, and would answer; empty for the taskforce.
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # With the account or the person the letter goes too: it holds a mail address.
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    email = models.EmailField()
    language = models.CharField(max_length=2, default="da")
    fingerprint = models.CharField(max_length=64, blank=True, db_index=True)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_reader_gets_one_mail_of_a_message", fields=["message", "email"]
            )
        ]

    def __str__(self) -> str:
        return f"letter about {self.message_id}"

    @property
    def place(self) -> str:
        return self.organisation.place if self.organisation else ""
