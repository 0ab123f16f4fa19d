"""What is asked of somebody who looks for the right person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.routing import Place, Subject


class AskingForm(forms.Form):
    """A subject, and a place: an address, a municipality, or a point from the map."""

    subject = forms.ChoiceField(label=_("What is it about?"), choices=Subject.choices)
    q = forms.CharField(
        label=_("Address"),
        max_length=120,
        required=False,
        help_text=_("Street and number. Or choose the municipality below."),
    )
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    state_road = forms.BooleanField(
        label=_("The road is a state road"),
        required=False,
        help_text=_("Only when you want to dig. Motorways and many main roads are the state's."),
    )
    address = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)
    lon = forms.FloatField(min_value=-180, max_value=180, required=False, widget=forms.HiddenInput)
    lat = forms.FloatField(min_value=-90, max_value=90, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        places = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("name")
        named = [(one.code, one.name) for one in places]
        chosen: forms.ChoiceField = self.fields["municipality"]  # type: ignore[assignment]
        chosen.choices = [("", _("Choose a municipality")), *named]

    @property
    def place(self) -> Place | None:
        """A point before a municipality; None when neither is given."""
        given = self.cleaned_data
        if given["lon"] is not None and given["lat"] is not None:
            return Place("", given["lon"], given["lat"])
        return Place(given["municipality"]) if given["municipality"] else None
