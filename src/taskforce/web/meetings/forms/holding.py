"""Answer an invitation, add to the agenda, and write down what happened."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.dialogue.forms.choices import among
from taskforce.web.meetings.models import AgendaItem, Answer, Invitee, Meeting, Outcome
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


class MinutesForm(forms.ModelForm):  # type: ignore[type-arg]
    """The minutes, saved as often as one likes."""

    class Meta:
        model = Meeting
        fields: ClassVar = ["minutes"]
        widgets: ClassVar = {"minutes": forms.Textarea(attrs={"rows": 18})}


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
