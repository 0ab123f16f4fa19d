"""A municipality's own value for a rule's parameter; it counts once the taskforce confirms it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from taskforce.rules.rule import Holding, Setting
from taskforce.web.guidelines.models.bounds import refuse_out_of_bounds
from taskforce.web.guidelines.models.known_rules import open_parameter
from taskforce.web.people.models import Organisation

# Beyond any length, time or price of a rule; the rulebook's own bounds are narrower.
_LARGEST = 1e9


class ValueState(models.TextChoices):
    """How far it is: only a confirmed value counts in a check."""

    PROPOSED = "proposed", _("Awaits confirmation")
    CONFIRMED = "confirmed", _("In force")
    RETURNED = "returned", _("Returned")


class LocalValue(models.Model):
    """One value with its reason and its days. Exactly one of the three columns holds it."""

    municipality = models.ForeignKey(
        Organisation, models.PROTECT, related_name="local_values", verbose_name=_("Municipality")
    )
    rule = models.CharField(max_length=20)
    parameter = models.CharField(max_length=60)
    number = models.FloatField(_("Value"), null=True, blank=True)
    yes_no = models.BooleanField(_("Value"), null=True, blank=True)
    text = models.CharField(_("Value"), max_length=120, blank=True)
    reason = models.CharField(
        _("Reason"),
        max_length=500,
        help_text=_("Everybody can read it. Write no names of people."),
    )
    source_url = models.URLField(_("Link to the decision"), blank=True)
    valid_from = models.DateField(_("First day"))
    valid_to = models.DateField(
        _("Last day"), null=True, blank=True, help_text=_("Leave it empty when no end is known.")
    )
    state = models.CharField(max_length=20, choices=ValueState, default=ValueState.PROPOSED)
    returned_because = models.CharField(_("What is to be mended"), max_length=500, blank=True)
    # By role, as the journal names it: it outlives the account.
    entered_by = models.CharField(max_length=80, editable=False)
    answered_by = models.CharField(max_length=80, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["municipality", "rule", "parameter", "-valid_from"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_local_value_is_one_value",
                condition=Q(number__isnull=False, yes_no__isnull=True, text="")
                | Q(number__isnull=True, yes_no__isnull=False, text="")
                | (Q(number__isnull=True, yes_no__isnull=True) & ~Q(text="")),
                violation_error_message=_("Write one value."),
            ),
            models.CheckConstraint(
                name="a_local_number_is_finite",
                condition=Q(number__isnull=True) | Q(number__gte=-_LARGEST, number__lte=_LARGEST),
                violation_error_message=_("The number is too large."),
            ),
            models.CheckConstraint(
                name="a_local_value_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Write why the municipality has its own value."),
            ),
            models.CheckConstraint(
                name="a_local_value_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("The last day must not lie before the first."),
            ),
            models.CheckConstraint(
                name="only_a_returned_value_is_to_be_mended",
                condition=Q(state="returned") ^ Q(returned_because=""),
                violation_error_message=_("Write what is to be mended."),
            ),
            models.UniqueConstraint(
                name="one_local_value_begins_on_a_day",
                fields=["municipality", "rule", "parameter", "valid_from"],
                condition=~Q(state="returned"),
                violation_error_message=_("There is already a value from that day."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.parameter}"

    @property
    def place(self) -> str:
        """How the journal names the municipality."""
        return self.municipality.place

    @property
    def value(self) -> Setting | None:
        """The value itself, whichever column holds it."""
        if self.number is not None:
            return self.number
        return self.yes_no if self.yes_no is not None else self.text or None

    @property
    def is_open(self) -> bool:
        """Whether the municipality can still change or withdraw it."""
        return self.state != ValueState.CONFIRMED

    def clean(self) -> None:
        """The rulebook says which values there are, of which kind, and between which bounds."""
        parameter = open_parameter(self.rule, self.parameter)
        columns = {Holding.NUMBER: "number", Holding.YES_NO: "yes_no", Holding.TEXT: "text"}
        wrong = [name for kind, name in columns.items() if kind != parameter.kind]
        if any(getattr(self, name) not in (None, "") for name in wrong):
            raise ValidationError(_("The value is of the wrong kind."))
        if self.number is not None:
            refuse_out_of_bounds(self.number, parameter)
        if self.valid_from and self.state != ValueState.RETURNED:
            self._refuse_overlap()

    def _refuse_overlap(self) -> None:
        others = LocalValue.objects.filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=self.valid_from),
            municipality_id=self.municipality_id,
            rule=self.rule,
            parameter=self.parameter,
            valid_from__lte=self.valid_to or date.max,
        )
        other = others.exclude(pk=self.pk).exclude(state=ValueState.RETURNED).first()
        if other is not None:
            raise ValidationError(
                _("There is already a value from %(day)s. End it first, or choose other days."),
                params={"day": other.valid_from.isoformat()},
            )
