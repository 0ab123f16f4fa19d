"""A public site for a mast: a building, a tower or a piece of land, where it is and whose."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.siting.site_list.listed import Zone
from taskforce.vocabulary.coordinates import to_metric
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.web.people.models import DutyKind, Organisation, OrganisationKind
from taskforce.web.sites.models.checks import (
    check_audiences,
    check_designations,
    check_kind,
    check_owner_kind,
)
from taskforce.web.sites.models.fields import USUAL, Audience

# Longitude and latitude of Denmark with Bornholm and the sea around it.
WEST, SOUTH, EAST, NORTH = 7.5, 54.3, 15.6, 58.0
HIGHEST_M, HIGHEST_GROUND_M, LOWEST_GROUND_M = 350.0, 200.0, -10.0
LONGEST = 1000
_HEIGHT = (MinValueValidator(0.1), MaxValueValidator(HIGHEST_M))
_GROUND = (MinValueValidator(LOWEST_GROUND_M), MaxValueValidator(HIGHEST_GROUND_M))

OWNERS = (
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.REGION,
    OrganisationKind.STATE,
    OrganisationKind.LANDLORD,
)


class Availability(models.TextChoices):
    """Whether a mast can come there."""

    OFFERED = "offered", _("On offer")
    IN_TALKS = "in_talks", _("In talks")
    TAKEN = "taken", _("Let")
    WITHDRAWN = "withdrawn", _("No longer on offer")


class Source(models.TextChoices):
    """How the site came into the register."""

    FORM = "form", _("Entered by form")
    LIST = "list", _("From a list")
    BBR = "bbr", _("Proposed from the building register (BBR)")


class SiteState(models.TextChoices):
    """A proposal counts for nothing before its owner has confirmed it."""

    PROPOSAL = "proposal", _("Proposal")
    CONFIRMED = "confirmed", _("Confirmed")


# What is shown to everyone as on offer.
ON_SHOW = (Availability.OFFERED, Availability.IN_TALKS)


class Site(models.Model):
    """One site. The rent is kept apart: see `SiteRent`."""

    owner = models.ForeignKey(
        Organisation, models.PROTECT, related_name="sites", verbose_name=_("Owner")
    )
    owner_kind = models.CharField(_("Kind of owner"), max_length=20, validators=[check_owner_kind])
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="sites_within",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    name = models.CharField(_("Name"), max_length=120)
    kind = models.CharField(_("Kind"), max_length=20, validators=[check_kind])
    # The number that the owner's own list gives it, by which the next list finds it again.
    list_id = models.CharField(_("Your own number"), max_length=60, blank=True)
    longitude = models.FloatField(validators=[MinValueValidator(WEST), MaxValueValidator(EAST)])
    latitude = models.FloatField(validators=[MinValueValidator(SOUTH), MaxValueValidator(NORTH)])
    structure_m = models.FloatField(
        _("Height of the structure in metres"), null=True, blank=True, validators=_HEIGHT
    )
    antenna_m = models.FloatField(
        _("Highest place for antennas in metres"), null=True, blank=True, validators=_HEIGHT
    )
    ground_m = models.FloatField(
        _("Height of the ground over the sea in metres"), null=True, blank=True, validators=_GROUND
    )
    zone = models.CharField(_("Zone"), max_length=10, blank=True)
    designations = models.JSONField(
        _("Designations"), default=list, blank=True, validators=[check_designations]
    )
    power = models.BooleanField(_("Power"), null=True, blank=True)
    fibre = models.BooleanField(_("Fibre"), null=True, blank=True)
    access = models.TextField(_("Access"), max_length=LONGEST, blank=True)
    load = models.TextField(_("What the structure can carry"), max_length=LONGEST, blank=True)
    terms = models.TextField(_("Terms"), max_length=LONGEST, blank=True)
    note = models.TextField(_("Note"), max_length=LONGEST, blank=True)
    photo = models.FileField(_("Photo"), max_length=80, blank=True)
    photo_alt = models.CharField(_("What the photo shows"), max_length=200, blank=True)
    contact = models.CharField(
        _("Whom to ask"), max_length=20, choices=DutyKind, default=DutyKind.PROPERTY
    )
    audiences = models.JSONField(default=dict, blank=True, validators=[check_audiences])
    availability = models.CharField(
        _("Availability"), max_length=20, choices=Availability, default=Availability.OFFERED
    )
    available_since = models.DateField(_("As of"))
    source = models.CharField(max_length=10, choices=Source, default=Source.FORM)
    state = models.CharField(max_length=10, choices=SiteState, default=SiteState.CONFIRMED)

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_site_lies_in_denmark",
                condition=Q(longitude__range=(WEST, EAST), latitude__range=(SOUTH, NORTH)),
            ),
            models.CheckConstraint(
                name="a_site_is_of_a_known_kind", condition=Q(kind__in=[*SiteKind])
            ),
            models.CheckConstraint(
                name="a_site_has_a_known_kind_of_owner", condition=Q(owner_kind__in=[*OwnerKind])
            ),
            models.CheckConstraint(
                name="a_site_lies_in_a_known_zone", condition=Q(zone__in=["", *Zone])
            ),
            models.CheckConstraint(
                name="antennas_reach_above_the_ground",
                condition=Q(antenna_m__isnull=True) | Q(antenna_m__gt=0),
            ),
            models.CheckConstraint(
                name="a_structure_reaches_above_the_ground",
                condition=Q(structure_m__isnull=True) | Q(structure_m__gt=0),
            ),
            models.CheckConstraint(
                name="a_photo_is_described",
                condition=Q(photo="") | ~Q(photo_alt=""),
                violation_error_message=_("Describe the photo for those who cannot see it."),
            ),
            models.UniqueConstraint(
                F("owner"),
                F("list_id"),
                name="one_site_for_each_number_of_a_list",
                condition=~Q(list_id=""),
                violation_error_message=_("You have another site with this number."),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "availability", "municipality"])]

    def __str__(self) -> str:
        return self.name

    @property
    def number(self) -> str:
        """How the register names it: P-12."""
        return f"P-{self.pk}"

    @property
    def place(self) -> str:
        """How the journal names whose it is."""
        return self.owner.place

    @property
    def what(self) -> SiteKind:
        """What stands there."""
        return SiteKind(self.kind)

    @property
    def top_m(self) -> float:
        """The height that antennas are reckoned with: as told, else what is usual for the kind."""
        return self.antenna_m or self.what.antenna_m

    @property
    def is_confirmed(self) -> bool:
        return self.state == SiteState.CONFIRMED

    @property
    def is_on_show(self) -> bool:
        """Whether everyone sees it as on offer, or nearly so."""
        return self.is_confirmed and self.availability in ON_SHOW

    def audience_of(self, field: str) -> Audience:
        """To whom a field is shown."""
        return Audience(self.audiences.get(field, USUAL[field]))

    def metric(self) -> tuple[float, float]:
        """Easting and northing in metres on the Danish grid."""
        east, north = to_metric(np.array([self.longitude]), np.array([self.latitude]))
        return float(east[0]), float(north[0])
