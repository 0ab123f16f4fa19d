"""Those whom a case concerns: the owner, the neighbours, those who dig."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case


class PartyRole(models.TextChoices):
    """Why the case concerns somebody."""

    APPLICANT = "applicant", _("Contact at the applicant")
    CONTRACTOR = "contractor", _("Contractor")
    OWNER = "owner", _("Owner of the land or building")
    NEIGHBOUR = "neighbour", _("Neighbour")
    AUTHORITY = "authority", _("Other authority")


class Party(models.Model):
    """One party. A name is personal data: when it is removed, the journal forgets it too."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="parties")
    role = models.CharField(_("Role in the case"), max_length=20, choices=PartyRole)
    name = models.CharField(_("Name"), max_length=120)
    contact = models.CharField(_("Mail address or phone"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["role", "name", "pk"]

    def __str__(self) -> str:
        return f"{self.role} of {self.case_id}"

    @property
    def place(self) -> str:
        return self.case.place
