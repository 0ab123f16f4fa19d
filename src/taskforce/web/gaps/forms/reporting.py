"""Say what is missing: few questions, and only those whose answers help somebody."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.forms import KeptEmpty
from taskforce.web.gaps.actions.files import ACCEPT
from taskforce.web.gaps.forms.place import PlaceForm
from taskforce.web.gaps.models import Kind, Since, Whereabouts, Wrong
from taskforce.web.gaps.models.gap import LONGEST

_KEY = re.compile(r"[0-9a-f]{32}")
SAID = ("kind", "whereabouts", "wrong", "operator", "what", "since")
# Facts that belong to one kind of report only.
ONLY = {"whereabouts": Kind.MOBILE, "wrong": Kind.OBJECTION}


class WhatForm(forms.Form):
    """What may be corrected later: where indoors or out, what, since when, and which operator."""

    whereabouts = forms.ChoiceField(
        label=_("Where is it missing?"),
        choices=Whereabouts.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say where it is missing.")},
    )
    wrong = forms.ChoiceField(
        label=_("What is wrong?"),
        choices=Wrong.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what is wrong on the map.")},
    )
    what = forms.CharField(
        label=_("What does not work?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leave out names, telephone numbers and other personal matters."),
    )
    since = forms.ChoiceField(
        label=_("Since when?"), choices=[("", _("I don't know")), *Since.choices], required=False
    )
    operator = forms.CharField(
        label=_("Operator"),
        required=False,
        max_length=60,
        help_text=_("The firm that you pay for the line or the telephone."),
    )

    def ask_for(self, kind: str) -> None:
        """What belongs to another kind need not be said."""
        for name, only in ONLY.items():
            if name in self.fields:
                self.fields[name].required = kind == only

    def drop_others(self, kind: str) -> None:
        """What was said all the same of another kind is left out."""
        for name, only in ONLY.items():
            if kind != only:
                self.cleaned_data[name] = ""


class ReportForm(KeptEmpty, WhatForm, PlaceForm):
    """The whole report. The key tells a second click from a second report."""

    kind = forms.ChoiceField(
        label=_("What is missing?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what is missing.")},
    )
    sent_key = forms.CharField(max_length=32, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *args: Any, **options: Any) -> None:
        super().__init__(data, *args, **options)
        if data is not None:
            self.ask_for(data.get("kind", ""))
            self.fields["q"].required = not data.get("at", "").strip()

    def clean_sent_key(self) -> str:
        key: str = self.cleaned_data["sent_key"]
        if not _KEY.fullmatch(key):
            raise forms.ValidationError(gettext("Open the page anew, and try again."))
        return key

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if "kind" in given:
            self.drop_others(given["kind"])
        return given

    def said(self) -> dict[str, Any]:
        """What was said, by the names of the model."""
        return {name: self.cleaned_data[name] for name in SAID}


class SendForm(ReportForm):
    """The same once more, unseen, with what is added before it is sent."""

    photo = forms.FileField(
        label=_("Photo or proof"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=_(
            "JPEG, PNG or PDF, at most 8 MB. We take out where and when a photo was taken. "
            "Only the municipality and the taskforce see it."
        ),
    )
    email = forms.EmailField(
        label=_("Mail"),
        required=False,
        max_length=254,
        help_text=_(
            "Only if you want a mail when you are answered. Nobody sees the address, "
            "and you confirm it first."
        ),
    )

    @property
    def added(self) -> list[forms.BoundField]:
        """What is asked on the last page."""
        return [self["photo"], self["email"]]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What was said on the page before, to be sent along."""
        names = [name for name in self.fields if name not in ("photo", "email")]
        return [(name, str(self[name].value() or "")) for name in names]
