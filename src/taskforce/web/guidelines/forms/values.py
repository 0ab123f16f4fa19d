"""The forms for a value of the municipality's own: propose, return, end."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.rules.quantity import unit_in_words
from taskforce.rules.rule import Holding, Parameter
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.forms import DayInput
from taskforce.web.guidelines.forms.asked import spoken
from taskforce.web.guidelines.models import LocalValue

_COLUMNS = {Holding.NUMBER: "number", Holding.YES_NO: "yes_no", Holding.TEXT: "text"}


class AboutForm(forms.Form):
    """Which value of the rules it is about."""

    about = forms.ChoiceField(label=_("Which value?"))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose a value")),
            *(
                (f"{rule.id}.{name}", f"{rule.id} {spoken(held.meaning)}")
                for rule in the_rulebook().rules.values()
                for name, held in rule.parameters.items()
                if held.local
            ),
        ]

    @property
    def rule_and_parameter(self) -> tuple[str, str]:
        """The id of the rule, and the name of its parameter."""
        rule, _dot, parameter = self.cleaned_data["about"].partition(".")
        return rule, parameter


class ValueForm(forms.ModelForm):  # type: ignore[type-arg]
    """One value with its reason and its days; only the column of its kind is asked for."""

    class Meta:
        model = LocalValue
        fields = ("number", "yes_no", "text", "reason", "source_url", "valid_from", "valid_to")
        formfield_callback = field_of
        widgets: ClassVar = {"reason": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, parameter: Parameter, **given: Any) -> None:
        super().__init__(*args, **given)
        for kind, name in _COLUMNS.items():
            if kind != parameter.kind:
                del self.fields[name]
        unit = spoken(unit_in_words(parameter.unit))
        asked = self.fields[_COLUMNS[parameter.kind]]
        asked.required = parameter.kind != Holding.YES_NO
        asked.label = f"{spoken(parameter.meaning)} ({unit})" if unit else spoken(parameter.meaning)
        if parameter.kind == Holding.YES_NO:
            yes_no = [("true", _("Yes")), ("false", _("No"))]
            self.fields["yes_no"].widget = forms.RadioSelect(choices=yes_no)

    def _post_clean(self) -> None:
        """The row as a whole is looked at when it is written, with its rule and its days."""


class ReturnForm(forms.Form):
    """What is to be mended before the value can count."""

    returned_because = forms.CharField(
        label=_("What is to be mended"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class EndForm(forms.Form):
    """The last day on which the value counts."""

    last_day = forms.DateField(label=_("Last day"), widget=DayInput)
