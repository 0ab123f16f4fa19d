"""Report something through the pages, as a browser without JavaScript does it."""

from __future__ import annotations

import html
import re
from typing import Any

from django.test import Client

_FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
START, CHECK, SEND = (
    "/manglende-daekning/",
    "/manglende-daekning/tjek/",
    "/manglende-daekning/send/",
)
SAID = {
    "kind": "mobile",
    "whereabouts": "indoors",
    "q": "Skovvej 4, 4180",
    "what": "Der er intet signal i køkkenet",
    "since": "always",
}


def hidden(page: Any) -> dict[str, str]:
    """The fields that a page sends along unseen."""
    found = _FIELD.findall(page.content.decode())
    return {name: html.unescape(value) for name, value in found}


def checked(visitor: Client, **said: str) -> Any:
    """The page before sending."""
    key = hidden(visitor.get(START))["sent_key"]
    return visitor.post(CHECK, {"sent_key": key, **SAID, **said})


def sent(visitor: Client, *, more: dict[str, Any] | None = None, **said: str) -> str:
    """Where the receipt is."""
    page = checked(visitor, **said)
    assert page.status_code == 200, page.content.decode()
    answer = visitor.post(SEND, {**hidden(page), **(more or {})})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])
