"""One version of a plan: the file as it was sent, and what was read in it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.siting.plan_list.promise import Sureness, Terms
from taskforce.vocabulary.speed import HIGHEST_BELIEVABLE_KBPS
from taskforce.vocabulary.technology import Technology
from taskforce.web.plans.models.plan import RolloutPlan

_SPEED = (MinValueValidator(1), MaxValueValidator(HIGHEST_BELIEVABLE_KBPS))


def check_technology(value: str) -> None:
    """Refuse a technology that the vocabulary does not know."""
    if value not in [*Technology]:
        raise ValidationError(_("Choose one of the technologies."))


def check_sureness(value: str) -> None:
    """Refuse a certainty that plans do not know."""
    if value not in [*Sureness]:
        raise ValidationError(_("Choose one of the certainties."))


class PlanVersion(models.Model):
    """One file. It counts for nothing before somebody has looked at it and said yes."""

    never_in_journal: ClassVar = ("name", "source", "file", "promises_file", "rejected_file")

    plan = models.ForeignKey(RolloutPlan, models.CASCADE, related_name="versions")
    said_on = models.DateField(_("The day of the plan"))
    source = models.CharField(_("Where does it come from?"), max_length=200)
    file = models.FileField(_("File"), max_length=80)
    name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    # What holds for every row of the file that does not say otherwise.
    technology = models.CharField(
        _("Technology"), max_length=20, default=Technology.FIBRE, validators=[check_technology]
    )
    download_kbps = models.PositiveIntegerField(validators=_SPEED)
    upload_kbps = models.PositiveIntegerField(validators=_SPEED)
    due = models.DateField(_("Built by"))
    sureness = models.CharField(
        _("Certainty"), max_length=20, default=Sureness.PLANNED, validators=[check_sureness]
    )
    promises_file = models.FileField(max_length=80)
    rejected_file = models.FileField(max_length=80)
    rows = models.PositiveIntegerField()
    rejected_rows = models.PositiveIntegerField()
    promises = models.PositiveIntegerField()
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_plan_promises_a_known_technology",
                condition=Q(technology__in=[*Technology]),
            ),
            models.CheckConstraint(
                name="a_plan_has_a_known_certainty", condition=Q(sureness__in=[*Sureness])
            ),
            models.CheckConstraint(
                name="a_plan_promises_some_speed",
                condition=Q(download_kbps__gt=0, upload_kbps__gt=0),
            ),
            models.CheckConstraint(
                name="no_more_rows_are_left_out_than_there_are",
                condition=Q(rejected_rows__lte=models.F("rows")),
            ),
            models.UniqueConstraint(
                name="one_version_of_a_plan_waits",
                fields=["plan"],
                condition=Q(taken_in_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.pk} of {self.plan_id}"

    @property
    def place(self) -> str:
        return self.plan.place

    @property
    def waits(self) -> bool:
        """Whether somebody has still to say yes."""
        return self.taken_in_at is None

    @property
    def terms(self) -> Terms:
        """What holds for every row that does not say otherwise."""
        return Terms(
            Technology(self.technology),
            self.download_kbps,
            self.upload_kbps,
            self.due,
            Sureness(self.sureness),
        )
