"""The lasting page behind each figure of a report."""

from __future__ import annotations

from django.urls import reverse

from taskforce.report.bundle import Bundle, slug_of
from taskforce.report.certificates.key import Key
from taskforce.report.figures import NOW
from taskforce.report.outlook import ReferenceFact
from taskforce.vocabulary.speed import Threshold

_PUBLISHED = "published"


def proof_of(
    bundle: Bundle,
    kind: str,
    area: str,
    *,
    part: str = "",
    at: Threshold | None = None,
    when: str = NOW,
) -> str:
    """The certificate of a figure of need, at the usual threshold unless another is named."""
    slug = slug_of(at) if at else bundle.region().default_threshold.replace("/", "-")
    return _path(bundle, Key(kind, area, part, slug, when=when))


def proof_of_fact(bundle: Bundle, fact: ReferenceFact) -> str:
    """The certificate of a figure that others have published."""
    kind, when = f"official-{fact.subject}", fact.as_of.isoformat()
    return _path(bundle, Key(kind, fact.area, "", _PUBLISHED, _PUBLISHED, when))


def proof_of_count(name: str, place: str) -> str:
    """The certificate of a number of the site's own counting."""
    return reverse("counted", args=[place, name])


def _path(bundle: Bundle, key: Key) -> str:
    return reverse("proof", args=[bundle.edition, str(key)])
