"""The form of a kind of case, built from the facts of the rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext

from taskforce.rules.fact import Case, Fact, Value
from taskforce.rules.facts import Facts, facts_from
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.errors import Refused
from taskforce.web.checks.forms.fields import field_of
from taskforce.web.checks.forms.saying import in_field


class FactsForm(forms.Form):
    """Asks for facts of one kind of case.

    `only` names the facts, all of the case where it is left out. `asking` wants an answer to
    each, be it "I don't know"; otherwise what is left empty is not known.
    """

    def __init__(
        self,
        data: Any = None,
        *,
        case: Case,
        only: Iterable[str] | None = None,
        asking: bool = False,
        **given: Any,
    ) -> None:
        super().__init__(data, **given)
        self.case = case
        self.book = the_rulebook()
        known = self.book.facts_of(case)
        names = known if only is None else [name for name in only if name in known]
        for name in names:
            self.fields[name] = field_of(known[name], asking=asking)

    def clean(self) -> dict[str, Any]:
        """The engine has the last word on what is a value; it should never have to say it."""
        try:
            facts_from({"case": self.case, **self._known()}, book=self.book)
        except Refused as refused:
            message = gettext("This cannot be right. Please look at it again.")
            self.add_error(refused.column if refused.column in self.fields else None, message)
        return self.cleaned_data

    def facts(self) -> Facts:
        """The facts of a valid form; what was not known is not there."""
        return facts_from({"case": self.case, **self._known()}, book=self.book)

    @property
    def not_known(self) -> tuple[str, ...]:
        """Asked, and answered with "I don't know" or with nothing."""
        return tuple(name for name, value in self.cleaned_data.items() if value is None)

    def _known(self) -> dict[str, Value]:
        return {name: value for name, value in self.cleaned_data.items() if value is not None}


def shown_in_fields(values: Mapping[str, Value], facts: Mapping[str, Fact]) -> dict[str, Any]:
    """Values as the `initial` of a form, so that they can be changed."""
    return {name: in_field(value, facts[name]) for name, value in values.items() if name in facts}
