"""One field for each kind of fact, each with an "I don't know" where a question is asked."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.rules.fact import Fact, Kind, Value
from taskforce.web.checks.forms.saying import (
    DONT_KNOW,
    LONGEST_NUMBER,
    NO,
    NONE_OF_THEM,
    YES,
    Ambiguous,
    number_typed,
)
from taskforce.web.checks.units import unit_words
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.frame.templatetags.spoken import spoken

_HOME = ZoneInfo("Europe/Copenhagen")
_EARLIEST, _LATEST = 2000, 2099


class Measure(forms.TextInput):
    """A line to type in, with its unit after it and a box for "I don't know" below."""

    template_name = "checks/widgets/measure.html"

    def __init__(
        self, *, unit: str = "", asking: bool, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__(attrs)
        self.unit, self.asking = unit, asking

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        ticked = value == DONT_KNOW
        context = super().get_context(name, "" if ticked else value, attrs)
        told = {"unit": self.unit, "asking": self.asking, "ticked": ticked, "dont_know": DONT_KNOW}
        return context | {"measure": told}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """What was typed; the box counts where nothing was."""
        given = data.getlist(name) if hasattr(data, "getlist") else [data.get(name) or ""]
        typed = next((text for text in given if text and text != DONT_KNOW), "")
        return typed or (DONT_KNOW if DONT_KNOW in given else "")


class Moment(Measure):
    """A day and an hour, picked in the browser's own calendar."""

    input_type = "datetime-local"


class FactField(forms.Field):
    """A fact: cleaned to its value, or to None where it is not known."""

    def __init__(self, fact: Fact, *, asking: bool, **given: Any) -> None:
        self.fact, self.asking = fact, asking
        given.setdefault("error_messages", {"required": self.empty_message})
        super().__init__(
            required=asking, label=spoken(fact.question), help_text=spoken(fact.help), **given
        )

    empty_message: Any = _("Choose an answer. If you are not sure, choose “I don't know”.")

    def clean(self, value: Any) -> Value | None:
        if value in (DONT_KNOW, [DONT_KNOW]):
            return None
        if value in self.empty_values:
            super().clean(value)
            return None
        return self.read(value)

    @abstractmethod
    def read(self, value: Any) -> Value:
        """The value of what was chosen or typed."""


class ChoiceFact(FactField):
    """One of a few answers; yes and no are such too."""

    def __init__(self, fact: Fact, *, asking: bool) -> None:
        super().__init__(fact, asking=asking, widget=forms.RadioSelect)
        yes_no = [(YES, gettext("Yes")), (NO, gettext("No"))]
        self._among = [(value, spoken(text)) for value, text in fact.choices.items()] or yes_no
        last = _("I don't know") if asking else _("Not given")
        self.widget.choices = [*self._among, (DONT_KNOW if asking else "", last)]

    def read(self, value: Any) -> Value:
        if value not in dict(self._among):
            raise forms.ValidationError(gettext("Choose one of the answers on the list."))
        return value == YES if self.fact.kind == Kind.YES_NO else str(value)


class ListFact(FactField):
    """Several answers at once, or expressly none of them."""

    empty_message = _("Tick what applies. If nothing does, tick “None of them”.")

    def __init__(self, fact: Fact, *, asking: bool) -> None:
        super().__init__(fact, asking=asking, widget=forms.CheckboxSelectMultiple)
        among = [(value, spoken(text)) for value, text in fact.choices.items()]
        last = [(DONT_KNOW, _("I don't know"))] if asking else []
        self.widget.choices = [*among, (NONE_OF_THEM, _("None of them")), *last]

    def read(self, value: Any) -> Value:
        chosen = tuple(dict.fromkeys(value if isinstance(value, list) else [value]))
        if len(chosen) > 1 and {NONE_OF_THEM, DONT_KNOW} & set(chosen):
            raise forms.ValidationError(
                gettext("You have ticked both something and nothing. Choose one or the other.")
            )
        if chosen == (NONE_OF_THEM,):
            return ()
        if not set(chosen) <= set(self.fact.choices):
            raise forms.ValidationError(gettext("Choose among the answers on the list."))
        return chosen


class NumberFact(FactField):
    """A number in the unit of the fact, within its bounds."""

    empty_message = _("Write a number, or tick “I don't know”.")

    def __init__(self, fact: Fact, *, asking: bool) -> None:
        self._unit = unit_words(fact.unit)
        attrs = {"inputmode": "decimal", "autocomplete": "off", "maxlength": LONGEST_NUMBER}
        super().__init__(
            fact, asking=asking, widget=Measure(unit=self._unit, asking=asking, attrs=attrs)
        )

    def read(self, value: Any) -> Value:
        typed = str(value)
        try:
            read = number_typed(typed[: LONGEST_NUMBER + 1], (self._unit, self.fact.unit or ""))
        except Ambiguous:
            message = gettext("Write a thousand as 1000, so that it cannot be read as 1.")
            raise forms.ValidationError(message) from None
        except ValueError:
            message = gettext("Write a number in figures, for example 12 or %(half)s.")
            raise forms.ValidationError(message % {"half": number(1.5, 1)}) from None
        return self._within(read, typed)

    def _within(self, read: float, typed: str) -> float:
        least, most = self.fact.least, self.fact.most
        too_long = len(typed) > LONGEST_NUMBER
        if too_long or not (least is None or read >= least) or not (most is None or read <= most):
            raise forms.ValidationError(self._bounds())
        return read

    def _bounds(self) -> str:
        least, most = self.fact.least, self.fact.most
        told = {"unit": self._unit, "least": number(least or 0), "most": number(most or 0)}
        if most is None:
            return gettext("Write a number of at least %(least)s %(unit)s.") % told
        return gettext("Write a number from %(least)s to %(most)s %(unit)s.") % told


class TimeFact(FactField):
    """A day and an hour in Danish time."""

    empty_message = _("Give day and hour, or tick “I don't know”.")

    def __init__(self, fact: Fact, *, asking: bool) -> None:
        super().__init__(fact, asking=asking, widget=Moment(asking=asking))

    def read(self, value: Any) -> Value:
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value)[:40])
        except ValueError:
            message = gettext("Write day and hour as in 2026-11-02T08:00.")
            raise forms.ValidationError(message) from None
        if not _EARLIEST <= moment.year <= _LATEST:
            message = gettext("Give a day between the years %(first)s and %(last)s.")
            raise forms.ValidationError(message % {"first": _EARLIEST, "last": _LATEST})
        return moment if moment.tzinfo else moment.replace(tzinfo=_HOME)


_KINDS: dict[Kind, type[ChoiceFact | ListFact | NumberFact | TimeFact]] = {
    Kind.NUMBER: NumberFact,
    Kind.YES_NO: ChoiceFact,
    Kind.CHOICE: ChoiceFact,
    Kind.LIST: ListFact,
    Kind.TIME: TimeFact,
}


def field_of(fact: Fact, *, asking: bool) -> FactField:
    """The field of a fact; `asking` wants an answer, be it "I don't know"."""
    return _KINDS[fact.kind](fact, asking=asking)
