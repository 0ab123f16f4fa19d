"""Read an amount as people type it, and never a thousand as one."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from taskforce.web.checks.forms.saying import Ambiguous, number_typed

_LONGEST = 40
# With both signs there is no doubt which of them parts thousands: 12.000,50 or 12,000.50.
_BOTH = re.compile(r"\d{1,3}(\.\d{3})+,\d+|\d{1,3}(,\d{3})+\.\d+")
_UNITS = ("kr.", "kr", "kroner", "m²", "m2", "%")


class AmountField(forms.DecimalField):
    """Kroner, square metres or per cent, with the decimal sign of either language."""

    def __init__(self, *, label: Any, most: int, least: str = "0", **options: Any) -> None:
        super().__init__(
            label=label,
            min_value=Decimal(least),
            max_value=most,
            max_digits=13,
            localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            **{"decimal_places": 4} | options,
        )

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        if value in self.empty_values:
            return None
        try:
            return Decimal(str(number_typed(_ungrouped(str(value)[:_LONGEST]), _UNITS)))
        except Ambiguous:
            message = gettext("Write a thousand as 1000, so that it cannot be read as 1.")
            raise ValidationError(message) from None
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


def _ungrouped(text: str) -> str:
    found = _BOTH.search(text)
    if found is None:
        return text
    thousands = "." if found[1] else ","
    return text[: found.start()] + found[0].replace(thousands, "") + text[found.end() :]
