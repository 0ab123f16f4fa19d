"""Write down where a municipality stands, or several at once."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.commitments.actions.participation import NewStatus
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.commitments.models import ParticipationStep, Status
from taskforce.web.commitments.queries.standing import municipalities
from taskforce.web.people.models import Organisation, OrganisationKind


class StatusForm(forms.ModelForm):  # type: ignore[type-arg]
    """The next step of one municipality."""

    class Meta:
        model = ParticipationStep
        fields: ClassVar = ["status", "since", "evidence", "evidence_url"]
        formfield_callback = field_of

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        reached = [one for one in Status.choices if one[0] != Status.NOT_CONTACTED]
        self.fields["status"].choices = [("", "---------"), *reached]  # type: ignore[attr-defined]

    def new_status(self) -> NewStatus:
        """What has been filled in."""
        given = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return NewStatus(**given | {"status": Status(given["status"])})


class RegisterForm(StatusForm):
    """The same step for several municipalities, on behalf of each of them."""

    places = forms.ModelMultipleChoiceField(
        label=_("Municipalities"),
        queryset=Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY),
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["places"]  # noqa: RUF012 - Django reads it so

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        in_order = [(one.pk, one.name) for one in municipalities()]
        self.fields["places"].choices = in_order  # type: ignore[attr-defined]
