"""Add a party, write a message, ask for a statement and take its answer down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import Audience, Message, Party, Statement
from taskforce.web.cases.models.message import LONGEST
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.forms import DayInput


class PartyForm(forms.ModelForm):  # type: ignore[type-arg]
    """Somebody whom the case concerns."""

    class Meta:
        model = Party
        fields: ClassVar = ["role", "name", "contact"]


class MessageForm(forms.ModelForm):  # type: ignore[type-arg]
    """A message, and who reads it."""

    class Meta:
        model = Message
        fields: ClassVar = ["text", "audience"]
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST})}

    def __init__(self, *args: Any, readers: Iterable[Audience], **options: Any) -> None:
        super().__init__(*args, **options)
        among = [(one.value, one.label) for one in readers]
        self.fields["audience"].choices = among  # type: ignore[attr-defined]


class StatementForm(forms.ModelForm):  # type: ignore[type-arg]
    """Ask somebody for a statement."""

    class Meta:
        model = Statement
        fields: ClassVar = ["asked_from", "about", "asked_on", "due"]
        formfield_callback = field_of

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("initial", {"asked_on": localdate()})
        super().__init__(*args, **options)


class AnswerForm(forms.Form):
    """What was answered, and on which day."""

    answer = forms.CharField(
        label=_("Answer"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    on = forms.DateField(label=_("Answered on"), widget=DayInput)
