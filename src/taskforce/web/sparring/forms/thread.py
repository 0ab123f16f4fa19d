"""Write in the thread of a question, take it, close it, and take it up again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.forms import DayInput
from taskforce.web.notes.forms import AttachedFile
from taskforce.web.sparring.actions.questions import Said
from taskforce.web.sparring.models import Effect
from taskforce.web.sparring.models.message import LONGEST


class _Thread(forms.Form):
    """A message with a file; the box says whether the other side has the word after it."""

    text = forms.CharField(
        label=_("Message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    counts = forms.BooleanField(required=False, initial=True)
    file = AttachedFile(required=False)

    def said(self) -> Said:
        """What is to be written."""
        return Said(self.cleaned_data["text"], counts=self.cleaned_data["counts"])

    @property
    def enclosed(self) -> list[Any]:
        """What goes with it."""
        return [self.cleaned_data["file"]] if self.cleaned_data.get("file") else []


class AnswerForm(_Thread):
    """The taskforce's: an answer, or a question back."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        box = self.fields["counts"]
        box.label = _("This is the answer")
        box.help_text = _("Without the tick it is a message or a question back; the clock goes on.")


class FurtherForm(_Thread):
    """The municipality's: a further question, or just a word."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        box = self.fields["counts"]
        box.label = _("I would like an answer to this")
        box.help_text = _("After an answer, the taskforce gets five new working days.")


class TakeForm(forms.Form):
    """By when the one who takes a question answers it."""

    due_on = forms.DateField(label=_("Answer by"), widget=DayInput())


class CloseForm(forms.Form):
    """What came of it, chosen and in words."""

    effect = forms.ChoiceField(
        label=_("What came of it?"), choices=Effect.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("In a few words"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )


class EffectForm(forms.Form):
    """What came of it after all."""

    effect = forms.ChoiceField(
        label=_("What came of it?"), choices=Effect.choices, widget=forms.RadioSelect
    )


class ReopenForm(forms.Form):
    """Why it is taken up again."""

    text = forms.CharField(
        label=_("What is it about now?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
