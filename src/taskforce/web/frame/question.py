"""What the visitor asks of the figures: which speeds, which day, which lines count."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.figures import NOW, THEN, ChangeTable, NeedTable
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting


@dataclass(frozen=True, slots=True)
class Question:
    """One way of looking at the figures; every part of it stands in the page's address."""

    bundle: Bundle
    threshold: Threshold
    counting: Counting
    when: str
    understood: bool

    @property
    def goal(self) -> str:
        """What the threshold is called: "proper internet", or the pair of speeds itself."""
        if self.threshold.label == self.bundle.region().default_threshold:
            return gettext("proper internet")
        return f"{self.threshold.label}\u00a0Mbit/s"

    @property
    def table(self) -> NeedTable:
        """The need as asked."""
        return self.bundle.need(self.threshold, self.when, counting=self.counting)

    @property
    def change(self) -> ChangeTable | None:
        """What has changed since the earlier snapshot, if there is one."""
        return self.bundle.change(self.threshold, counting=self.counting)


def asked(query: QueryDict, bundle: Bundle) -> Question:
    """Read the question; what cannot be answered falls back to the usual and is said so."""
    usual = Threshold.parse(bundle.region().default_threshold)
    threshold = _threshold(query.get("threshold"), bundle)
    counting = _counting(query.get("count"))
    when = _when(query.get("when"), bundle)
    return Question(
        bundle=bundle,
        threshold=threshold or usual,
        counting=counting or Counting.FIXED,
        when=when or NOW,
        understood=None not in (threshold, counting, when),
    )


def _threshold(text: str | None, bundle: Bundle) -> Threshold | None:
    if not text:
        return Threshold.parse(bundle.region().default_threshold)
    try:
        wanted = Threshold.parse(text)
    except WrongUse:
        return None
    return wanted if wanted in bundle.thresholds else None


def _counting(text: str | None) -> Counting | None:
    if not text:
        return Counting.FIXED
    return Counting(text) if text in tuple(Counting) else None


def _when(text: str | None, bundle: Bundle) -> str | None:
    if not text or text == NOW:
        return NOW
    return THEN if text == THEN and bundle.has_then else None
