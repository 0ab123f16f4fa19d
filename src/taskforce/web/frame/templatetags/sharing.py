"""What a page says of itself where it is shared: its title, and a picture with its title."""

from __future__ import annotations

from html import unescape
from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from taskforce.web.frame.shared_titles import signed

register = template.Library()

_LONGEST = 120


class Captured(template.Node):
    """Keeps what stands between under a name, so that it can be said twice."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: template.Context) -> SafeString:
        """Nothing yet; the words are shown where the name is."""
        words = self.nodelist.render(context)
        context[self.name] = SafeString(" ".join(words.split()))
        return SafeString("")


@register.tag
def captured(parser: Parser, token: Token) -> Captured:
    """Read `captured name … endcaptured`."""
    _tag, name = token.split_contents()
    nodelist = parser.parse(("endcaptured",))
    parser.delete_first_token()
    return Captured(nodelist, name)


@register.simple_tag(takes_context=True)
def share_picture(context: dict[str, Any], title: str) -> str:
    """Where the picture of a page with this title lies."""
    words = unescape(title)[:_LONGEST]
    address = f"{reverse('share-page')}?{urlencode({'title': signed(words)})}"
    return _whole(context, address)


@register.simple_tag(takes_context=True)
def whole_address(context: dict[str, Any], name: str, *where: object) -> str:
    """The address of a page with the name of this site in it."""
    return _whole(context, reverse(name, args=where))


def _whole(context: dict[str, Any], address: str) -> str:
    """With the name of the site; an error page knows of no request, and so of no name."""
    request = context.get("request")
    return str(request.build_absolute_uri(address)) if request else address
