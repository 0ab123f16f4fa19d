"""Puts a description for search engines into a page, as data that no browser runs."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from taskforce.web.frame.linked_data import dataset

register = template.Library()
# Nothing in the words may end the element that they stand in.
_ESCAPED = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag(takes_context=True)
def linked_dataset(context: dict[str, Any], name: str, description: str, **more: Any) -> SafeString:
    """Describe figures of the page; see `frame.linked_data.dataset` for what more can be said."""
    told = dataset(context["request"], (str(name), str(description)), **more)
    text = json.dumps(told, ensure_ascii=False).translate(_ESCAPED)
    # Escaped above; the quotes of JSON have to stay quotes.
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308
