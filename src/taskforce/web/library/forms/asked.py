"""The filter above the list of materials."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.library.models import Kind, Phase, Reader, Topic
from taskforce.web.library.queries.listing import Asked

_CHOICES = {
    "topic": Topic.choices,
    "reader": Reader.choices,
    "phase": Phase.choices,
    "kind": Kind.choices,
}


class AskedForm(forms.Form):
    """What somebody wants to see of the materials."""

    q = forms.CharField(
        label=_("Search in the materials"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    topic = forms.ChoiceField(label=_("Topic"), required=False)
    reader = forms.ChoiceField(label=_("For whom"), required=False)
    phase = forms.ChoiceField(label=_("Phase"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in _CHOICES.items():
            among = [("", gettext("All")), *choices]
            self.fields[name].choices = among  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return Asked(**{name: value for name, value in self.cleaned_data.items() if value})
