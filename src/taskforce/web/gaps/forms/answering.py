"""What a municipality fills in: the filter of the list, the answer, the days and the texts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.checks.forms.place import municipalities
from taskforce.web.gaps.models import GapState, Kind, Outcome
from taskforce.web.gaps.models.answering import MOST_DAYS
from taskforce.web.gaps.models.step import LONGEST_TEXT
from taskforce.web.gaps.queries.listing import OPEN_ONES, OVERDUE, Asked
from taskforce.web.people.models import Organisation


class AskedForm(forms.Form):
    """What somebody wants to see of the reports."""

    q = forms.CharField(label=_("Words or number"), required=False, max_length=120)
    state = forms.ChoiceField(label=_("Status"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        own = [(OPEN_ONES, gettext("Not answered")), (OVERDUE, gettext("Overdue"))]
        _among(self.fields["state"], [("", gettext("All")), *own, *GapState.choices])
        _among(self.fields["kind"], [("", gettext("All")), *Kind.choices])
        _among(self.fields["municipality"], [("", gettext("All")), *places])
        if len(places) <= 1:
            del self.fields["municipality"]

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return Asked(**{name: value for name, value in self.cleaned_data.items() if value})


class AnswerForm(forms.Form):
    """The answer that stands on the receipt."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the answer comes to.")},
    )
    text = forms.CharField(
        label=_("Answer"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("The one who reported reads it on the receipt, and gets it by mail if wished."),
        error_messages={"required": _("Write an answer.")},
    )
    everyone = forms.BooleanField(label=_("Give the same answer to all of them"), required=False)

    def __init__(self, *args: Any, alike: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if not alike:
            del self.fields["everyone"]


class PassOnForm(forms.Form):
    """Which municipality a report is for."""

    municipality = forms.ChoiceField(
        label=_("Municipality"),
        error_messages={"required": _("Choose the municipality that the place lies in.")},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        among = [("", gettext("Choose a municipality")), *municipalities()]
        _among(self.fields["municipality"], among)


class DaysForm(forms.Form):
    """Within how many days a municipality answers."""

    days = forms.IntegerField(
        label=_("Days until the answer"),
        min_value=1,
        max_value=MOST_DAYS,
        help_text=_("It counts for new reports, and stands on their receipts."),
    )


class TemplateForm(forms.Form):
    """A text to begin answers with."""

    municipality = forms.ChoiceField(label=_("For whom"), required=False)
    title = forms.CharField(label=_("Title"), max_length=80)
    text = forms.CharField(
        label=_("Text"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(
        self,
        *args: Any,
        places: list[Organisation],
        for_everyone: bool,
        choosing: bool = True,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        everyone = [("", gettext("All municipalities"))] if for_everyone else []
        _among(self.fields["municipality"], [*everyone, *((one.code, one.name) for one in places)])
        self.fields["municipality"].required = not for_everyone
        if not choosing:
            del self.fields["municipality"]


def _among(field: forms.Field, found: list[Any]) -> None:
    field.choices = found  # type: ignore[attr-defined]
