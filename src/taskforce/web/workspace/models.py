"""What the workspace keeps itself: the mails of the demonstration, and when a digest was sent."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Mail(models.Model):
    """A mail that the demonstration has not sent, so that it can be read here."""

    # A mail may hold a link that lets somebody in.
    never_in_journal: ClassVar = ("text", "html")

    recipient = models.EmailField(_("To"))
    subject = models.CharField(_("Subject"), max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    sent_at = models.DateTimeField(_("Sent"))

    class Meta:
        ordering: ClassVar = ["-sent_at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["recipient"])]

    def __str__(self) -> str:
        return f"mail {self.pk}"


class DigestSent(models.Model):
    """The day of the latest digest of an account, so that nobody gets two on one day."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest_sent"
    )
    sent_on = models.DateField()

    def __str__(self) -> str:
        return f"digest of {self.account_id}"
