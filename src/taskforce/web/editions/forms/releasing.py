"""The words that go with an approval: what readers are told, in both languages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.editions.actions.releasing import Note

_MOST = 2000


def _words(label: Any, **more: Any) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=_MOST, widget=area, **more)


class NoteForm(forms.Form):
    """The note that everybody can read beside the new figures."""

    note_da = _words(
        _("What has happened, in Danish"),
        help_text=_("For everybody to read, for example: new figures from the operators."),
    )
    note_en = _words(_("What has happened, in English"))

    def note(self) -> Note:
        """The words as they were written."""
        return Note(self.cleaned_data["note_da"], self.cleaned_data["note_en"])


class ReasonForm(NoteForm):
    """Why an earlier edition is put on show again."""

    note_da = _words(
        _("Why you go back, in Danish"),
        help_text=_("For everybody to read, for example: a municipality was missing."),
    )
    note_en = _words(_("Why you go back, in English"))
