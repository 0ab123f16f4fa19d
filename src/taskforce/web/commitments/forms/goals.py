"""Fill in a goal: of the taskforce, or of a municipality's action plan."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.vocabulary.speed import DESIGN_THRESHOLDS
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.commitments.models import Goal, PlanGoal


class GoalForm(forms.ModelForm):  # type: ignore[type-arg]
    """A goal of the taskforce."""

    threshold = forms.ChoiceField(
        label=_("Speed, down/up in Mbit/s"),
        required=False,
        choices=[("", _("None")), *((one.label, one.label) for one in DESIGN_THRESHOLDS)],
        help_text=_("Only for a goal about coverage."),
    )

    class Meta:
        model = Goal
        fields: ClassVar = [
            "kind",
            "title_da",
            "title_en",
            "threshold",
            "municipality",
            "baseline",
            "baseline_on",
            "target",
            "target_on",
        ]
        formfield_callback = field_of

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["municipality"].empty_label = _("The whole region")  # type: ignore[attr-defined]


class PlanGoalForm(forms.ModelForm):  # type: ignore[type-arg]
    """A goal of an action plan."""

    class Meta:
        model = PlanGoal
        fields: ClassVar = ["title", "description", "due"]
        formfield_callback = field_of
