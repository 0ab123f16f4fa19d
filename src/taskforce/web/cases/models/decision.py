"""What the municipality decided, and how it can be complained about."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case


class Outcome(models.TextChoices):
    """What the decision was."""

    PERMITTED = "permitted", _("Permitted")
    WITH_CONDITIONS = "with_conditions", _("Permitted with conditions")
    REFUSED = "refused", _("Refused")
    AGREED = "agreed", _("An agreement was made")


class Decision(models.Model):
    """The decision as it was given in the municipality's own system."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="decision")
    outcome = models.CharField(_("Decision"), max_length=20, choices=Outcome)
    decided_on = models.DateField(_("Decided on"))
    reasons = models.TextField(_("Reasons"), max_length=4000)
    # A key of the library, so that the page can say it in both languages.
    appeal_route = models.CharField(_("Complaints go to"), max_length=40)
    appeal_until = models.DateField(_("Complaints until"), null=True, blank=True)
    appeal_text = models.TextField(_("How to complain"), max_length=2000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="one_can_complain_after_the_decision",
                condition=Q(appeal_until__isnull=True) | Q(appeal_until__gte=F("decided_on")),
                violation_error_message=_("The complaint period ends after the decision."),
            ),
        ]

    def __str__(self) -> str:
        return f"decision of {self.case_id}"

    @property
    def place(self) -> str:
        return self.case.place
