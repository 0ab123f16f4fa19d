"""Set conditions and write down the decision."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import Case, CaseKind, Condition, Decision, Outcome
from taskforce.web.cases.texts import ConditionText, conditions_for, route, routes_for
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.templatetags.spoken import spoken

_LONGEST_CHOICE = 90
_OUTCOMES = {
    CaseKind.DIG: (Outcome.PERMITTED, Outcome.WITH_CONDITIONS, Outcome.REFUSED),
    CaseKind.MAST: (Outcome.PERMITTED, Outcome.WITH_CONDITIONS, Outcome.REFUSED),
    CaseKind.LEASE: (Outcome.AGREED, Outcome.REFUSED),
}


class TakeConditionForm(forms.Form):
    """Choose a condition of the library that the case does not have yet."""

    key = forms.ChoiceField(label=_("Condition from the library"))

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        had = set(case.conditions.values_list("library_key", flat=True))
        self.left = {one.key: one for one in conditions_for(case.kind) if one.key not in had}
        among = [(key, _short(spoken(one.text))) for key, one in self.left.items()]
        self.fields["key"].choices = among  # type: ignore[attr-defined]

    def condition(self) -> ConditionText:
        """The one that was chosen."""
        return self.left[self.cleaned_data["key"]]


class ConditionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A condition of one's own, or one of the library fitted to the case."""

    class Meta:
        model = Condition
        fields: ClassVar = ["text", "text_en"]
        widgets: ClassVar = {
            name: forms.Textarea(attrs={"rows": 3}) for name in ("text", "text_en")
        }


class DecisionForm(forms.ModelForm):  # type: ignore[type-arg]
    """The decision, the number under which it was given, and how to complain."""

    reference = forms.CharField(
        label=_("Case number in the municipality's own system"),
        max_length=60,
        help_text=_("The permit itself is given there, under this number."),
    )
    field_order = ["outcome", "decided_on", "reference"]  # noqa: RUF012 - Django reads it so

    class Meta:
        model = Decision
        fields: ClassVar = [
            "outcome",
            "decided_on",
            "reasons",
            "appeal_route",
            "appeal_until",
            "appeal_text",
        ]
        formfield_callback = field_of
        widgets: ClassVar = {
            "reasons": forms.Textarea(attrs={"rows": 6}),
            "appeal_text": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts: ClassVar = {
            "appeal_until": _("Left empty, it is counted from the decision or its publication."),
            "appeal_text": _("Left empty, the text of the library is used."),
        }

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        begun = {"decided_on": localdate(), "reference": case.reference}
        options.setdefault("initial", begun)
        super().__init__(*args, **options)
        outcomes = [(one.value, one.label) for one in _OUTCOMES[CaseKind(case.kind)]]
        self.fields["outcome"].choices = outcomes  # type: ignore[attr-defined]
        ways = [(one.key, spoken(one.body)) for one in routes_for(case.kind)]
        self.fields["appeal_route"] = forms.ChoiceField(label=_("Complaints go to"), choices=ways)

    def facts(self) -> dict[str, Any]:
        """The decision without the case number; an empty period is counted."""
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        chosen = route(given["appeal_route"])
        if (
            given["appeal_until"] is None
            and chosen
            and chosen.weeks
            and not chosen.from_publication
        ):
            decided: date = given["decided_on"]
            given["appeal_until"] = decided + timedelta(weeks=chosen.weeks)
        return given


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1].rstrip()}…"
