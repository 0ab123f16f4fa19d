"""Keep a municipality's number within the bounds that the rulebook sets for it."""

from __future__ import annotations

from math import isfinite

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.rules.rule import Parameter
from taskforce.web.frame.templatetags.numbers import number

_DECIMALS = 2


def refuse_out_of_bounds(value: float, parameter: Parameter) -> None:
    """Say between which numbers the value must lie; where there is no bound, 0 is the least."""
    least = parameter.least if parameter.least is not None else 0.0
    most = parameter.most
    if isfinite(value) and least <= value and (most is None or value <= most):
        return
    if most is None:
        raise ValidationError(_("Write a number of at least %(least)s.") % {"least": plain(least)})
    raise ValidationError(
        _("Write a number from %(least)s to %(most)s.")
        % {"least": plain(least), "most": plain(most)}
    )


def plain(value: float) -> str:
    """A number as the reader writes it, without needless decimals."""
    return number(value, 0 if float(value).is_integer() else _DECIMALS)
