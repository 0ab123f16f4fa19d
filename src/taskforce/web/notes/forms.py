"""The two small forms below everything that people work on."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.notes.content import ACCEPT
from taskforce.web.notes.models import LONGEST_TEXT


class NoteForm(forms.Form):
    """A few words."""

    text = forms.CharField(
        label=_("New note"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ChangedNoteForm(NoteForm):
    """The same words, mended."""

    text = forms.CharField(
        label=_("Note"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 6})
    )


class AttachedFile(forms.FileField):
    """One file; its content is checked where all contents are, also that it is not empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            label=_("Attach a file"),
            help_text=_("PDF, Word, Excel, OpenDocument, CSV, TXT, PNG or JPEG; at most 25 MB."),
            allow_empty_file=True,
            widget=forms.FileInput(attrs={"accept": ACCEPT}),
            **options,
        )


class FileForm(forms.Form):
    """One file."""

    file = AttachedFile()
