"""The filters of the overview: which municipalities to show, and in which order."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.models import Status
from taskforce.web.commitments.queries.cockpit import DEFAULT_SORT, Asked
from taskforce.web.frame.forms import DayInput

SORTS = (
    ("name", _("Name")),
    ("status", _("Status")),
    ("since", _("Longest in the same status")),
    ("overdue", _("Most overdue")),
    ("contact", _("Longest without contact")),
    ("next", _("Next step")),
)


class AskedForm(forms.Form):
    """What somebody wants to see of the municipalities' work."""

    text = forms.CharField(label=_("Municipality or name"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), *Status.choices]
    )
    sort = forms.ChoiceField(label=_("Sort by"), required=False, choices=SORTS)
    without_coordinator = forms.BooleanField(label=_("Without coordinator"), required=False)
    overdue = forms.BooleanField(label=_("With something overdue"), required=False)

    @property
    def fields_to_fill(self) -> list[forms.BoundField]:
        """Those that are not boxes to tick."""
        return [self[name] for name in ("text", "status", "sort")]

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        understood = {name: value for name, value in self.cleaned_data.items() if value}
        return Asked(**({"sort": DEFAULT_SORT} | understood))


class SinceForm(forms.Form):
    """From which day on the changes are told."""

    since = forms.DateField(label=_("Changes since"), widget=DayInput)
