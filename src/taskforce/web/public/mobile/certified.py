"""Figures of mobile coverage inside sentences, each the quiet link to its certificate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from taskforce.report.mobile.proof import REGION, MobileFigure
from taskforce.report.mobile.shown import ShownArea, ShownOverview


@dataclass(frozen=True, slots=True)
class Certified:
    """One figure of a place."""

    shown: ShownOverview
    area: ShownArea
    figure: MobileFigure

    def link(self, words: str) -> SafeString:
        """A number, leading to where it comes from."""
        where = [self.shown.id, self.area.code or REGION, self.figure.value]
        path = reverse("mobile-proof", args=where)
        return format_html('<a class="certified" href="{}">{}</a>', path, words)

    def said(
        self, sentence: str, *, plain: Mapping[str, str] | None = None, **numbers: str
    ) -> SafeString:
        """A sentence whose numbers are links; what is `plain` stays so, such as a limit."""
        links = {name: self.link(words) for name, words in numbers.items()}
        return filled(sentence, {**links, **(plain or {})})


def filled(sentence: str, told: Mapping[str, str]) -> SafeString:
    """A translated sentence with its places filled; all that is no link of ours is escaped."""
    parts = {name: conditional_escape(words) for name, words in told.items()}
    return mark_safe(conditional_escape(sentence) % parts)  # noqa: S308 - every part is escaped
