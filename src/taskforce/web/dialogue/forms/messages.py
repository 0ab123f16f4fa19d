"""Write a message, and choose who reads it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.actions.messages import Said
from taskforce.web.dialogue.forms.choices import among
from taskforce.web.dialogue.models import Audience
from taskforce.web.dialogue.models.message import LONGEST
from taskforce.web.notes.forms import AttachedFile
from taskforce.web.people.models import Organisation


class MessageForm(forms.Form):
    """A message; with several parties, who reads it is chosen."""

    text = forms.CharField(
        label=_("Message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5})
    )
    audience = forms.ChoiceField(
        label=_("Who reads it"),
        choices=Audience.choices,
        widget=forms.RadioSelect,
        initial=Audience.ALL,
    )
    readers = forms.ModelMultipleChoiceField(
        label=_("Chosen parties"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Counts only when you write to chosen parties."),
    )
    file = AttachedFile(required=False)

    def __init__(self, *args: Any, others: list[Organisation], own: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        among(self.fields["readers"], others)
        left_out = set() if len(others) > 1 else {Audience.SOME}
        # The taskforce has no other side of its own to write to.
        words = {} if own else {Audience.OWN: str(_("The taskforce only"))}
        choice: forms.ChoiceField = self.fields["audience"]  # type: ignore[assignment]
        choice.choices = [
            (one.value, words.get(one, one.label)) for one in Audience if one not in left_out
        ]
        if left_out:
            del self.fields["readers"]

    def said(self) -> Said:
        """What is to be written."""
        given = self.cleaned_data
        audience = Audience(given["audience"])
        chosen = given.get("readers", ()) if audience == Audience.SOME else ()
        return Said(given["text"], audience, tuple(chosen))

    @property
    def enclosed(self) -> list[Any]:
        """What goes with it."""
        return [self.cleaned_data["file"]] if self.cleaned_data.get("file") else []


class WordsForm(forms.Form):
    """A few words to all parties, when a dialogue is closed or taken up again."""

    text = forms.CharField(
        label=_("What came of it?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4})
    )
