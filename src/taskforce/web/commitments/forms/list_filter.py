"""The filters of a list of something that goes on: words, kind, status, place, and what is late."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

Choice = tuple[str, Any]


class ListFilter(forms.Form):
    """What somebody wants to see of a list; each list says which words, kinds and states it has."""

    words: ClassVar[Any] = ""
    kinds: ClassVar[list[Choice]]
    states: ClassVar[list[Choice]]

    text = forms.CharField(required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(label=_("Status"), required=False)
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    overdue = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["text"].label = self.words
        among = {"kind": self.kinds, "state": self.states, "municipality": places}
        for name, choices in among.items():
            self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]
        if len(places) <= 1:
            del self.fields["municipality"]

    @property
    def fields_to_fill(self) -> list[forms.BoundField]:
        """Those that are not boxes to tick."""
        return [self[name] for name in self.fields if name != "overdue"]

    def given(self) -> dict[str, Any]:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
