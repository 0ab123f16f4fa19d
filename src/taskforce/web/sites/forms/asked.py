"""The filters of the lists of sites."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.vocabulary.site import SiteKind
from taskforce.web.sites.forms.words import choices
from taskforce.web.sites.models import Availability, SiteState
from taskforce.web.sites.queries.listing import Asked, AskedOfOwn

_HEIGHTS = (15, 25, 35, 50)


class AskedForm(forms.Form):
    """What somebody wants to see of the sites on offer."""

    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    height = forms.TypedChoiceField(label=_("Height for antennas"), required=False, coerce=int)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        _among(self.fields["municipality"], [("", gettext("All")), *places])
        _among(self.fields["kind"], choices(SiteKind, empty=gettext("All")))
        at_least = [(one, gettext("At least %(metres)s m") % {"metres": one}) for one in _HEIGHTS]
        _among(self.fields["height"], [("", gettext("All")), *at_least])

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return Asked(**{name: value for name, value in self.cleaned_data.items() if value})


class AskedOfOwnForm(forms.Form):
    """What a keeper wants to see of the sites they keep."""

    owner = forms.ChoiceField(label=_("Owner"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, *args: Any, owners: list[tuple[int, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        _among(self.fields["owner"], [("", gettext("All")), *owners])
        proposals = (SiteState.PROPOSAL.value, gettext("Proposals"))
        _among(self.fields["status"], [("", gettext("All")), proposals, *Availability.choices])
        if len(owners) <= 1:
            del self.fields["owner"]

    def asked(self) -> AskedOfOwn:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return AskedOfOwn(**{name: value for name, value in self.cleaned_data.items() if value})


def _among(field: forms.Field, found: list[Any]) -> None:
    field.choices = found  # type: ignore[attr-defined]
