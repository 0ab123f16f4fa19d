"""Log advice: hours on a question, or a talk on the phone with its topic and what came of it."""

from __future__ import annotations

from copy import copy
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.frame.forms import DayInput
from taskforce.web.people.models import ContactLog, Organisation, OrganisationKind
from taskforce.web.sparring.models import Advice

_TALK = ("held_on", "channel", "summary", "next_step", "next_step_on")


class HoursForm(forms.ModelForm):  # type: ignore[type-arg]
    """Time spent on a question."""

    class Meta:
        model = Advice
        fields: ClassVar = ["given_on", "hours"]
        widgets: ClassVar = {"given_on": DayInput()}
        # Hours are written with a comma in Danish.
        localized_fields: ClassVar = ["hours"]

    def __init__(self, data: Any = None, *, of: Advice | None = None, **options: Any) -> None:
        super().__init__(data, instance=copy(of), **options)

    def told(self) -> dict[str, Any]:
        """What is to be logged."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class TalkForm(forms.ModelForm):  # type: ignore[type-arg]
    """Advice given outside the desk; the talk itself goes into the contact log."""

    topic = Advice._meta.get_field("topic").formfield()
    hours = Advice._meta.get_field("hours").formfield(localize=True)
    effect = Advice._meta.get_field("effect").formfield(required=False)
    municipality = forms.ModelChoiceField(
        label=_("Municipality"), queryset=Organisation.objects.none()
    )
    field_order = ["municipality", "topic", "hours", *_TALK, "effect"]  # noqa: RUF012

    class Meta:
        model = ContactLog
        fields = _TALK
        widgets: ClassVar = {
            "held_on": DayInput(),
            "next_step_on": DayInput(),
            "summary": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts: ClassVar = {
            "summary": _("The organisation can read it. Write nothing private about anybody.")
        }

    def __init__(self, *args: Any, of: Advice | None = None, **options: Any) -> None:
        if of is not None:
            known = {"topic": of.topic, "hours": of.hours, "effect": of.effect}
            options = {"instance": copy(of.contact), "initial": known, **options}
        super().__init__(*args, **options)
        if of is not None:
            del self.fields["municipality"]
        else:
            self._offer_places()

    def _offer_places(self) -> None:
        every = Organisation.objects.filter(
            kind=OrganisationKind.MUNICIPALITY, closed_on__isnull=True
        )
        field: Any = self.fields["municipality"]
        field.queryset = every
        named = sorted(every, key=lambda one: in_danish_order(one.name))
        field.choices = [("", "---------"), *((one.pk, one.name) for one in named)]

    def talk(self) -> dict[str, Any]:
        """What stands in the contact log."""
        return {name: self.cleaned_data[name] for name in _TALK}

    def told(self) -> dict[str, Any]:
        """What stands in the log of advice."""
        return {name: self.cleaned_data[name] for name in ("topic", "hours", "effect")}
