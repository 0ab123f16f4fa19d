"""What an owner asks for a site: apart from it, because nobody but the owner may ever see it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.sites.models.site import Site


class SiteRent(models.Model):
    """The rent of one site. The journal says that it was written, and never how much."""

    never_in_journal: ClassVar = ("annual_dkk",)

    site = models.OneToOneField(Site, models.CASCADE, related_name="rent")
    annual_dkk = models.DecimalField(
        _("Rent in kroner a year"), max_digits=10, decimal_places=2, null=True, blank=True
    )

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="the_rent_of_a_site_is_not_negative",
                condition=Q(annual_dkk__isnull=True) | Q(annual_dkk__gte=0),
                violation_error_message=_("A rent cannot be negative."),
            ),
        ]

    def __str__(self) -> str:
        return f"rent of {self.site_id}"

    @property
    def place(self) -> str:
        return self.site.place
