"""What the one who reported is asked on the receipt."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.gaps.forms.reporting import ONLY, WhatForm
from taskforce.web.gaps.models import Gap
from taskforce.web.gaps.models.gap import LONGEST

_CORRECTED = ("whereabouts", "wrong", "what", "since", "operator")


class CorrectForm(WhatForm):
    """Change what was said; another place or another kind is another report."""

    def __init__(self, data: Any = None, *, gap: Gap) -> None:
        told = {name: getattr(gap, name) for name in _CORRECTED}
        super().__init__(data, initial=told)
        for name, only in ONLY.items():
            if gap.kind != only:
                del self.fields[name]

    def said(self) -> dict[str, Any]:
        """What is to be changed."""
        return {name: self.cleaned_data[name] for name in self.fields}


class FollowForm(forms.Form):
    """A mail address for the answer."""

    email = forms.EmailField(
        label=_("Mail"), max_length=254, error_messages={"required": _("Write a mail address.")}
    )


class ReopenForm(forms.Form):
    """Why the answer is not enough."""

    text = forms.CharField(
        label=_("Why is the answer not enough?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say why the answer is not enough.")},
    )
