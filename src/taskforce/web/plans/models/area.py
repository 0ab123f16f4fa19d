"""The promises of a plan in one postcode of one municipality, by what became of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from taskforce.report.promises.ledger import Outcome
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.plans.models.plan import RolloutPlan

COUNTS = (*(one.value for one in Outcome), "below", "unknown_need")


class PlanArea(models.Model):
    """One area. The counts are unknown until the plan has been compared with a mapping."""

    plan = models.ForeignKey(RolloutPlan, models.CASCADE, related_name="areas")
    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": OrganisationKind.MUNICIPALITY},
    )
    postcode = models.CharField(max_length=4, blank=True)
    promised = models.PositiveIntegerField()
    kept = models.PositiveIntegerField(null=True, blank=True)
    kept_late = models.PositiveIntegerField(null=True, blank=True)
    late = models.PositiveIntegerField(null=True, blank=True)
    pending = models.PositiveIntegerField(null=True, blank=True)
    withdrawn = models.PositiveIntegerField(null=True, blank=True)
    unknown = models.PositiveIntegerField(null=True, blank=True)
    already = models.PositiveIntegerField(null=True, blank=True)
    # Addresses that are still planned, and below the threshold in the newest mapping, or unknown.
    below = models.PositiveIntegerField(null=True, blank=True)
    unknown_need = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["municipality__name", "postcode"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_plan_counts_each_area_once",
                fields=["plan", "municipality", "postcode"],
            ),
            models.CheckConstraint(
                name="the_outcomes_of_an_area_are_its_promises",
                condition=Q(**{f"{one}__isnull": True for one in COUNTS})
                | Q(
                    promised=F("kept")
                    + F("kept_late")
                    + F("late")
                    + F("pending")
                    + F("withdrawn")
                    + F("unknown")
                    + F("already"),
                    below__isnull=False,
                    unknown_need__isnull=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} in {self.municipality_id} {self.postcode}"

    @property
    def place(self) -> str:
        return self.plan.place
