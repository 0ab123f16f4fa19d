"""Upload a list of sites, or an extract of the building register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.notes.content import checked_list
from taskforce.web.people.models import Organisation
from taskforce.web.sites.models import Layout

ENDINGS = ("csv", "xlsx", "ods", "gpkg", "geojson", "json", "zip")
ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)


class UploadForm(forms.Form):
    """One file, and whose sites stand in it."""

    owner = forms.ModelChoiceField(label=_("Whose sites?"), queryset=Organisation.objects.none())
    layout = forms.ChoiceField(
        label=_("What do you upload?"),
        choices=Layout.choices,
        initial=Layout.LIST,
        widget=forms.RadioSelect,
    )
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        help_text=_(
            "CSV, Excel (XLSX), OpenDocument (ODS), GeoPackage or GeoJSON; at most 25 MB. An "
            "extract of the building register is a ZIP file with its tables bygning, grund and "
            "ejendomsrelation."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def __init__(self, *args: Any, owners: list[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self._owners = sorted(owners, key=lambda one: in_danish_order(one.name))
        field: Any = self.fields["owner"]
        field.queryset = Organisation.objects.filter(pk__in=[one.pk for one in owners])
        # Nothing is chosen beforehand: a list that goes to the wrong owner is hard to find again.
        named = [(one.pk, one.name) for one in self._owners]
        field.choices = [("", gettext("Choose")), *named]
        if len(owners) == 1:
            del self.fields["owner"]

    def clean_file(self) -> File[bytes]:
        """A file that can be a list at all."""
        return checked_list(
            self.cleaned_data["file"],
            ENDINGS,
            otherwise=gettext("Choose a CSV, XLSX, ODS, GeoPackage, GeoJSON or ZIP file."),
        )

    def whose(self) -> Organisation:
        """Whose sites they are."""
        found: Organisation = self.cleaned_data.get("owner") or self._owners[0]
        return found
