"""Upload a plan: the file, of which day it is, and what holds for every row in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.base import File
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.timezone import localdate
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from taskforce.siting.plan_list.promise import Sureness, Terms
from taskforce.vocabulary.technology import FIXED, Technology
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.frame.forms import DayInput
from taskforce.web.notes.content import checked_list
from taskforce.web.people.models import Organisation
from taskforce.web.plans.actions.plans import Told
from taskforce.web.plans.models import Openness, RolloutPlan

ENDINGS = ("csv", "xlsx", "ods", "gpkg", "geojson", "json")
ACCEPT = ",".join(f".{ending}" for ending in ENDINGS)
_KBPS_PER_MBPS = 1000
_SPEED = (MinValueValidator(Decimal("0.1")), MaxValueValidator(Decimal(100_000)))
_TECHNOLOGIES = (*FIXED, Technology.MOBILE, Technology.SATELLITE)


class VersionForm(forms.Form):
    """The next version of a plan."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_(
            "Addresses, postcodes or areas: CSV, Excel (XLSX), OpenDocument (ODS), GeoPackage or "
            "GeoJSON; at most 25 MB. The new version replaces the one before as a whole."
        ),
    )
    said_on = forms.DateField(label=_("The day of the plan"), widget=DayInput())
    source = forms.CharField(
        label=_("Where does it come from?"),
        max_length=200,
        help_text=_("Such as “Roll-out plan, third quarter” or “Mail from the planning team”."),
    )
    technology = forms.ChoiceField(
        label=_("Technology"),
        help_text=_("This and what follows holds for the rows that do not say otherwise."),
    )
    download = forms.DecimalField(label=_("Download in Mbit/s"), validators=_SPEED, localize=True)
    upload = forms.DecimalField(label=_("Upload in Mbit/s"), validators=_SPEED, localize=True)
    due = forms.DateField(
        label=_("Built by"),
        widget=DayInput(),
        help_text=_("The last day on which it is to be ready. The ledger holds you to it."),
    )
    sureness = forms.ChoiceField(
        label=_("Certainty"),
        help_text=_("What is only considered is not counted as a promise."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        language = get_language() or "da"
        named = [(one.value, one.label.in_language(language)) for one in _TECHNOLOGIES]
        sure = [(one.value, one.label.in_language(language)) for one in Sureness]
        self.fields["technology"].choices = named  # type: ignore[attr-defined]
        self.fields["sureness"].choices = sure  # type: ignore[attr-defined]
        self.fields["sureness"].initial = Sureness.PLANNED.value
        self.fields["said_on"].initial = localdate()

    def clean_file(self) -> File[bytes]:
        """A file that can be a plan at all."""
        return checked_list(
            self.cleaned_data["file"],
            ENDINGS,
            otherwise=gettext("Choose a CSV, XLSX, ODS, GeoPackage or GeoJSON file."),
        )

    def clean_said_on(self) -> Any:
        """A day that has been: nobody can have said it later."""
        day = self.cleaned_data["said_on"]
        if day > localdate():
            raise forms.ValidationError(gettext("The day of the plan lies in the future."))
        return day

    def told(self) -> Told:
        """What is said about the file."""
        given = self.cleaned_data
        terms = Terms(
            Technology(given["technology"]),
            int(given["download"] * _KBPS_PER_MBPS),
            int(given["upload"] * _KBPS_PER_MBPS),
            given["due"],
            Sureness(given["sureness"]),
        )
        return Told(given["said_on"], given["source"], terms)


class PlanForm(VersionForm):
    """A new plan, with its first version."""

    operator = forms.ModelChoiceField(label=_("Operator"), queryset=Organisation.objects.none())
    name = forms.CharField(
        label=_("Name of the plan"),
        max_length=120,
        help_text=_("By which you know it again, such as “Fibre in the villages 2027”."),
    )
    openness = forms.ChoiceField(
        label=_("Who may see the plan?"),
        choices=Openness.choices,
        initial=Openness.CONFIDENTIAL,
        widget=forms.RadioSelect,
        help_text=_("Another operator never sees what is confidential. You can change it later."),
    )
    field_order = ("operator", "name", "openness")

    def __init__(
        self, *args: Any, operators: list[Organisation], own: list[int], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._own = own
        self._operators = sorted(operators, key=lambda one: in_danish_order(one.name))
        field: Any = self.fields["operator"]
        field.queryset = Organisation.objects.filter(pk__in=[one.pk for one in operators])
        named = [(one.pk, one.name) for one in self._operators]
        field.choices = [("", gettext("Choose")), *named]
        if len(operators) == 1:
            del self.fields["operator"]
        # Only the operator itself may say that everyone can see it.
        if not own:
            del self.fields["openness"]

    def whose(self) -> Organisation:
        """Whose plan it is."""
        found: Organisation = self.cleaned_data.get("operator") or self._operators[0]
        return found

    def plan(self) -> RolloutPlan:
        """The plan that is asked for; nobody makes another one's plan public."""
        given, operator = self.cleaned_data, self.whose()
        says = given.get("openness") if operator.pk in self._own else None
        return RolloutPlan(
            operator=operator, name=given["name"], openness=says or Openness.CONFIDENTIAL
        )
