"""The filters of the public pages: what to show of the matrix, the rules, and the differences."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taskforce.rules.fact import Case
from taskforce.rules.standing import Adoption, Layer
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.queries.index import Wanted
from taskforce.web.guidelines.queries.matrix import (
    CLAUSES,
    DIFFERENT,
    MUNICIPALITIES,
    OWN,
    Asked,
)
from taskforce.web.guidelines.queries.standing import Standing


def spoken(text: Text) -> str:
    """A text of the rulebook in the language of the page."""
    return text.in_language(get_language() or "da")


class AskedForm(forms.Form):
    """What somebody wants to see of the matrix; what cannot be understood is left out."""

    chapter = forms.ChoiceField(label=_("Chapter"), required=False)
    state = forms.ChoiceField(label=_("Only clauses that are"), required=False)
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    rows = forms.ChoiceField(
        label=_("Rows"),
        required=False,
        choices=[(CLAUSES, _("Clauses")), (MUNICIPALITIES, _("Municipalities"))],
    )

    def __init__(self, data: Any, standing: Standing) -> None:
        super().__init__(data)
        states = [(one.value, spoken(one.label)) for one in Adoption]
        self._choose("chapter", [(one.key, spoken(one.name)) for one in standing.chapters])
        self._choose("state", [*states, (DIFFERENT, _("Different")), (OWN, _("With own value"))])
        self._choose("municipality", [(one.code, one.name) for one in standing.places])

    def _choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = [("", _("All")), *choices]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """The question."""
        self.is_valid()
        return Asked(**{"rows": CLAUSES} | {k: v for k, v in self.cleaned_data.items() if v})


class WantedForm(forms.Form):
    """Which rules somebody looks for."""

    q = forms.CharField(label=_("Words in the rule"), required=False, max_length=100)
    case = forms.ChoiceField(label=_("Kind of case"), required=False)
    layer = forms.ChoiceField(label=_("Where it comes from"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        cases = [("", _("All")), *((one.value, spoken(one.label)) for one in Case)]
        layers = [("", _("All")), *((one.value, spoken(one.label)) for one in Layer)]
        self.fields["case"].choices = cases  # type: ignore[attr-defined]
        self.fields["layer"].choices = layers  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """The question."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("q", ""), given.get("case", ""), given.get("layer", ""))


class PairForm(forms.Form):
    """Two of the same, to be compared."""

    one = forms.ChoiceField(label=_("This"))
    other = forms.ChoiceField(label=_("With this"))

    def __init__(self, data: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        for name in ("one", "other"):
            self.fields[name].choices = [("", _("Choose")), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Something compared with itself says nothing."""
        given = super().clean() or {}
        if given.get("one") and given.get("one") == given.get("other"):
            raise forms.ValidationError(_("Choose two that are not the same."))
        return given
