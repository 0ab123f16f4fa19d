"""The forms with which a municipality says what it has decided about the guidelines."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.rules.stand import clauses_on
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.forms import DayInput
from taskforce.web.guidelines.actions.decisions import Decided
from taskforce.web.guidelines.forms.asked import spoken
from taskforce.web.guidelines.models import AdoptionState, ClauseDecision


def versions() -> list[tuple[str, str]]:
    """The versions of the guidelines, the newest first."""
    held = sorted(the_rulebook().versions, key=lambda one: one.since, reverse=True)
    return [(one.name, spoken(one.title)) for one in held]


class DecisionForm(forms.ModelForm):  # type: ignore[type-arg]
    """One decision on some clauses."""

    rules = forms.MultipleChoiceField(
        label=_("Clauses"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick every clause that the decision is about."),
        error_messages={"required": _("Tick at least one clause.")},
    )
    field_order = ("rules", "state", "reason", "decided_on", "minutes_url", "version")

    class Meta:
        model = ClauseDecision
        formfield_callback = field_of
        fields = ("version", "state", "decided_on", "minutes_url", "reason")

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["state"] = forms.ChoiceField(
            label=_("What was decided"), choices=AdoptionState.choices, widget=forms.RadioSelect
        )
        clauses = clauses_on(the_rulebook(), localdate())
        named = [(rule.id, f"{rule.id} {spoken(rule.title)}") for rule in clauses]
        self.fields["rules"].choices = named  # type: ignore[attr-defined]
        self.fields["version"] = forms.ChoiceField(
            label=_("Version of the guidelines"), choices=versions()
        )

    def clean(self) -> dict[str, Any]:
        """A change or a no says why; the clauses themselves are looked at when they are written."""
        given = super().clean() or {}
        if given.get("state") in ("adopted_with_change", "rejected") and not given.get("reason"):
            self.add_error("reason", _("Write what is changed, or why it is rejected."))
        return given

    def decided(self) -> Decided:
        """The decision."""
        return Decided(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class AdoptForm(forms.Form):
    """The municipality follows a version as it stands."""

    version = forms.ChoiceField(label=_("Version of the guidelines"))
    decided_on = forms.DateField(label=_("Day of the decision"), widget=DayInput)
    minutes_url = forms.URLField(
        label=_("Link to the minutes"), required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["version"].choices = versions()  # type: ignore[attr-defined]
