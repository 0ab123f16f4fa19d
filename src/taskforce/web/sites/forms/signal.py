"""What somebody wants to know of a site's signal: where, for what, and where the telephone is."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.prediction.budget import USUAL_MHZ, Use
from taskforce.prediction.explanation import Asked
from taskforce.vocabulary.signal import Service
from taskforce.web.sites.forms.words import choices
from taskforce.web.sites.models.site import EAST, NORTH, SOUTH, WEST
from taskforce.web.sites.queries.signal_place import Wanted

# 11.556, 55.431 and 11,556 55,431 are both written.
_PAIR = re.compile(r"(\d{1,2}(?:[.,]\d+)?)\s*[;,\s]\s*(\d{1,2}(?:[.,]\d+)?)")


class SignalForm(forms.Form):
    """An address or a point, and what is asked of the signal there; all may be left out."""

    q = forms.CharField(label=_("Address"), required=False, max_length=120)
    address = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    at = forms.CharField(
        label=_("Or a point"),
        required=False,
        max_length=60,
        help_text=_("Longitude and latitude in degrees, for example 11.556, 55.431"),
    )
    service = forms.ChoiceField(label=_("Is it enough for"), required=False)
    use = forms.ChoiceField(label=_("Where is the telephone?"), required=False)
    band = forms.TypedChoiceField(
        label=_("Frequency band"), required=False, coerce=float, empty_value=None
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        bands = [(f"{mhz:g}", f"{mhz:g} MHz") for mhz in USUAL_MHZ]
        _among(self.fields["service"], [*reversed(choices(Service))])
        _among(self.fields["use"], [(value, capfirst(label)) for value, label in choices(Use)])
        _among(self.fields["band"], [("", gettext("The strongest")), *bands])

    def clean_at(self) -> tuple[float, float] | None:
        """Longitude and latitude; in Denmark the two cannot be mixed up."""
        text = self.cleaned_data["at"].strip()
        if not text:
            return None
        found = _PAIR.fullmatch(text)
        if found:
            one, other = (float(part.replace(",", ".")) for part in found.groups())
            for longitude, latitude in ((one, other), (other, one)):
                if WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH:
                    return longitude, latitude
        raise forms.ValidationError(
            gettext("Write the longitude and latitude of a place in Denmark, like 11.556, 55.431.")
        )

    def wanted(self) -> Wanted:
        """Where; what cannot be understood is left out."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("q", "").strip(), given.get("at"), given.get("address", "").strip())

    def asked(self) -> Asked:
        """What; what cannot be understood is as usual."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            service=Service(given.get("service") or Service.DATA),
            use=Use(given.get("use") or Use.OUTDOOR),
            frequency_mhz=given.get("band"),
        )


def _among(field: forms.Field, found: list[Any]) -> None:
    field.choices = found  # type: ignore[attr-defined]
