"""What a reader asks for: some of the news, or mails about an area."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.web.frame.forms import KeptEmpty
from taskforce.web.news.models import Category
from taskforce.web.news.queries.mails import Wanted
from taskforce.web.news.queries.public import Asked
from taskforce.web.people.models import Organisation, OrganisationKind


def _municipalities() -> list[tuple[str, str]]:
    known = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("name")
    return list(known.values_list("code", "name"))


class AskedForm(forms.Form):
    """Which news to show; what makes no sense is left out."""

    category = forms.ChoiceField(label=_("Category"), required=False)
    code = forms.ChoiceField(label=_("Municipality"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        of_category: Any = self.fields["category"]
        of_category.choices = [("", gettext("All")), *Category.choices]
        of_code: Any = self.fields["code"]
        of_code.choices = [("", gettext("All")), *_municipalities()]

    def asked(self) -> Asked:
        """What to show."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(given.get("category", ""), given.get("code", ""))


class AreasForm(forms.Form):
    """Which areas the mails are about."""

    whole_region = forms.BooleanField(label=_("The whole region"), required=False)
    codes = forms.MultipleChoiceField(
        label=_("Municipalities"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        codes: Any = self.fields["codes"]
        codes.choices = _municipalities()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not given.get("whole_region") and not given.get("codes"):
            raise forms.ValidationError(gettext("Choose the whole region, or a municipality."))
        return given

    def chosen(self) -> tuple[str, ...]:
        """The municipalities that were chosen, by code."""
        return tuple(self.cleaned_data["codes"])


class MailForm(KeptEmpty, AreasForm):
    """The same with a mail address."""

    email = forms.EmailField(label=_("Mail"), max_length=254)
    field_order = ("email", "whole_region", "codes")

    def wanted(self, language: str) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        return Wanted(given["email"], given["whole_region"], self.chosen(), language)
