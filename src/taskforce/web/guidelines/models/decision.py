"""What a municipality has decided about one clause; each decision is a row, and none is changed."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.guidelines.models.known_rules import known_clause, known_version
from taskforce.web.people.models import Organisation

# The taskforce is younger; an older day is a slip of the pen.
EARLIEST = date(2000, 1, 1)


class AdoptionState(models.TextChoices):
    """What was decided. Outdated also follows by itself when a clause changes with a version."""

    ADOPTED = "adopted", _("Adopted")
    CHANGED = "adopted_with_change", _("Adopted with a change")
    REJECTED = "rejected", _("Rejected")
    NOT_DECIDED = "not_decided", _("Not decided")
    OUTDATED = "outdated", _("Outdated")


class ClauseDecision(models.Model):
    """One decision; the latest by its day counts, and of one day the latest entered."""

    municipality = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="clause_decisions",
        verbose_name=_("Municipality"),
    )
    rule = models.CharField(_("Clause"), max_length=20)
    version = models.CharField(
        _("Version of the guidelines"), max_length=20, validators=[known_version]
    )
    state = models.CharField(_("What was decided"), max_length=20, choices=AdoptionState)
    decided_on = models.DateField(_("Day of the decision"))
    minutes_url = models.URLField(
        _("Link to the minutes"),
        blank=True,
        help_text=_("The minutes of the council or the committee, where everybody can read them."),
    )
    reason = models.CharField(
        _("What is changed, and why"),
        max_length=500,
        blank=True,
        help_text=_("Everybody can read it. Write no names of people."),
    )
    # By role, as the journal names it: it outlives the account.
    entered_by = models.CharField(max_length=80, editable=False)

    class Meta:
        ordering: ClassVar = ["municipality", "rule", "-decided_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["municipality", "rule", "decided_on"])]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_clause_decision_is_one_of_the_known",
                condition=Q(state__in=AdoptionState.values),
            ),
            models.CheckConstraint(
                name="a_change_or_a_no_has_a_reason",
                condition=~Q(state__in=("adopted_with_change", "rejected"), reason=""),
                violation_error_message=_("Write what is changed, or why it is rejected."),
            ),
            models.CheckConstraint(
                name="a_clause_decision_has_a_believable_day",
                condition=Q(decided_on__gte=EARLIEST),
                violation_error_message=_("The day of the decision is too long ago."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.get_state_display()}"

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.municipality.place

    def clean(self) -> None:
        """Only a clause can be decided on, only in a known version, and not in the future."""
        if self.rule:
            known_clause(self.rule)
        if self.decided_on and self.decided_on > localdate():
            raise ValidationError(
                {"decided_on": _("The decision cannot be made in the future; write it down then.")}
            )
