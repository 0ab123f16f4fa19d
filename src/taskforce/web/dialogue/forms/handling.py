"""Agree on something, bring a party in, mend the subject, and filter the list."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.commitments.forms.list_filter import ListFilter
from taskforce.web.dialogue.forms.choices import among, clauses
from taskforce.web.dialogue.models import Agreement, Dialogue, DialogueKind, Participant
from taskforce.web.dialogue.queries.access import candidates, parties_of
from taskforce.web.dialogue.queries.listing import CLOSED, OPEN, Asked
from taskforce.web.frame.forms import DayInput
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Person


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg]
    """What is done, by whom, and by when."""

    class Meta:
        model = Agreement
        fields: ClassVar = ["what", "owner", "due"]
        formfield_callback = field_of

    def __init__(self, *args: Any, dialogue: Dialogue, **options: Any) -> None:
        super().__init__(*args, **options)
        among(self.fields["owner"], parties_of(dialogue), nobody=str(_("The taskforce")))


class DoneForm(forms.Form):
    """On which day something was done."""

    on = forms.DateField(label=_("Done on"), widget=DayInput, initial=localdate)


class PartyForm(forms.ModelForm):  # type: ignore[type-arg]
    """An organisation that is brought in."""

    class Meta:
        model = Participant
        fields: ClassVar = ["organisation", "sees_earlier"]

    def __init__(self, *args: Any, dialogue: Dialogue, caller: Caller, **options: Any) -> None:
        super().__init__(*args, **options)
        among(self.fields["organisation"], candidates(caller, dialogue), nobody="---------")


class ContactForm(forms.ModelForm):  # type: ignore[type-arg]
    """The person at a party to whom the mails go."""

    class Meta:
        model = Participant
        fields: ClassVar = ["person"]
        help_texts: ClassVar = {
            "person": _("Without one, the mails go to those who speak for the organisation.")
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        there = Person.objects.filter(
            organisation=self.instance.organisation_id, left_on__isnull=True
        )
        choice: forms.ModelChoiceField[Person] = self.fields["person"]  # type: ignore[assignment]
        choice.queryset = there.exclude(email="")


class ChangeForm(forms.ModelForm):  # type: ignore[type-arg]
    """Mend the subject; for an obstacle also what stops, and the clause."""

    class Meta:
        model = Dialogue
        fields: ClassVar = ["title", "obstacle", "rule"]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["rule"] = forms.ChoiceField(
            label=self.fields["rule"].label,
            required=False,
            choices=lambda: clauses(str(_("No clause, or I do not know"))),
        )
        self.fields["title"].required = True
        if not self.instance.is_obstacle:
            del self.fields["obstacle"]
        else:
            self.fields["obstacle"].required = True


class AskedForm(ListFilter):
    """What somebody wants to see of the dialogues."""

    words = _("Subject, party, words or number")
    kinds = DialogueKind.choices
    states: ClassVar = [(OPEN, _("Open")), (CLOSED, _("Closed"))]

    def asked(self) -> Asked:
        """The question as the list understands it."""
        return Asked(**self.given())
