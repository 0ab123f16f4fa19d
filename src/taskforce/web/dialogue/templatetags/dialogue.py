"""The state of a dialogue and of an agreement, in words and in a colour."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext

from taskforce.web.dialogue.mail.quoted import cut_line
from taskforce.web.dialogue.models import Agreement, Dialogue

register = template.Library()


@register.filter
def dialogue_state(dialogue: Dialogue) -> SafeString:
    """Whether it goes on."""
    if dialogue.is_open:
        return _said(gettext("Open"), "going")
    return _said(gettext("Closed"), "done")


@register.filter
def agreement_state(one: Agreement) -> SafeString:
    """Whether it has been done, or its day has passed."""
    if one.done_on:
        return _said(gettext("Done"), "done")
    if one.is_overdue(localdate()):
        return _said(gettext("Overdue"), "overdue")
    return _said(gettext("Agreed"), "going")


@register.simple_tag
def cut_here() -> str:
    """The line above which an answer is written."""
    return cut_line()


def _said(words: str, colour: str) -> SafeString:
    return format_html('<span class="state {}">{}</span>', colour, words)
