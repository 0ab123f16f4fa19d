"""Say where a case is: a list of coordinates, which the map fills in, or a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.places.shape import MOST_POSITIONS, Shape
from taskforce.web.cases.places.uploaded import ACCEPT, from_file
from taskforce.web.cases.places.written import from_text

_LONGEST = MOST_POSITIONS * 60


class PlaceForm(forms.Form):
    """One of the two; a file wins over what stands in the list."""

    coordinates = forms.CharField(
        label=_("Coordinates"),
        required=False,
        max_length=_LONGEST,
        help_text=_(
            "One place on each line: longitude and latitude (11.5607 55.4318), or easting and "
            "northing (662000 6146000, EPSG:25832). One line is a point, several are a route."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or upload a file"),
        required=False,
        allow_empty_file=True,
        help_text=_("GeoJSON, GeoPackage, or a text with coordinates; at most 5 MB."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def clean_coordinates(self) -> Shape | None:
        """The list as a shape; a file that was given makes it of no account."""
        text: str = self.cleaned_data["coordinates"]
        return from_text(text) if text.strip() and not self.files.get("file") else None

    def clean_file(self) -> Shape | None:
        """The file as a shape."""
        given: Any = self.cleaned_data["file"]
        return from_file(given) if given else None

    def clean(self) -> dict[str, Any]:
        if not self.errors and self.shape is None:
            self.add_error(
                "coordinates", gettext("Draw on the map, write coordinates, or upload a file.")
            )
        return self.cleaned_data

    @property
    def shape(self) -> Shape | None:
        """Where it is."""
        found: Shape | None = self.cleaned_data.get("file") or self.cleaned_data.get("coordinates")
        return found
