"""Who follows up one white spot, the next step, the operators' schedule and their answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.gaps.actions.files import ACCEPT
from taskforce.web.people.models import Account
from taskforce.web.spots.models import Answered
from taskforce.web.spots.models.answer import LONGEST_TEXT
from taskforce.web.spots.models.schedule import LEAST_SMALLEST, MOST_DAYS, MOST_MONTHS
from taskforce.web.spots.models.spot import LONGEST_STEP

_DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
# Nobody plans a mast or a trench for longer; a year with a digit too many is beyond it.
_FARTHEST = timedelta(days=20 * 365)


def ahead(day: date) -> None:
    """Refuse a day that has passed, or that nobody can plan for."""
    if day < localdate():
        raise ValidationError(_("Choose a date that has not passed."))
    if day > localdate() + _FARTHEST:
        raise ValidationError(_("Choose a date within 20 years."))


class FollowUpForm(forms.Form):
    """The owner, and the next step with its date."""

    owner = forms.ModelChoiceField(
        Account.objects.none(),
        label=_("Who follows it up"),
        required=False,
        empty_label=_("Nobody"),
    )
    next_step = forms.CharField(
        label=_("Next step"),
        required=False,
        max_length=LONGEST_STEP,
        help_text=_("What happens next, in one line."),
    )
    next_step_on = forms.DateField(label=_("By when"), required=False, widget=_DAY)

    def clean_next_step_on(self) -> date | None:
        """The day that stood there already may have passed; a new one may not."""
        day: date | None = self.cleaned_data["next_step_on"]
        if day is not None and day != self.initial.get("next_step_on"):
            ahead(day)
        return day

    def __init__(self, *args: Any, owners: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["owner"]
        field.queryset = owners  # type: ignore[attr-defined]
        field.label_from_instance = _name  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What an operator says of one white spot."""

    kind = forms.ChoiceField(
        label=_("Answer"),
        choices=Answered.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    builds_by = forms.DateField(
        label=_("Ready by"),
        required=False,
        widget=_DAY,
        validators=[ahead],
        help_text=_("Needed if you will build; else the earliest day, if you know it."),
    )
    text = forms.CharField(
        label=_("Remarks"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Read by the municipality and the taskforce, never by another operator."),
    )
    proof = forms.FileField(
        label=_("Proof"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_("Needed if you serve the addresses already. PDF, JPEG or PNG."),
    )


class ScheduleForm(forms.Form):
    """When the operators are asked, and about which white spots."""

    next_on = forms.DateField(label=_("Next list"), required=False, widget=_DAY, validators=[ahead])
    months = forms.IntegerField(
        label=_("Months between two lists"), min_value=1, max_value=MOST_MONTHS
    )
    answer_days = forms.IntegerField(label=_("Days to answer in"), min_value=1, max_value=MOST_DAYS)
    smallest = forms.IntegerField(
        label=_("Smallest white spot, in addresses"),
        min_value=LEAST_SMALLEST,
        help_text=_("From this size a white spot is on the list, and must have an owner."),
    )


def _name(account: Account) -> str:
    return account.name
