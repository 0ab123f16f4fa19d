"""What an operator says of a white spot on a list: it builds, needs something, or does not."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.spots.models.spot import Spot
from taskforce.web.spots.models.spot_list import SpotList

LONGEST_TEXT = 2000


class Answered(models.TextChoices):
    """What the answer comes to."""

    BUILDS = "builds", _("We will build")
    NEEDS_SITE = "needs_site", _("We will build if we get a site")
    NEEDS_TRENCH = "needs_trench", _("We will build if we can share a trench")
    NEEDS_CUSTOMERS = "needs_customers", _("We will build if more sign up")
    NOT_COMMERCIAL = "not_commercial", _("We cannot build on commercial terms")
    SERVED = "served", _("We serve the addresses already")


class SpotAnswer(models.Model):
    """One operator's answer about one white spot; seen by the municipality and the taskforce."""

    # What an operator plans is its own business.
    never_in_journal = ("kind", "builds_by", "proof", "text")

    spot_list = models.ForeignKey(SpotList, models.PROTECT, related_name="answers")
    spot = models.ForeignKey(Spot, models.PROTECT, related_name="answers")
    operator = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": OrganisationKind.OPERATOR},
    )
    kind = models.CharField(_("Answer"), max_length=20, choices=Answered)
    builds_by = models.DateField(_("Ready by"), null=True, blank=True)
    text = models.TextField(_("Remarks"), max_length=LONGEST_TEXT, blank=True)
    proof = models.FileField(_("Proof"), max_length=80, blank=True)
    answered_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["-answered_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["spot_list", "spot", "operator"],
                name="an_operator_answers_once_about_a_white_spot_on_a_list",
            ),
            models.CheckConstraint(
                name="a_white_spot_gets_a_known_answer", condition=Q(kind__in=Answered.values)
            ),
            models.CheckConstraint(
                name="who_builds_says_by_when",
                condition=~Q(kind="builds") | Q(builds_by__isnull=False),
                violation_error_message=_("Write by when it is ready."),
            ),
            models.CheckConstraint(
                name="who_serves_a_white_spot_proves_it",
                condition=~Q(kind="served") | ~Q(proof=""),
                violation_error_message=_("Attach proof that the addresses are served."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.spot_id}"

    @property
    def place(self) -> str:
        """How the journal names whose it is: the operator's own."""
        return self.operator.place
