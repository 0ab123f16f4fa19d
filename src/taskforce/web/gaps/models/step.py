"""What happened to a report: looked into, answered, opened again, corrected."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.gaps.models.gap import Gap
from taskforce.web.people.models import Organisation

LONGEST_TEXT = 4000


class StepKind(models.TextChoices):
    """What happened."""

    LOOKED_INTO = "looked_into", _("Being looked into")
    ANSWERED = "answered", _("Answered")
    PASSED_ON = "passed_on", _("Passed on to the right municipality")
    REOPENED = "reopened", _("Opened again")
    CORRECTED = "corrected", _("Corrected")


class Outcome(models.TextChoices):
    """What an answer comes to."""

    SOLVED = "solved", _("The coverage has been improved")
    PLANNED = "planned", _("It will be improved; a plan has been made")
    PASSED_ON = "passed_on", _("Passed on to the operators")
    CORRECTED = "corrected", _("The map is being corrected")
    NOTHING_NOW = "nothing_now", _("Nothing can be done at present")
    ADVICE = "advice", _("Advice on what you can do yourself")


class GapStep(models.Model):
    """One step; `municipality` is None where it was the reporter's own."""

    # What a citizen writes is erased with the report, and an answer may repeat it.
    never_in_journal = ("text",)

    gap = models.ForeignKey(Gap, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=StepKind)
    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", null=True, blank=True
    )
    outcome = models.CharField(_("Outcome"), max_length=12, choices=Outcome, blank=True)
    text = models.TextField(_("Answer"), max_length=LONGEST_TEXT, blank=True)
    at = models.DateTimeField()
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_gap_step_is_of_a_known_kind", condition=Q(kind__in=StepKind.values)
            ),
            models.CheckConstraint(
                name="an_answer_has_its_outcome",
                condition=~Q(kind="answered") | Q(outcome__in=Outcome.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.gap_id}"

    @property
    def place(self) -> str:
        return self.gap.place
