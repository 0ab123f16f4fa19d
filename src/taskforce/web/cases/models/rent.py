"""A landlord's rent: apart from the case, because nobody but the landlord may ever see it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case
from taskforce.web.people.models import Organisation


class Rent(models.Model):
    """The rent of one lease case. The journal says that it was written, and never how much."""

    never_in_journal: ClassVar = ("reasoning", "agreed_dkk", "agreed_on", "note")

    case = models.OneToOneField(Case, models.PROTECT, related_name="rent")
    landlord = models.ForeignKey(Organisation, models.PROTECT, related_name="rents")
    # The three methods with their public inputs, as they were computed.
    reasoning = models.JSONField(null=True, blank=True)
    agreed_dkk = models.DecimalField(
        _("Agreed rent in kroner a year"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    agreed_on = models.DateField(_("Agreed on"), null=True, blank=True)
    note = models.TextField(_("Note to yourselves"), max_length=2000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_rent_is_not_negative",
                condition=Q(agreed_dkk__isnull=True) | Q(agreed_dkk__gte=0),
                violation_error_message=_("A rent cannot be negative."),
            ),
            models.CheckConstraint(
                name="an_agreed_rent_has_its_day",
                condition=~(Q(agreed_dkk__isnull=True) ^ Q(agreed_on__isnull=True)),
                violation_error_message=_("Write both the rent and the day it was agreed on."),
            ),
        ]

    def __str__(self) -> str:
        return f"rent of {self.case_id}"

    @property
    def place(self) -> str:
        return self.landlord.place
