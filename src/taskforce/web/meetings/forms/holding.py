"""Answer an invitation, add to the agenda, and write down what happened."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.dialogue.forms.choices import among
from taskforce.web.meetings.models import AgendaItem, Answer, Invitee, Meeting, Outcome
from taskforce.web.meetings.models.meeting import LONGEST
from taskforce.web.meetings.queries.access import invited
from taskforce.web.people.models import Organisation

_ANSWERS = [(one.value, one.label) for one in (Answer.YES, Answer.NO, Answer.SUBSTITUTE)]


class AnswerForm(forms.Form):
    """Whether one comes, or who comes instead."""

    answer = forms.ChoiceField(label=_("Do you come?"), choices=_ANSWERS, widget=forms.RadioSelect)
    substitute = forms.CharField(
        label=_("Who comes instead?"),
        max_length=120,
        required=False,
        help_text=_("Only if somebody else comes. The name is deleted a year after the meeting."),
    )


class ItemForm(forms.ModelForm):  # type: ignore[type-arg]
    """An item of one's own."""

    class Meta:
        model = AgendaItem
        fields: ClassVar = ["title"]


class MinutesForm(forms.Form):
    """The minutes, a field for each item and one for all else; saved as often as one likes."""

    def __init__(
        self, data: QueryDict | None = None, *, meeting: Meeting, items: list[AgendaItem]
    ) -> None:
        super().__init__(data)
        self._items = {f"item_{one.pk}": one for one in items}
        for number, (name, one) in enumerate(self._items.items(), 1):
            self.fields[name] = _words(f"{number}. {one.heading}")
            self.initial[name] = one.minutes
        label = _("Other remarks") if items else _("Minutes")
        self.fields["minutes"] = _words(label, rows=4 if items else 14)
        self.initial["minutes"] = meeting.minutes

    @property
    def general(self) -> str | None:
        """What belongs under no item; None where it was not sent."""
        return self._sent("minutes")

    @property
    def under_items(self) -> dict[AgendaItem, str]:
        """What belongs under each item that was sent."""
        told = ((one, self._sent(name)) for name, one in self._items.items())
        return {one: text for one, text in told if text is not None}

    @property
    def kept(self) -> list[str]:
        """The fields that were sent and are known; while typing, only those that changed are."""
        return [name for name in self.fields if name in self.data]

    def _sent(self, name: str) -> str | None:
        # Browsers end lines in two ways; the same words are the same minutes.
        return self.cleaned_data[name].replace("\r\n", "\n") if name in self.data else None


def _words(label: Any, rows: int = 3) -> forms.CharField:
    field = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, max_length=LONGEST, widget=field)


class AttendanceForm(forms.Form):
    """Who came."""

    came = forms.ModelMultipleChoiceField(
        label=_("Who came?"),
        queryset=Invitee.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, meeting: Meeting, **options: Any) -> None:
        super().__init__(*args, **options)
        rows = list(invited(meeting))
        field: Any = self.fields["came"]
        field.queryset = invited(meeting)
        field.choices = [(one.pk, _shown(one)) for one in rows]
        coming = (Answer.YES, Answer.SUBSTITUTE)
        seen = meeting.held_at is not None
        self.initial["came"] = [
            one.pk for one in rows if (one.attended if seen else one.answer in coming)
        ]


class OutcomeForm(forms.ModelForm):  # type: ignore[type-arg]
    """A decision, or an action with its owner and its day."""

    class Meta:
        model = Outcome
        fields: ClassVar = ["kind", "text", "owner", "due"]
        formfield_callback = field_of
        help_texts: ClassVar = {
            "owner": _("Only for an action. A municipality gets it as a commitment."),
            "due": _("Only for an action."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        every = Organisation.objects.filter(closed_on__isnull=True)
        among(self.fields["owner"], every, nobody=str(_("The taskforce")))


def _shown(one: Invitee) -> str:
    name = one.substitute or one.name
    return f"{one.side}: {name}" if name else one.side
