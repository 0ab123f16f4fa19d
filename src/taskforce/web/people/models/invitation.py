"""An invitation by mail: the only way to an account of one's own."""

from __future__ import annotations

import hashlib
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models.grant import Role
from taskforce.web.people.models.organisation import Organisation


def fingerprint(token: str) -> str:
    """All that is kept of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


class Invitation(models.Model):
    """A link that works once, and for some days. Only its fingerprint is kept."""

    never_in_journal: ClassVar = ("fingerprint",)

    email = models.EmailField(_("Mail address"))
    name = models.CharField(_("Name"), max_length=120)
    language = models.CharField(
        _("Language"),
        max_length=2,
        choices=[("da", _("Danish")), ("en", _("English"))],
        default="da",
    )
    role = models.CharField(_("Role"), max_length=20, choices=Role)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    fingerprint = models.CharField(max_length=64, unique=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-sent_at"]

    def __str__(self) -> str:
        return f"{self.role} {self.place}".strip()

    @property
    def place(self) -> str:
        """How the journal names where the role is held."""
        return self.organisation.place if self.organisation else ""
