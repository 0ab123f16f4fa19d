"""Fill in a commitment: each kind asks for what it is about, and all for who, when and evidence."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.commitments.models import Commitment, CommitmentKind, Milestone
from taskforce.web.commitments.models.commitment import Answer
from taskforce.web.frame.forms import DayInput

_ABOUT = {
    CommitmentKind.COORDINATOR: ("description",),
    CommitmentKind.GUIDELINES: ("answer", "description"),
    CommitmentKind.RESOURCES: ("hours_a_month", "team", "budget_dkk", "scope"),
    CommitmentKind.OWN: ("title", "description", "goal"),
}
_ALWAYS = ("owner", "owner_role", "due", "decision_date", "decision_number", "evidence_url")


class CommitmentForm(forms.ModelForm):  # type: ignore[type-arg]
    """The facts of a commitment; its state has forms of its own."""

    class Meta:
        model = Commitment
        fields: ClassVar = [
            "title",
            "answer",
            "description",
            "hours_a_month",
            "team",
            "budget_dkk",
            "scope",
            "goal",
            *_ALWAYS,
        ]
        formfield_callback = field_of

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        one = self.instance
        kept = (*_ABOUT[CommitmentKind(one.kind)], *_ALWAYS)
        for name in [name for name in self.fields if name not in kept]:
            del self.fields[name]
        self._among("owner", one.municipality.people.filter(left_on__isnull=True))
        self._among("goal", one.municipality.plan_goals.all())
        for name in {"title", "answer"} & set(self.fields):
            self.fields[name].required = True
        if "answer" in self.fields:
            self.fields["answer"].choices = Answer.choices  # type: ignore[attr-defined]

    def _among(self, name: str, those: Any) -> None:
        """Only the municipality's own can be chosen."""
        if name in self.fields:
            self.fields[name].queryset = those  # type: ignore[attr-defined]


class ProgressForm(forms.Form):
    """How far it is."""

    percent = forms.IntegerField(
        label=_("How far, in per cent"),
        min_value=0,
        max_value=99,
        help_text=_("When it is done, write the day below instead."),
    )


class FinishForm(forms.Form):
    """When it was done, and what shows it."""

    done_on = forms.DateField(label=_("Done on"), widget=DayInput)
    evidence_url = forms.URLField(
        label=_("Link to the evidence"), required=False, assume_scheme="https"
    )


class WaiveForm(forms.Form):
    """Why it is not to be done after all."""

    reason = forms.CharField(label=_("Why it is waived"), max_length=500, widget=forms.Textarea)


class MilestoneForm(forms.ModelForm):  # type: ignore[type-arg]
    """A milestone with its day."""

    class Meta:
        model = Milestone
        fields: ClassVar = ["title", "due"]
        formfield_callback = field_of
