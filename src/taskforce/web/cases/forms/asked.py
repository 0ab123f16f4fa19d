"""The filters of the list of cases."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import CaseKind, CaseState
from taskforce.web.cases.queries.listing import Asked


class AskedForm(forms.Form):
    """What somebody wants to see of the cases."""

    text = forms.CharField(label=_("Title, place or number"), required=False, max_length=100)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All")), *CaseKind.choices]
    )
    state = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", _("All")), ("open", _("All open")), *CaseState.choices],
    )
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    overdue = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        among = [("", _("All")), *places]
        self.fields["municipality"].choices = among  # type: ignore[attr-defined]
        if len(places) <= 1:
            del self.fields["municipality"]

    @property
    def fields_to_fill(self) -> list[forms.BoundField]:
        """Those that are not boxes to tick."""
        return [self[name] for name in self.fields if name != "overdue"]

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return Asked(**{name: value for name, value in self.cleaned_data.items() if value})
