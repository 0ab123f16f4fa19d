"""Where the coverage is missing: an address, a point, or a municipality and some words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.report.answer import AddressHit
from taskforce.web.checks.forms.place import municipalities
from taskforce.web.frame.edition import latest
from taskforce.web.gaps.queries.whereabouts import Where, where_of_municipality, where_of_spot
from taskforce.web.sites.forms.signal import SignalForm
from taskforce.web.sites.queries.signal_place import Wanted, found

_MOST_HITS = 30


class PlaceForm(forms.Form):
    """Finds the place; `hits` are the addresses that may be meant, where several fit."""

    q = forms.CharField(
        label=_("Address"),
        error_messages={"required": _("Write an address, or give a point.")},
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
        help_text=_(
            "Street and number, and the postcode if you like. For example: Skovvej 4, 4180"
        ),
    )
    address = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    at = forms.CharField(
        label=_("Or a point"),
        required=False,
        max_length=60,
        help_text=_("Longitude and latitude in degrees, for example 11.556, 55.431"),
    )
    municipality = forms.ChoiceField(
        label=_("Municipality"),
        required=False,
        help_text=_("Only if we do not find the address."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.hits: tuple[AddressHit, ...] = ()
        self.where: Where | None = None
        among: forms.ChoiceField = self.fields["municipality"]  # type: ignore[assignment]
        among.choices = [("", gettext("Choose a municipality")), *municipalities()]

    clean_at = SignalForm.clean_at

    def clean(self) -> dict[str, Any]:
        """Find the place, once the rest is right."""
        given = self.cleaned_data
        if not {"q", "at", "municipality"} & set(self.errors):
            self._find(given)
        return given

    def _find(self, given: dict[str, Any]) -> None:
        words = given["q"].strip()
        chosen = self._chosen(words, given["address"]) if words else Wanted(at=given["at"])
        if self.hits:
            return self.add_error("q", gettext("More addresses fit. Choose the right one."))
        spot = found(chosen).spot if chosen else None
        if spot is None and not given["municipality"]:
            words = gettext("We did not find the address. Choose the municipality that it lies in.")
            return self.add_error("municipality", words)
        code = given["municipality"]
        self.where = where_of_spot(spot) if spot else where_of_municipality(code, words)
        if self.where is None:
            words = gettext("The place lies outside the region, so nobody here can answer you.")
            self.add_error("q", words)
        return None

    def _chosen(self, words: str, address: str) -> Wanted | None:
        """The one address that is meant; None where none fits, or where it is to be chosen."""
        bundle = latest()
        known = bundle.address(address) if bundle and address else None
        if known is not None and known.address.label == words:
            return Wanted(address=address)
        hits = bundle.search(words, _MOST_HITS) if bundle else ()
        ids = [one.id for one in hits]
        if address in ids:
            return Wanted(address=address)
        if len(hits) == 1:
            return Wanted(address=ids[0])
        self.hits = hits
        return None
