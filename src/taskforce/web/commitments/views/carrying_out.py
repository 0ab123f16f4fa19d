"""Do what a valid form asks; what cannot be is said in the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role


def carried_out(form: BaseForm, act: Callable[[dict[str, Any]], object]) -> bool:
    """Whether the form was valid and its act was done."""
    if not form.is_valid():
        return False
    try:
        act(form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)
        return False
    return True


def writes_for_another(caller: Caller, place: str) -> bool:
    """Whether the caller fills in on behalf of the municipality rather than as one of its own."""
    return not caller.holds(place, Role.COORDINATOR)
