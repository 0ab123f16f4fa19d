"""Where the case lies, which kind it is, and the day whose rules count."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.rules.fact import Case
from taskforce.vocabulary.places import load_region
from taskforce.web.frame import edition
from taskforce.web.frame.forms import DayInput

_FIRST, _LAST = date(2000, 1, 1), date(2099, 12, 31)
_NO_DAY = _("Give a day between 2000 and 2099.")
# Danish order: æ, ø and å stand last.
_LAST_LETTERS = str.maketrans("ÆØÅæøå", "{|}{|}")

WANTED = {
    Case.DIG: _("Dig in or beside a road"),
    Case.MAST: _("Put up a mast or an antenna"),
    Case.LEASE: _("Rent land or a building for a mast"),
    Case.GRANT: _("Apply for the state's broadband grant"),
}


def municipalities() -> list[tuple[str, str]]:
    """Code and name of the region's municipalities, by name."""
    places = load_region().municipalities
    found = [(one.code, one.name) for one in places]
    return sorted(found, key=lambda place: place[1].translate(_LAST_LETTERS))


class PlaceForm(forms.Form):
    """A municipality of the region and a day; today where no day is given."""

    municipality = forms.ChoiceField(
        label=_("Municipality"),
        error_messages={
            "required": _("Choose the municipality that the place lies in."),
            "invalid_choice": _("The region has no such municipality. Choose one from the list."),
        },
    )
    on = forms.DateField(
        label=_("The rules of this day"),
        required=False,
        widget=DayInput,
        help_text=_("Rules change. The answer counts the rules in force on this day."),
        error_messages={"invalid": _NO_DAY},
    )

    def __init__(self, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        among: forms.ChoiceField = self.fields["municipality"]  # type: ignore[assignment]
        among.choices = [("", _("Choose a municipality")), *municipalities()]

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"] or localdate()
        if not _FIRST <= day <= _LAST:
            raise forms.ValidationError(_NO_DAY)
        return day


class StartForm(PlaceForm):
    """The kind of case, and where; an address may stand for the municipality."""

    case = forms.ChoiceField(
        label=_("What do you want to do?"),
        widget=forms.RadioSelect,
        choices=[(kind.value, wanted) for kind, wanted in WANTED.items()],
        error_messages={"required": _("Choose what you want to do.")},
    )
    q = forms.CharField(
        label=_("Address"),
        required=False,
        max_length=120,
        help_text=_("Street and number. Or choose the municipality below."),
    )
    field_order = ("case", "q", "municipality", "on")

    def __init__(self, data: Any = None, **given: Any) -> None:
        super().__init__(data, **given)
        if edition.latest() is None:
            del self.fields["q"]
        elif data and data.get("q", "").strip():
            self.fields["municipality"].required = False
