"""What the pages of the second factor ask about the one who looks at them."""

from __future__ import annotations

from typing import Any

from django import template

from taskforce.web.people.caller import caller_of
from taskforce.web.people.second_factor import is_owed

register = template.Library()


@register.simple_tag(takes_context=True)
def owes_second_factor(context: dict[str, Any]) -> bool:
    """Whether a second factor has to be set up before anything else opens."""
    request = context["request"]
    return is_owed(request, caller_of(request))
