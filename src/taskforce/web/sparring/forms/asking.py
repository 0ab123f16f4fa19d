"""Ask the taskforce, and choose among what has been asked."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import Case, CaseState
from taskforce.web.commitments.models import Commitment
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.frame.forms import DayInput
from taskforce.web.notes.forms import AttachedFile
from taskforce.web.people.models import Organisation
from taskforce.web.sites.models import Site
from taskforce.web.sparring.models import Question, State, Topic
from taskforce.web.sparring.models.message import LONGEST
from taskforce.web.sparring.queries.listing import Asked

Choices = list[tuple[str, str | list[tuple[str, str]]]]


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]
    """A question; whoever asks for one municipality can say what of its own it is about."""

    text = forms.CharField(
        label=_("Question"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 7})
    )
    about = forms.ChoiceField(
        label=_("Is it about something that is here already?"), required=False
    )
    file = AttachedFile(required=False)
    field_order = ["municipality", "subject", "topic", "text", "wished_by", "about", "file"]  # noqa: RUF012

    class Meta:
        model = Question
        fields: ClassVar = ["municipality", "subject", "topic", "wished_by"]
        widgets: ClassVar = {"wished_by": DayInput()}
        help_texts: ClassVar = {
            "subject": _("In a few words, without names of people."),
            "wished_by": _("Leave it empty if five working days will do."),
        }

    def __init__(self, *args: Any, places: list[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        self._only = places[0] if len(places) == 1 else None
        if self._only:
            del self.fields["municipality"]
            self.fields["about"].choices = things_of(self._only)  # type: ignore[attr-defined]
        else:
            named = sorted(places, key=lambda one: in_danish_order(one.name))
            choices = [("", "---------"), *((one.pk, one.name) for one in named)]
            self.fields["municipality"].choices = choices  # type: ignore[attr-defined]
            del self.fields["about"]

    def facts(self) -> dict[str, Any]:
        """The values of the new question."""
        given = self.cleaned_data
        kind, _colon, pk = given.get("about", "").partition(":")
        about = {kind: _KINDS[kind].objects.get(pk=pk)} if kind else {}
        names = ("subject", "topic", "wished_by")
        place = self._only or given["municipality"]
        return {"municipality": place, **{name: given[name] for name in names}, **about}

    @property
    def enclosed(self) -> list[Any]:
        """What goes with it."""
        return [self.cleaned_data["file"]] if self.cleaned_data.get("file") else []


_KINDS: dict[str, Any] = {"commitment": Commitment, "case": Case, "site": Site}


def things_of(place: Organisation) -> Choices:
    """A municipality's commitments, cases and public sites, to choose one from."""
    groups = (
        ("commitment", _("Commitments"), Commitment.objects.filter(municipality=place)),
        (
            "case",
            _("Cases"),
            Case.objects.filter(municipality=place).exclude(state=CaseState.DRAFT),
        ),
        ("site", _("Public sites"), Site.objects.filter(owner=place)),
    )
    offered = [(str(label), [_choice(kind, one) for one in found]) for kind, label, found in groups]
    return [("", str(_("No, or it is not here"))), *((name, few) for name, few in offered if few)]


def _choice(kind: str, thing: Model) -> tuple[str, str]:
    return f"{kind}:{thing.pk}", str(thing)


class AskedForm(forms.Form):
    """What somebody wants to see of the questions."""

    text = forms.CharField(label=_("Subject, words or number"), required=False, max_length=100)
    topic = forms.ChoiceField(
        label=_("Topic"), required=False, choices=[("", _("All")), *Topic.choices]
    )
    state = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("All")), *State.choices]
    )
    municipality = forms.ChoiceField(label=_("Municipality"), required=False)
    overdue = forms.BooleanField(label=_("Overdue only"), required=False)

    def __init__(self, *args: Any, places: list[Organisation], **options: Any) -> None:
        super().__init__(*args, **options)
        named = sorted(places, key=lambda one: in_danish_order(one.name))
        choices = [("", _("All")), *((one.code, one.name) for one in named)]
        self.fields["municipality"].choices = choices  # type: ignore[attr-defined]
        if len(places) <= 1:
            del self.fields["municipality"]

    @property
    def fields_to_fill(self) -> list[forms.BoundField]:
        """Those that are not boxes to tick."""
        return [self[name] for name in self.fields if name != "overdue"]

    def asked(self) -> Asked:
        """The question; what cannot be understood is left out."""
        self.is_valid()
        return Asked(**{name: value for name, value in self.cleaned_data.items() if value})
