"""Say what is known of a site: what it is, where, how high, and what is there."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.siting.site_list.listed import Zone
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.web.cases.places.shape import Shape
from taskforce.web.cases.places.written import as_text, from_text
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.forms.words import choices
from taskforce.web.sites.models import Site
from taskforce.web.sites.owning import owner_kind_of
from taskforce.web.sites.queries.whereabouts import municipality_at

_ROWS = {"rows": 3}
_YES_NO = (("", _("Not known")), ("yes", _("Yes")), ("no", _("No")))


class SiteForm(forms.ModelForm):  # type: ignore[type-arg]
    """One site; the municipality follows from the coordinates where they tell it."""

    owner = forms.ModelChoiceField(
        label=_("Owner"), queryset=Organisation.objects.none(), empty_label=None
    )
    coordinates = forms.CharField(
        label=_("Coordinates"),
        max_length=120,
        help_text=_(
            "Longitude and latitude (11.5607 55.4318), or easting and northing "
            "(662000 6146000, EPSG:25832)."
        ),
        widget=forms.Textarea(attrs={"rows": 1, "spellcheck": "false"}),
    )
    kind = forms.ChoiceField(label=_("Kind"))
    owner_kind = forms.ChoiceField(
        label=_("Kind of owner"),
        required=False,
        help_text=_("Leave it empty when it is the owner that you keep sites for."),
    )
    zone = forms.ChoiceField(label=_("Zone"), required=False)
    designations = forms.MultipleChoiceField(
        label=_("Designations"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What the plans say of the place. It decides which permits a mast needs."),
    )
    power = forms.ChoiceField(label=_("Is there power?"), choices=_YES_NO, required=False)
    fibre = forms.ChoiceField(label=_("Is there fibre?"), choices=_YES_NO, required=False)

    class Meta:
        model = Site
        fields: ClassVar = [
            "owner", "name", "kind", "coordinates", "municipality", "structure_m", "antenna_m",
            "ground_m", "power", "fibre", "access", "load", "terms", "contact", "note", "zone",
            "designations", "list_id", "owner_kind",
        ]  # fmt: skip
        widgets: ClassVar = {
            name: forms.Textarea(attrs=_ROWS) for name in ("access", "load", "terms", "note")
        }
        help_texts: ClassVar = {
            "municipality": _("Leave it empty, and it is found by the coordinates."),
            "structure_m": _("Over the ground."),
            "antenna_m": _("Over the ground. Left empty, what is usual for the kind counts."),
            "access": _("For example: key at the caretaker, on weekdays from 7 to 15."),
            "load": _("For example: 300 kg on the roof, says the drawing of 1974."),
            "terms": _("For example: lease of ten years, notice of twelve months."),
            "note": _("For yourselves, unless you let others see it."),
            "list_id": _("By it your next list finds the site again."),
        }

    def __init__(self, *args: Any, owners: list[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self._owners = sorted(owners, key=lambda one: in_danish_order(one.name))
        self._offer_owners()
        self._offer_words()
        self._show_what_is_known()

    def _offer_owners(self) -> None:
        _among(self.fields["owner"], self._owners)
        if len(self._owners) == 1:
            del self.fields["owner"]
        every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
        places = sorted(every, key=lambda one: in_danish_order(one.name))
        _among(self.fields["municipality"], places)
        self.fields["municipality"].required = False
        named = [(one.pk, one.name) for one in places]
        _offer(self.fields["municipality"], [("", gettext("By the coordinates")), *named])

    def _offer_words(self) -> None:
        known = the_rulebook().facts["designations"].choices
        named = [(name, spoken(text)) for name, text in known.items()]
        own = [(one, one) for one in self.instance.designations if one not in known]
        _offer(self.fields["designations"], [*named, *own])
        _offer(self.fields["kind"], choices(SiteKind))
        _offer(self.fields["zone"], choices(Zone, empty=gettext("Not known")))
        _offer(self.fields["owner_kind"], choices(OwnerKind, empty=gettext("As the owner")))

    def _show_what_is_known(self) -> None:
        if self.instance.pk is None:
            return
        here: Shape = {
            "type": "Point",
            "coordinates": [self.instance.longitude, self.instance.latitude],
        }
        self.initial["coordinates"] = as_text(here)
        for name in ("power", "fibre"):
            self.initial[name] = {True: "yes", False: "no"}.get(self.initial[name], "")

    def clean_coordinates(self) -> tuple[float, float]:
        """One point, in degrees."""
        shape = from_text(self.cleaned_data["coordinates"])
        if shape["type"] != "Point":
            raise forms.ValidationError(gettext("Give one point, not several."))
        longitude, latitude = shape["coordinates"]
        return round(longitude, 6), round(latitude, 6)

    def clean_power(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["power"])

    def clean_fibre(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["fibre"])

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        given["owner"] = given.get("owner") or self._owners[0]
        given["owner_kind"] = given.get("owner_kind") or owner_kind_of(given["owner"]).value
        if "coordinates" in given and not given.get("municipality"):
            given["municipality"] = municipality_at(*given["coordinates"])
            if given["municipality"] is None:
                self.add_error(
                    "municipality", gettext("The coordinates do not tell it. Choose one.")
                )
        return given

    def facts(self) -> dict[str, Any]:
        """What was said, by the names of the model."""
        given = dict(self.cleaned_data)
        longitude, latitude = given.pop("coordinates")
        return {**given, "longitude": longitude, "latitude": latitude}

    def _post_clean(self) -> None:
        """The action checks the whole site; here the values are not yet on it."""


def _among(field: forms.Field, found: list[Organisation]) -> None:
    queryset = Organisation.objects.filter(pk__in=[one.pk for one in found])
    field.queryset = queryset  # type: ignore[attr-defined]
    _offer(field, [(one.pk, one.name) for one in found])


def _offer(field: forms.Field, found: list[Any]) -> None:
    field.choices = found  # type: ignore[attr-defined]
