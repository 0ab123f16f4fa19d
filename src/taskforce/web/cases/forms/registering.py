"""Begin a case, and change what it is called and where it lies."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models import Case, CaseKind
from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.people.models import Organisation, OrganisationKind

_LANDLORDS = (
    OrganisationKind.LANDLORD,
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.REGION,
    OrganisationKind.STATE,
)
_HELP = {
    CaseKind.DIG: _("For example: Fibre in Storgade, Sorø."),
    CaseKind.MAST: _("For example: Mast at Lynge, 36 metres."),
    CaseKind.LEASE: _("For example: Antennas on the water tower in Dianalund."),
}


class CaseForm(forms.ModelForm):  # type: ignore[type-arg]
    """What a case is called, where it is, and who asks."""

    class Meta:
        model = Case
        fields: ClassVar = ["title", "whereabouts", "municipality", "applicant", "landlord"]
        help_texts: ClassVar = {
            "whereabouts": _("Road and number, or the name of the property."),
            "applicant": _("Leave it empty for somebody who is no operator here."),
        }

    def __init__(self, *args: Any, kind: CaseKind, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["title"].help_text = str(_HELP[kind])
        _among(self.fields["municipality"], OrganisationKind.MUNICIPALITY)
        _among(self.fields["applicant"], OrganisationKind.OPERATOR)
        _among(self.fields["landlord"], *_LANDLORDS)
        self.fields["landlord"].required = True
        if kind != CaseKind.LEASE:
            del self.fields["landlord"]

    def without(self, *names: str) -> None:
        """Leave out what is settled already."""
        for name in names:
            self.fields.pop(name, None)


class NewCaseForm(CaseForm):
    """Begin a case on behalf of one's own organisation."""

    registrar = forms.ModelChoiceField(
        label=_("On whose behalf?"), queryset=Organisation.objects.none(), empty_label=None
    )
    field_order = ["registrar"]  # noqa: RUF012 - Django reads it so

    def __init__(
        self, *args: Any, kind: CaseKind, registrars: list[Organisation], **options: Any
    ) -> None:
        super().__init__(*args, kind=kind, **options)
        self.kind, self._registrars = kind, sorted(registrars, key=_order)
        choice: forms.ModelChoiceField[Organisation] = self.fields["registrar"]  # type: ignore[assignment]
        choice.queryset = Organisation.objects.filter(pk__in=[one.pk for one in registrars])
        choice.choices = [(one.pk, one.name) for one in self._registrars]
        if len(registrars) == 1:
            self.without("registrar", *_settled(registrars[0], kind))

    def case(self) -> dict[str, Any]:
        """The facts of the new case; what the registrar settles need not be asked."""
        given = dict(self.cleaned_data)
        registrar = given.pop("registrar", None) or self._registrars[0]
        settled = dict.fromkeys(_settled(registrar, self.kind), registrar)
        return {**given, **settled, "kind": self.kind, "registrar": registrar}


class ChangeCaseForm(CaseForm):
    """Change a case; its municipality is settled once it has been sent."""

    class Meta(CaseForm.Meta):
        fields: ClassVar = [*CaseForm.Meta.fields, "reference"]
        help_texts: ClassVar = {
            **CaseForm.Meta.help_texts,
            "reference": _("The permit itself is given there, under this number."),
        }


def _settled(registrar: Organisation, kind: CaseKind) -> tuple[str, ...]:
    """What follows from who registers the case."""
    if registrar.kind == OrganisationKind.OPERATOR:
        return ("applicant",)
    if registrar.kind == OrganisationKind.MUNICIPALITY:
        return ("municipality",)
    return ("landlord",) if kind == CaseKind.LEASE else ()


def _among(field: forms.Field, *kinds: OrganisationKind) -> None:
    open_ones = Organisation.objects.filter(kind__in=kinds, closed_on__isnull=True)
    field.queryset = open_ones  # type: ignore[attr-defined]
    names = [(one.pk, one.name) for one in sorted(open_ones, key=_order)]
    field.choices = [("", "---------"), *names]  # type: ignore[attr-defined]


def _order(one: Organisation) -> Any:
    return in_danish_order(one.name)
