"""An operator's plan of where it will build. What it promises lies in a file of its own."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation, OrganisationKind


class Openness(models.TextChoices):
    """To whom a plan is shown. Never to another operator, unless everyone may see it."""

    CONFIDENTIAL = (
        "confidential",
        _("Confidential: you, the taskforce, and the municipalities it concerns"),
    )
    PUBLIC = "public", _("Public: everyone")


class RolloutPlan(models.Model):
    """One plan. The journal says that it was written, and never what it is called."""

    never_in_journal: ClassVar = ("name", "ledger")

    operator = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="rollout_plans",
        limit_choices_to={"kind": OrganisationKind.OPERATOR},
        verbose_name=_("Operator"),
    )
    name = models.CharField(_("Name of the plan"), max_length=120)
    openness = models.CharField(
        _("Who may see the plan?"),
        max_length=20,
        choices=Openness,
        default=Openness.CONFIDENTIAL,
    )
    withdrawn_on = models.DateField(null=True, blank=True)
    # Every promise that the plan ever gave, and what became of it.
    ledger = models.FileField(max_length=80, blank=True)
    # The mapping that the ledger was last compared with; none where it waits to be.
    compared_with = models.CharField(max_length=80, blank=True)
    compared_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["operator__name", "name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_plan_is_open_to_a_known_circle",
                condition=Q(openness__in=Openness.values),
            ),
            models.CheckConstraint(
                name="a_comparison_has_a_day",
                condition=Q(compared_with="", compared_day__isnull=True)
                | (~Q(compared_with="") & Q(compared_day__isnull=False)),
            ),
            models.UniqueConstraint(
                F("operator"),
                F("name"),
                name="one_plan_of_an_operator_for_each_name",
                violation_error_message=_("You have another plan with this name."),
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"

    @property
    def place(self) -> str:
        """How the journal names whose it is."""
        return self.operator.place

    @property
    def is_public(self) -> bool:
        return self.openness == Openness.PUBLIC

    @property
    def file(self) -> Path | None:
        """Where the ledger lies; None before the first version is taken in."""
        return Path(self.ledger.path) if self.ledger else None
