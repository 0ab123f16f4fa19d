"""A white spot or mobile hole that is followed up: where, how large, whose, and what is next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.models.site import EAST, NORTH, SOUTH, WEST
from taskforce.web.spots.models.kind import SpotKind

# For so long a white spot may be without an owner before somebody is told.
GRACE = timedelta(days=30)
LONGEST_STEP = 300
# A stretch of road where nobody lives: so many weak hexagons, some two square kilometres, are many.
MANY_WEAK = 3


class Spot(models.Model):
    """One white spot; `spot_id` is the mapping's own name of it, which the next mapping keeps.

    `addresses` is None where the number is withheld, since it would give away a smaller group, or
    where nothing `is_reported` of it. A mobile hole has hexagons (`cells`), of which some may be
    `measured_cells`, and some of those `weak_cells`, where `weak_addresses` live; they are None
    for a white spot. `shape` is its outline as GeoJSON, where it is known. `unowned_since` is the
    day from which nobody has followed it up, None while somebody does.
    """

    # Written by hand, and may name somebody.
    never_in_journal = ("next_step", "cells", "shape")

    kind = models.CharField(
        _("Kind"), max_length=10, choices=SpotKind, default=SpotKind.FIXED.value
    )
    spot_id = models.CharField(max_length=40, unique=True)
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="white_spots",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
        verbose_name=_("Municipality"),
    )
    addresses = models.PositiveIntegerField(null=True, blank=True)
    is_reported = models.BooleanField(default=True)
    cells = models.JSONField(default=list, blank=True)
    measured_cells = models.PositiveIntegerField(null=True, blank=True)
    weak_cells = models.PositiveIntegerField(null=True, blank=True)
    weak_addresses = models.PositiveIntegerField(null=True, blank=True)
    shape = models.JSONField(null=True, blank=True)
    area_km2 = models.FloatField(validators=[MinValueValidator(0)])
    longitude = models.FloatField(validators=[MinValueValidator(WEST), MaxValueValidator(EAST)])
    latitude = models.FloatField(validators=[MinValueValidator(SOUTH), MaxValueValidator(NORTH)])
    nearest_served_m = models.FloatField(null=True, blank=True)
    nearest_served_technology = models.CharField(max_length=20, blank=True)
    first_seen = models.DateField()
    # The date of the mapping in which it was missing; it may come back.
    gone_on = models.DateField(null=True, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="white_spots",
        verbose_name=_("Who follows it up"),
    )
    unowned_since = models.DateField(null=True, blank=True)
    next_step = models.CharField(_("Next step"), max_length=LONGEST_STEP, blank=True)
    next_step_on = models.DateField(_("By when"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-addresses", "spot_id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_white_spot_lies_in_denmark",
                condition=Q(longitude__range=(WEST, EAST), latitude__range=(SOUTH, NORTH)),
            ),
            models.CheckConstraint(
                name="a_white_spot_with_an_owner_is_not_without",
                condition=Q(owner__isnull=True) | Q(unowned_since__isnull=True),
            ),
            models.CheckConstraint(
                name="a_next_step_of_a_white_spot_has_its_day",
                condition=Q(next_step="", next_step_on__isnull=True)
                | (~Q(next_step="") & Q(next_step_on__isnull=False)),
                violation_error_message=_("Write both the next step and its date."),
            ),
            models.CheckConstraint(
                name="a_white_spot_is_of_a_known_kind", condition=Q(kind__in=SpotKind.values)
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["municipality", "gone_on", "unowned_since"])]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """How everybody names it: H-12."""
        return f"H-{self.pk}"

    @property
    def title(self) -> str:
        """Its kind and number, in the language of the page."""
        if self.is_mobile:
            return gettext("Mobile hole %(number)s") % {"number": self.number}
        return gettext("White spot %(number)s") % {"number": self.number}

    @property
    def is_mobile(self) -> bool:
        """Whether it is mobile coverage that is missing."""
        return self.kind == SpotKind.MOBILE

    @property
    def place(self) -> str:
        """How the journal names whose it is."""
        return self.municipality.place

    @property
    def is_open(self) -> bool:
        """Whether it still is in the mapping."""
        return self.gone_on is None

    @property
    def is_taken_back(self) -> bool:
        """Whether the figures that it was first seen in have been taken back since."""
        return self.gone_on is not None and self.gone_on <= self.first_seen

    def is_left_alone(self, on: date) -> bool:
        """Whether nobody has followed it up for longer than may be."""
        since = self.unowned_since
        return self.is_open and since is not None and on - since > GRACE

    def is_late(self, on: date) -> bool:
        """Whether the day of its next step has passed."""
        return self.is_open and self.next_step_on is not None and self.next_step_on < on

    def is_large(self, smallest: int) -> bool:
        """Whether it must have an owner: by either truth; a withheld number may be large."""
        if self.addresses is None and self.is_reported:
            return True
        many = max(self.addresses or 0, self.weak_addresses or 0) >= smallest
        return many or (self.weak_cells or 0) >= MANY_WEAK
