"""What is asked when somebody gets a role, hands it over, or leaves it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.forms import DayInput
from taskforce.web.people.forms.organisations import Details
from taskforce.web.people.models import Audience, Duty, Organisation, Person

_MANDATE = _("For example: may commit the municipality to the common guidelines.")


class DutyForm(Details):
    """A role: which, from when, and who may see who holds it."""

    class Meta:
        model = Duty
        fields = ("kind", "since", "mandate", "audience", "source")
        widgets: ClassVar = {"since": DayInput()}
        help_texts: ClassVar = {
            "mandate": _MANDATE,
            "audience": _(
                "The public always sees a shared mailbox, and a name only if you say so."
            ),
        }


class ChangedDutyForm(Details):
    """What can change while somebody keeps the role."""

    class Meta:
        model = Duty
        fields = ("mandate", "audience", "source")
        help_texts: ClassVar = {"mandate": _MANDATE}


class ContactForm(forms.Form):
    """A new person together with their first role."""

    name = forms.CharField(label=_("Name"), max_length=120)
    title = forms.CharField(label=_("Job title"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("Work mail"),
        required=False,
        help_text=_("Twice a year we ask here whether the details still hold."),
    )
    phone = forms.CharField(label=_("Work phone"), max_length=30, required=False)
    kind = Duty._meta.get_field("kind").formfield()
    since = forms.DateField(label=_("From"), widget=DayInput())
    mandate = forms.CharField(
        label=_("What they may decide"), max_length=300, required=False, help_text=_MANDATE
    )
    audience = forms.ChoiceField(
        label=_("Who may see it"), choices=Audience.choices, initial=Audience.OPERATORS
    )
    source = forms.CharField(
        label=_("Where we have it from"),
        max_length=200,
        help_text=_("For example: told by the municipality on 3 March."),
    )

    def __init__(self, data: Any = None, *, organisation: Organisation, **given: Any) -> None:
        super().__init__(data, **given)
        self.organisation = organisation

    def clean_name(self) -> str:
        """The same name twice would be two people to ask, and two to erase."""
        name: str = self.cleaned_data["name"]
        here = self.organisation.people.filter(left_on__isnull=True)
        if here.filter(name__iexact=name).exists():
            raise forms.ValidationError(
                _("%(name)s is known here already. Open the person and give them the role there."),
                params={"name": name},
            )
        return name

    @property
    def of_person(self) -> dict[str, Any]:
        return {key: self.cleaned_data[key] for key in ("name", "title", "email", "phone")}

    @property
    def of_duty(self) -> dict[str, Any]:
        return {key: self.cleaned_data[key] for key in ("kind", "since", "mandate", "audience")}


class HandOverForm(forms.Form):
    """Who takes over a role, and from which day."""

    person = forms.ModelChoiceField(
        label=_("Who takes over"),
        queryset=Person.objects.none(),
        help_text=_("Is the person not on the list? Add them to the organisation first."),
    )
    on = forms.DateField(label=_("From"), widget=DayInput())
    source = forms.CharField(label=_("Where we have it from"), max_length=200)

    def __init__(self, data: Any = None, *, people: QuerySet[Person], **given: Any) -> None:
        super().__init__(data, **given)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """The day on which a role ends."""

    on = forms.DateField(label=_("Ends on"), widget=DayInput())


class LeavingForm(forms.Form):
    """The day on which somebody left."""

    on = forms.DateField(label=_("Left on"), widget=DayInput())

    def clean_on(self) -> date:
        """Nobody's account is closed before the day has come."""
        on: date = self.cleaned_data["on"]
        if on > localdate():
            raise forms.ValidationError(_("Choose today, or a day that has been."))
        return on
