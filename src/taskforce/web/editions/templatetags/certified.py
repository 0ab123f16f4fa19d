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
    # In a frame on somebody else's page no link may lead to a page that refuses to be framed.
    if bundle is None or context.get("plain"):
        return format_html("{}", words)
    key = Key(kind, area, part, *_asked(question, bundle, asked))
    path = reverse("proof", args=[bundle.edition, str(key)])
    return format_html('<a class="certified" href="{}">{}</a>', path, words)


@register.simple_tag
def counted(words: str, name: str, place: str, thing: object = "") -> SafeString:
    """A number of the site's own counting, leading to where it comes from.

    `thing` is the number of the plan or the goal that it is about.
    """
    path = reverse("counted", args=[place, f"{name}-{thing}" if thing else name])
    return format_html('<a class="certified" href="{}">{}</a>', path, words)


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
