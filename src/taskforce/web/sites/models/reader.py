"""The operators that a site's closer facts are meant for; where none is named, all of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.models.site import Site


class Reader(models.Model):
    """One operator that is let in."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="readers")
    operator = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": OrganisationKind.OPERATOR},
    )

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="each_operator_is_let_in_once", fields=["site", "operator"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operator_id} reads {self.site_id}"

    @property
    def place(self) -> str:
        return self.site.place
