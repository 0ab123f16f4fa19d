"""Plan a meeting, once or as a series, and change it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.forms.choices import among
from taskforce.web.meetings.actions.planning import MOST_IN_A_SERIES, Repeats
from taskforce.web.meetings.models import Meeting
from taskforce.web.meetings.queries.inviting import GROUPS, Guest, guests
from taskforce.web.people.models import Organisation, OrganisationKind

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_A_WEEK, _LAST = 7, 4
# Years outside these are slips of the pen, and the first and the last have no hour of our own.
_FIRST_YEAR, _NO_YEAR = 2000, 2100
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6}
_REPEATS = (
    ("", _("No")),
    ("fortnight", _("Every other week")),
    ("month", _("Every month, the same weekday")),
    ("quarter", _("Every third month, the same weekday")),
    ("half_year", _("Every half year, the same weekday")),
)


class MomentInput(forms.DateTimeInput):
    """A day and an hour, picked in the browser's own calendar."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


def _field(field: models.Field[Any, Any], **options: Any) -> forms.Field | None:
    if isinstance(field, models.URLField):
        options["assume_scheme"] = "https"
    found: forms.Field | None = field.formfield(**options)
    return found


class MeetingForm(forms.ModelForm):  # type: ignore[type-arg]
    """When, where, and what about."""

    class Meta:
        model = Meeting
        fields: ClassVar = [
            "kind",
            "title",
            "starts_at",
            "ends_at",
            "location",
            "online_url",
            "municipality",
            "about",
            "public",
            "public_text",
        ]
        formfield_callback = _field
        widgets: ClassVar = {
            "starts_at": MomentInput,
            "ends_at": MomentInput,
            "about": forms.Textarea(attrs={"rows": 4}),
            "public_text": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts: ClassVar = {
            "municipality": _("Only for a visit, or a meeting about one municipality."),
            "about": _("For those who are invited. It stands in the invitation."),
            "public_text": _("Write no names of people. The agenda is never shown to everybody."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        places = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
        among(self.fields["municipality"], places, nobody=str(_("The whole region")))

    def clean_starts_at(self) -> datetime:
        """A day that calendars can reckon with."""
        return _sensible(self.cleaned_data["starts_at"])

    def clean_ends_at(self) -> datetime:
        """The same."""
        return _sensible(self.cleaned_data["ends_at"])

    @property
    def facts(self) -> dict[str, Any]:
        """The values of the meeting's own fields."""
        return {name: self.cleaned_data[name] for name in MeetingForm.Meta.fields}


class InviteForm(forms.Form):
    """Whom to invite: groups, or chosen organisations."""

    groups = forms.MultipleChoiceField(
        label=_("Invite groups"),
        choices=GROUPS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    organisations = forms.ModelMultipleChoiceField(
        label=_("Invite organisations"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those who speak for them are invited, else their contacts."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        among(self.fields["organisations"], Organisation.objects.filter(closed_on__isnull=True))

    @property
    def guests(self) -> list[Guest]:
        """Everybody who is meant."""
        return guests(self.cleaned_data["groups"], self.cleaned_data["organisations"])


class PlanForm(InviteForm, MeetingForm):
    """A new meeting with its guests; a series gives one for each day."""

    repeats = forms.ChoiceField(label=_("Does it come again?"), choices=_REPEATS, required=False)
    times = forms.IntegerField(
        label=_("How many times in all?"),
        min_value=2,
        max_value=MOST_IN_A_SERIES,
        required=False,
        help_text=_("Only for a series. Each meeting can be moved for itself."),
    )

    field_order = [*MeetingForm.Meta.fields, "repeats", "times", "groups", "organisations"]  # noqa: RUF012

    def clean(self) -> dict[str, Any]:
        """A series needs a number."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("repeats") and not cleaned.get("times"):
            self.add_error("times", _("Write how many times the meeting is held."))
        return cleaned

    @property
    def series(self) -> Repeats | None:
        """How the meeting comes again."""
        how = self.cleaned_data["repeats"]
        if not how:
            return None
        begins = localtime(self.cleaned_data["starts_at"]).date()
        return Repeats(_rule(how, begins), self.cleaned_data["times"])


def _sensible(moment: datetime) -> datetime:
    if not _FIRST_YEAR <= moment.year < _NO_YEAR:
        raise forms.ValidationError(_("Choose a day in this century."))
    return moment


def _rule(how: str, begins: date) -> str:
    if how == "fortnight":
        return "FREQ=WEEKLY;INTERVAL=2"
    week = (begins.day - 1) // _A_WEEK
    # Not every month has a fifth Tuesday; the last one is meant.
    which = -1 if week >= _LAST else week + 1
    return f"FREQ=MONTHLY;INTERVAL={_MONTHS[how]};BYDAY={which}{_DAYS[begins.weekday()]}"
