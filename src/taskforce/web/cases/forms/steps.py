"""Write down what has happened, send the application, say which papers are enclosed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import Case, EventKind
from taskforce.web.cases.steps import steps_from
from taskforce.web.cases.two_languages import both
from taskforce.web.frame.forms import DayInput


class EventForm(forms.Form):
    """The next step of a case, as its state allows."""

    kind = forms.ChoiceField(label=_("What happened"))
    on = forms.DateField(label=_("Day"), widget=DayInput)
    reason = forms.CharField(
        label=_("Reason, or what is missing"),
        required=False,
        max_length=500,
        help_text=_("Needed when somebody has to wait: they are told."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    waits_for_applicant = forms.BooleanField(
        label=_("We are waiting for the applicant"), required=False, initial=True
    )

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        options.setdefault("initial", {"on": localdate(), "waits_for_applicant": True})
        super().__init__(*args, **options)
        steps = steps_from(case.state, case.events.all())
        self.fields["kind"].choices = [(one.value, one.label) for one in steps]  # type: ignore[attr-defined]

    def event(self) -> dict[str, Any]:
        """What has been filled in."""
        given = self.cleaned_data
        return {**given, "kind": EventKind(given["kind"])}


class SendForm(forms.Form):
    """The day on which the municipality got the application; a municipality alone may date back."""

    on = forms.DateField(label=_("Received on"), widget=DayInput)

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        if not case.registrar.is_municipality:
            del self.fields["on"]

    def day(self) -> date:
        """Today, unless the municipality says another day."""
        return self.cleaned_data.get("on") or localdate()


class PapersForm(forms.Form):
    """Which of the papers that the check asks for are enclosed."""

    papers = forms.MultipleChoiceField(
        label=_("Enclosed with the application"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, papers: list[dict[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        asked = [(one["rule"], both(one["paper"])) for one in papers]
        self.fields["papers"].choices = asked  # type: ignore[attr-defined]
