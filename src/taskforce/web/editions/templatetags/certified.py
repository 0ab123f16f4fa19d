"""Makes a figure on a page the quiet link to its own certificate."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from taskforce.report.bundle import Bundle
from taskforce.report.certificates.key import Key
from taskforce.report.figures import NOW
from taskforce.web.frame.question import Question

register = template.Library()


@register.simple_tag(takes_context=True)
def certified(
    context: dict[str, Any], words: str, kind: str, area: str, part: str = "", **asked: Any
) -> SafeString:
    """A figure as the page writes it, leading to where it comes from.

    The threshold, the way of counting and the day are those of the page's question, unless `at`
    (a threshold, or "published" for what others tell), `counting` or `when` says otherwise.
    """
    question: Question | None = context.get("question")
    bundle: Bundle | None = question.bundle if question else context.get("bundle")
    if bundle is None:
        return format_html("{}", words)
    key = Key(kind, area, part, *_asked(question, bundle, asked))
    path = reverse("proof", args=[bundle.edition, str(key)])
    site = context.get("out_of_frame")
    return _new_window(words, f"{site}{path}") if site else _link(words, path)


@register.simple_tag
def counted(words: str, name: str, place: str, thing: object = "") -> SafeString:
    """A number of the site's own counting, leading to where it comes from.

    `thing` is the number of the plan or the goal that it is about.
    """
    path = reverse("counted", args=[place, f"{name}-{thing}" if thing else name])
    return _link(words, path)


def _link(words: str, path: str) -> SafeString:
    return format_html('<a class="certified" href="{}">{}</a>', path, words)


def _new_window(words: str, address: str) -> SafeString:
    # A frame on somebody else's page cannot hold the certificate, which refuses to be framed. The
    # page in the frame says once what its numbers do, under the id "new-window".
    return format_html(
        '<a class="certified" href="{}" target="_blank" rel="noopener" '
        'aria-describedby="new-window">{}</a>',
        address,
        words,
    )


@register.simple_tag
def proven(words: str, path: str) -> SafeString:
    """A figure whose certificate the page knows; as it stands where there is none."""
    return _link(words, path) if path else format_html("{}", words)


def _asked(
    question: Question | None, bundle: Bundle, asked: dict[str, Any]
) -> tuple[str, str, str]:
    at: Any = asked.get("at") or (question.threshold if question else None)
    usual = bundle.region().default_threshold.replace("/", "-")
    return (
        getattr(at, "slug", at) or usual,
        asked.get("counting") or (question.counting.value if question else "fixed"),
        asked.get("when") or (question.when if question else NOW),
    )
