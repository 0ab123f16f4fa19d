"""The numbers that the three methods of a market rent ask for, and the rent that was agreed."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from taskforce.rules import rent
from taskforce.rules.kroner import MOST_DKK
from taskforce.rules.rent_figures import Comparable, ExtraCost, MarketRent, RentMethod
from taskforce.web.cases.forms.amounts import AmountField
from taskforce.web.cases.models import Rent
from taskforce.web.commitments.forms.fields import field_of
from taskforce.web.frame.forms import DayInput

_MOST_M2 = 1_000_000
_ROWS = (1, 2, 3, 4, 5)


class RentForm(forms.Form):
    """What every method asks for: the costs beside the rent."""

    cost_what = forms.CharField(
        label=_("A cost beside the rent"),
        required=False,
        max_length=80,
        help_text=_("For example power or access. It stands beside the rent and never in it."),
    )
    cost_dkk = AmountField(label=_("Kroner a year for it"), most=MOST_DKK, required=False)

    def clean(self) -> dict[str, Any]:
        """A cost has both a name and an amount."""
        given = self.cleaned_data
        if not self.errors and bool(given.get("cost_what")) != (given.get("cost_dkk") is not None):
            self.add_error("cost_dkk", gettext("Write both what it is and how much it costs."))
        return given

    def costs(self) -> tuple[ExtraCost, ...]:
        """The costs beside the rent."""
        given = self.cleaned_data
        if not given["cost_what"]:
            return ()
        return (ExtraCost(given["cost_what"], given["cost_dkk"]),)

    @abstractmethod
    def rent(self) -> MarketRent:
        """The market rent by the form's method."""

    def rows(self) -> Iterator[list[BoundField]]:
        """The fields, those of one line together."""
        own = [[self[name]] for name in self.fields if not name.startswith("cost_")]
        yield from [*own, [self["cost_what"], self["cost_dkk"]]]


class ValuationForm(RentForm):
    """Method I: the public valuation."""

    value_dkk_per_m2 = AmountField(label=_("Public valuation in kroner per m²"), most=_MOST_M2)
    area_m2 = AmountField(label=_("Leased area in m²"), most=_MOST_M2, least="0.01")
    return_percent = AmountField(
        label=_("Rate of return in per cent a year"),
        most=100,
        help_text=_("The market's own; the state's guide names none."),
    )
    price_change_percent = AmountField(
        label=_("Change of prices since the valuation, in per cent"),
        most=1_000,
        least="-100",
        required=False,
        help_text=_("Only where the valuation is old."),
    )

    def rent(self) -> MarketRent:
        given = self.cleaned_data
        names = ("value_dkk_per_m2", "area_m2", "return_percent", "price_change_percent")
        return rent.from_valuation(
            **{name: given[name] for name in names}, extra_costs=self.costs()
        )


class ComparablesForm(RentForm):
    """Method II: leases that everybody can read about."""

    area_m2 = AmountField(label=_("Leased area in m²"), most=_MOST_M2, least="0.01")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for row in _ROWS:
            must = row <= rent.FEWEST_COMPARABLES
            self.fields |= {
                f"place_{row}": forms.CharField(
                    label=_("Known lease"), max_length=120, required=must
                ),
                f"dkk_{row}": AmountField(label=_("Kroner a year"), most=MOST_DKK, required=must),
                f"m2_{row}": AmountField(
                    label=_("Area in m²"), most=_MOST_M2, least="0.01", required=must
                ),
                f"source_{row}": forms.CharField(
                    label=_("Public source"), max_length=300, required=must
                ),
            }

    def clean(self) -> dict[str, Any]:
        """A further lease is told whole, or not at all."""
        given = super().clean()
        for row in _ROWS:
            told = [given.get(name) not in (None, "") for name in _names(row)]
            if not self.errors and any(told) and not all(told):
                words = gettext("Write the whole lease: place, rent, area and public source.")
                self.add_error(f"place_{row}", words)
        return given

    def rent(self) -> MarketRent:
        told = [[self.cleaned_data[name] for name in _names(row)] for row in _ROWS]
        known = [Comparable(*one) for one in told if one[0]]
        area = self.cleaned_data["area_m2"]
        return rent.from_comparables(known, area_m2=area, extra_costs=self.costs())

    def rows(self) -> Iterator[list[BoundField]]:
        yield [self["area_m2"]]
        yield from ([self[name] for name in _names(row)] for row in _ROWS)
        yield [self["cost_what"], self["cost_dkk"]]


class ValuerForm(RentForm):
    """Method III: a professional valuer."""

    dkk_per_year = AmountField(label=_("The valuer's rent in kroner a year"), most=MOST_DKK)
    valuer = forms.CharField(label=_("Valuer"), max_length=120)
    on = forms.DateField(label=_("Valued on"), widget=DayInput)

    def rent(self) -> MarketRent:
        given = self.cleaned_data
        amount, who = given["dkk_per_year"], given["valuer"]
        return rent.from_valuer(amount, valuer=who, on=given["on"], extra_costs=self.costs())


FORMS: dict[RentMethod, type[RentForm]] = {
    RentMethod.VALUATION: ValuationForm,
    RentMethod.COMPARABLES: ComparablesForm,
    RentMethod.VALUER: ValuerForm,
}


class AgreedForm(forms.ModelForm):  # type: ignore[type-arg]
    """The rent as it was agreed, which the landlord alone sees."""

    agreed_dkk = AmountField(
        label=_("Agreed rent in kroner a year"), most=99_999_999, decimal_places=2, required=False
    )

    class Meta:
        model = Rent
        fields: ClassVar = ["agreed_dkk", "agreed_on", "note"]
        formfield_callback = field_of
        widgets: ClassVar = {"note": forms.Textarea(attrs={"rows": 3})}


def _names(row: int) -> tuple[str, ...]:
    return tuple(f"{name}_{row}" for name in ("place", "dkk", "m2", "source"))
