"""Open a dialogue, or say what stops an operator in a municipality."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.dialogue.forms.choices import among, clauses
from taskforce.web.dialogue.models import Dialogue, DialogueKind, Obstacle
from taskforce.web.dialogue.models.message import LONGEST
from taskforce.web.dialogue.queries.access import candidates, opens_for
from taskforce.web.notes.forms import AttachedFile
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind


class _Opening(forms.ModelForm):  # type: ignore[type-arg]
    """What both have in common: whose it is, a subject, and a first message."""

    text = forms.CharField(
        label=_("First message"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 6})
    )
    file = AttachedFile(required=False)
    opened_for = forms.ModelChoiceField(
        label=_("On whose behalf?"), queryset=Organisation.objects.none(), empty_label=None
    )

    class Meta:
        model = Dialogue
        fields: ClassVar = ["title", "municipality"]
        help_texts: ClassVar = {
            "title": _("In a few words, without names of people."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].required = True

    def _for(self, sides: list[Organisation]) -> None:
        """The only side that somebody speaks for need not be chosen."""
        self._sides = sides
        if len(sides) > 1:
            among(self.fields["opened_for"], sides)
        else:
            del self.fields["opened_for"]

    @property
    def text_and_files(self) -> tuple[str, list[Any]]:
        """The first message and what comes with it."""
        file = self.cleaned_data.get("file")
        return self.cleaned_data["text"], [file] if file else []

    def _facts(self, *names: str) -> dict[str, Any]:
        given = self.cleaned_data
        side = given.get("opened_for") or next(iter(self._sides), None)
        return {**{name: given[name] for name in names}, "opened_for": side}


class DialogueForm(_Opening):
    """A dialogue with those whom one chooses."""

    others = forms.ModelMultipleChoiceField(
        label=_("Other parties"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The municipality and the taskforce take part by themselves."),
    )
    field_order = ["opened_for", "title", "municipality", "others", "text", "file"]  # noqa: RUF012

    def __init__(self, *args: Any, caller: Caller, **options: Any) -> None:
        super().__init__(*args, **options)
        every = list(candidates(caller))
        is_one = OrganisationKind.MUNICIPALITY
        own = [one for one in opens_for(caller) if one.kind == is_one]
        known = own or Organisation.objects.filter(kind=is_one, closed_on__isnull=True)
        among(self.fields["municipality"], known, nobody=str(_("The whole region")))
        among(self.fields["others"], [one for one in every if one.kind != is_one or own])
        if own:
            self.initial.setdefault("municipality", own[0].pk)
        self._for(opens_for(caller))

    def facts(self) -> dict[str, Any]:
        """The values of the new dialogue."""
        return self._facts("title", "municipality")


class ObstacleForm(_Opening):
    """What stops an operator; the municipality and the taskforce read it, no other operator."""

    field_order = ["opened_for", "municipality", "obstacle", "rule", "title", "text", "file"]  # noqa: RUF012

    class Meta(_Opening.Meta):
        fields: ClassVar = ["title", "municipality", "obstacle", "rule"]
        widgets: ClassVar = {"obstacle": forms.RadioSelect}

    def __init__(self, *args: Any, caller: Caller, **options: Any) -> None:
        super().__init__(*args, **options)
        is_one = OrganisationKind.MUNICIPALITY
        every = Organisation.objects.filter(kind=is_one, closed_on__isnull=True)
        among(self.fields["municipality"], every, nobody="---------")
        self.fields["municipality"].required = True
        what: forms.ChoiceField = self.fields["obstacle"]  # type: ignore[assignment]
        what.required, what.choices = True, Obstacle.choices
        self.fields["rule"] = forms.ChoiceField(
            label=self.fields["rule"].label,
            required=False,
            choices=lambda: clauses(str(_("No clause, or I do not know"))),
        )
        self.order_fields(self.field_order)
        operators = OrganisationKind.OPERATOR
        self._for([one for one in opens_for(caller) if one.kind == operators])

    def facts(self) -> dict[str, Any]:
        """The values of the new dialogue."""
        named = self._facts("title", "municipality", "obstacle", "rule")
        return {**named, "kind": DialogueKind.OBSTACLE}
