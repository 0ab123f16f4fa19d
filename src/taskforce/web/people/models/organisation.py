"""The municipalities, the region, the operators, the landlords: everybody who takes part."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.vocabulary.places import plain


class OrganisationKind(models.TextChoices):
    """What sort of organisation it is."""

    MUNICIPALITY = "municipality", _("Municipality")
    REGION = "region", _("Region")
    STATE = "state", _("State body")
    OPERATOR = "operator", _("Operator")
    ASSOCIATION = "association", _("Association")
    LANDLORD = "landlord", _("Landlord")


class Organisation(models.Model):
    """An organisation. A municipality is found by its official code, the others by their name."""

    kind = models.CharField(_("Kind"), max_length=20, choices=OrganisationKind)
    name = models.CharField(_("Name"), max_length=120, unique=True)
    code = models.CharField(
        _("Municipality code"), max_length=4, blank=True, validators=[RegexValidator(r"^\d{4}$")]
    )
    cvr = models.CharField(
        _("CVR number"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^\d{8}$", _("A CVR number has eight digits."))],
    )
    website = models.URLField(_("Website"), blank=True)
    closed_on = models.DateField(_("Closed on"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="only_municipalities_have_a_code",
                condition=Q(kind="municipality") ^ Q(code=""),
            ),
            models.UniqueConstraint(
                name="one_organisation_for_each_code", fields=["code"], condition=~Q(code="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """How the journal names it: a municipality by its code."""
        return self.code or f"organisation {self.pk}"

    @property
    def slug(self) -> str:
        """The name as it stands in a web address: Køge becomes koege."""
        return plain(self.name).replace(" ", "-")

    @property
    def is_municipality(self) -> bool:
        return self.kind == OrganisationKind.MUNICIPALITY
