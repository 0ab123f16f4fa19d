"""Choose the kind of case whose handling times are shown."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import CaseKind


class TimesForm(forms.Form):
    """One kind of case; digs where nothing sensible is asked for."""

    kind = forms.ChoiceField(label=_("Kind"), choices=CaseKind.choices)

    def asked(self) -> CaseKind:
        """The kind that was asked for."""
        return CaseKind(self.cleaned_data["kind"]) if self.is_valid() else CaseKind.DIG
