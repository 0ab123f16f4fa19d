"""Say who sees what of a site, whether it is on offer, what it costs, and show a photo of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.forms import DayInput
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.sites.actions.photos import ACCEPT
from taskforce.web.sites.models import FIELDS, LABELS, Audience, Availability, Site


class AudiencesForm(forms.Form):
    """To whom each of the closer facts is shown, and which operators they are meant for."""

    operators = forms.ModelMultipleChoiceField(
        label=_("Operators that it is meant for"),
        required=False,
        queryset=Organisation.objects.filter(
            kind=OrganisationKind.OPERATOR, closed_on__isnull=True
        ),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick nobody, and all operators see what you show to operators."),
    )

    def __init__(self, *args: Any, site: Site, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in FIELDS:
            self.fields[name] = forms.ChoiceField(
                label=LABELS[name], choices=Audience.choices, initial=site.audience_of(name)
            )
        self.fields["operators"].initial = [one.operator_id for one in site.readers.all()]
        self.order_fields([*FIELDS, "operators"])

    def audiences(self) -> dict[str, str]:
        """The audience of each field."""
        return {name: self.cleaned_data[name] for name in FIELDS}


class AvailabilityForm(forms.Form):
    """Whether a mast can come there, and since when."""

    availability = forms.ChoiceField(
        label=_("Availability"), choices=Availability.choices, widget=forms.RadioSelect
    )
    on = forms.DateField(label=_("From"), widget=DayInput)

    def __init__(self, *args: Any, site: Site, **options: Any) -> None:
        options.setdefault("initial", {"availability": site.availability, "on": localdate()})
        super().__init__(*args, **options)


class RentForm(forms.Form):
    """What the owner asks."""

    annual_dkk = forms.DecimalField(
        label=_("Rent in kroner a year"),
        required=False,
        min_value=0,
        max_digits=10,
        decimal_places=2,
        help_text=_("Nobody outside your organisation sees it, the taskforce included."),
    )


class PhotoForm(forms.Form):
    """A photo, and what it shows for those who cannot see it."""

    photo = forms.FileField(
        label=_("Photo"),
        required=False,
        allow_empty_file=True,
        help_text=_("JPEG or PNG, at most 8 MB. Where and when it was taken is removed from it."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    photo_alt = forms.CharField(
        label=_("What the photo shows"),
        max_length=200,
        help_text=_(
            "For those who cannot see it. For example: The water tower seen from the road."
        ),
    )

    def __init__(self, *args: Any, site: Site, **options: Any) -> None:
        options.setdefault("initial", {"photo_alt": site.photo_alt})
        super().__init__(*args, **options)
        self.fields["photo"].required = not site.photo
