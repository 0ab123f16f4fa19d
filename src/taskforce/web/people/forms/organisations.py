"""What is asked about an organisation, its shared addresses, and a talk with it."""

from __future__ import annotations

from copy import copy
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.forms import DayInput
from taskforce.web.people.models import ContactLog, Organisation, Person, RoleAddress


class Details(forms.ModelForm):  # type: ignore[type-arg]
    """Some facts of a thing. The thing itself is left alone: an action alone may change it."""

    def __init__(self, data: Any = None, *, of: models.Model | None = None, **given: Any) -> None:
        super().__init__(data, instance=copy(of), **given)


def _website(label: Any) -> forms.URLField:
    """Somebody who leaves out https:// means it."""
    return forms.URLField(label=label, required=False, assume_scheme="https")


class OrganisationForm(Details):
    """An organisation. Its kind says which numbers belong to it."""

    website = _website(_("Website"))

    class Meta:
        model = Organisation
        fields = ("kind", "name", "code", "cvr", "website")
        help_texts: ClassVar = {
            "code": _("Four digits, for a municipality only, such as 0340."),
            "cvr": _("Eight digits."),
        }


class ClosingForm(Details):
    """The same, when it is known already: it can also have closed."""

    website = _website(_("Website"))

    class Meta:
        model = Organisation
        fields = ("name", "cvr", "website", "closed_on")
        widgets: ClassVar = {"closed_on": DayInput()}


class RoleAddressForm(Details):
    """A shared mailbox, number or page of a role."""

    website = _website(_("Web page"))

    class Meta:
        model = RoleAddress
        fields = ("kind", "email", "phone", "website", "source", "as_of")
        widgets: ClassVar = {"as_of": DayInput()}
        help_texts: ClassVar = {"source": _("For example: the municipality's website.")}


class ContactLogForm(Details):
    """One talk, and what comes next."""

    class Meta:
        model = ContactLog
        fields = ("held_on", "channel", "summary", "next_step", "next_step_on")
        widgets: ClassVar = {
            "held_on": DayInput(),
            "next_step_on": DayInput(),
            "summary": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts: ClassVar = {
            "summary": _("The organisation can read it. Write nothing private about anybody.")
        }


class PersonForm(Details):
    """Somebody at work."""

    class Meta:
        model = Person
        fields = ("name", "title", "email", "phone", "source")
        help_texts: ClassVar = {"source": _("For example: told by the municipality on 3 March.")}
