"""Say what shall be ranked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from taskforce.vocabulary.signal import Service
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.people.models import Organisation
from taskforce.web.rankings.models import MOST_NAMED, MOST_SITES, Need
from taskforce.web.sites.models import Site

REGION = "region"
_USUAL = 10


class AskForm(forms.Form):
    """One ranking; the sites that must or must not be chosen are picked from the register."""

    area = forms.ChoiceField(label=_("Area"), help_text=_("The sites and the homes lie there."))
    k = forms.IntegerField(
        label=_("Number of sites, at most"), min_value=1, max_value=MOST_SITES, initial=_USUAL
    )
    need = forms.ChoiceField(
        label=_("What counts as lacking coverage"),
        choices=Need.choices,
        initial=Need.REPORTED,
        widget=forms.RadioSelect,
    )
    service = forms.ChoiceField(
        label=_("What the mast shall give"), initial=Service.DATA, widget=forms.RadioSelect
    )
    forced = forms.MultipleChoiceField(
        label=_("Must be chosen"), required=False, widget=forms.CheckboxSelectMultiple
    )
    forbidden = forms.MultipleChoiceField(
        label=_("Must not be chosen"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        places: list[Organisation],
        sites: list[Site],
        whole_region: bool,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._places = {one.code: one for one in places}
        self._sites = {one.number: one for one in sites}
        ordered = sorted(places, key=lambda one: in_danish_order(one.name))
        region = [(REGION, gettext("The whole region"))] if whole_region else []
        _offer(self.fields["area"], [*region, *((one.code, one.name) for one in ordered)])
        language = get_language() or "da"
        services = [(one.value, one.label.in_language(language)) for one in Service]
        _offer(self.fields["service"], services)
        named = [(one.number, _named(one)) for one in sites]
        for name in ("forced", "forbidden"):
            _offer(self.fields[name], named)

    @property
    def general(self) -> list[forms.BoundField]:
        """What is asked of everybody."""
        return [self[name] for name in ("area", "k", "need", "service")]

    @property
    def picked(self) -> list[forms.BoundField]:
        """The sites that can be picked; nothing where there are none."""
        return [self["forced"], self["forbidden"]] if self._sites else []

    @property
    def has_picked(self) -> bool:
        """Whether the part with the sites shall stand open."""
        return any(one.value() for one in self.picked)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        area, k = given.get("area"), given.get("k") or MOST_SITES
        forced, forbidden = given.get("forced", []), given.get("forbidden", [])
        if set(forced) & set(forbidden):
            self.add_error("forbidden", gettext("A site cannot be both a must and left out."))
        if len(forced) > k:
            self.add_error("forced", gettext("More sites are a must than may be chosen."))
        if len(forbidden) > MOST_NAMED:
            self.add_error("forbidden", gettext("Leave out fewer sites."))
        if any(self._sites[one].municipality.code != area for one in forced) and area != REGION:
            self.add_error("forced", gettext("Choose sites that lie in the area."))
        return given

    def wish(self) -> dict[str, Any]:
        """What was said, by the names of the model."""
        given = dict(self.cleaned_data)
        area = given.pop("area")
        return {**given, "municipality": self._places.get(area)}


def _named(site: Site) -> str:
    return f"{site.name} ({site.number}, {site.municipality.name})"


def _offer(field: forms.Field, found: list[Any]) -> None:
    field.choices = found  # type: ignore[attr-defined]
