"""The filter of the list, and the owner that many white spots get at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.people.models import Account
from taskforce.web.spots.models import SpotKind
from taskforce.web.spots.queries import listing
from taskforce.web.spots.queries.listing import Asked

_STATES = (
    (listing.OPEN_ONES, _("In the newest mapping")),
    (listing.OVERDUE, _("Overdue")),
    (listing.GONE, _("No longer in the mapping")),
    ("all", _("All")),
)
_ANSWERS = (
    ("", _("All")),
    (listing.ANSWERED, _("Answered by somebody")),
    (listing.UNANSWERED, _("Answered by nobody")),
)


class AskedForm(forms.Form):
    """What somebody wants to see of the white spots."""

    q = forms.CharField(label=_("Words or number"), required=False, max_length=120)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All")), *SpotKind.choices]
    )
    state = forms.ChoiceField(label=_("Status"), required=False, choices=_STATES)
    owner = forms.ChoiceField(label=_("Who follows it up"), required=False)
    answers = forms.ChoiceField(label=_("Operators' answers"), required=False, choices=_ANSWERS)
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)

    def __init__(
        self, *args: Any, places: list[tuple[str, str]], owners: list[Account], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        own = [(listing.NOBODY, gettext("Nobody")), (listing.MINE, gettext("Myself"))]
        people = [(str(one.pk), one.name) for one in owners]
        _among(self.fields["owner"], [("", gettext("All")), *own, *people])
        _among(self.fields["municipality"], [("", gettext("All")), *places])
        if len(places) <= 1:
            del self.fields["municipality"]

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return Asked(**{name: value for name, value in self.cleaned_data.items() if value})


class AssignForm(forms.Form):
    """The white spots that were ticked, and who follows them up from now on."""

    owner = forms.ChoiceField(label=_("Who follows them up"), required=False)
    spots = forms.MultipleChoiceField(
        error_messages={"required": _("Tick the white spots first.")},
        widget=forms.MultipleHiddenInput,
    )

    def __init__(self, *args: Any, owners: list[Account], spots: list[int], **options: Any) -> None:
        super().__init__(*args, **options)
        _among(
            self.fields["owner"],
            [("", gettext("Nobody")), *((str(one.pk), one.name) for one in owners)],
        )
        _among(self.fields["spots"], [(str(pk), str(pk)) for pk in spots])


def _among(field: forms.Field, found: list[Any]) -> None:
    field.choices = found  # type: ignore[attr-defined]
