"""Which editions have been approved, which of them stand, and which waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.conf import settings

from taskforce.report.bundle import Bundle, Bundles
from taskforce.report.editions import keeping
from taskforce.web.editions.models import Act, Release
from taskforce.web.frame.edition import SignedOff, latest

Step = tuple[str, str, str]
Age = tuple[date, datetime, date]


def signed_off() -> SignedOff:
    """What has been approved, in one query; the frame asks by the name in the settings."""
    steps = list(Release.objects.order_by("pk").values_list("act", "edition", "bundle"))
    standing = standing_of(steps)
    return SignedOff(
        standing=tuple(edition for edition, _bundle in standing),
        bundles=tuple(bundle for _edition, bundle in standing),
        ever=frozenset(edition for _act, edition, _bundle in steps),
    )


def standing_of(steps: Iterable[Step]) -> list[tuple[str, str]]:
    """Those that stand after some approvals, the newest first: going back takes the later away."""
    stack: list[tuple[str, str]] = []
    for act, edition, bundle in steps:
        if act == Act.ROLLED_BACK:
            names = [name for name, _bundle in stack]
            stack = stack[: names.index(edition)] if edition in names else stack
        stack = [one for one in stack if one[0] != edition]
        stack.append((edition, bundle))
    return stack[::-1]


def waiting() -> list[Bundle]:
    """Built, but never approved; the newest first. Before the first approval nothing waits."""
    if not Release.objects.exists():
        return []
    return list(keeping.waiting(settings.SHELF))


def newest_waiting() -> Bundle | None:
    """The one to look at: older than what is on show, it would be a step back."""
    shown, built = latest(), waiting()
    newer = (one for one in built if shown is None or age(one) >= age(shown))
    return next(newer, None)


def to_approve(name: str) -> Bundle | None:
    """A bundle that may be approved, by the name of its edition, or None."""
    return next((one for one in Bundles(settings.SHELF).all() if one.edition == name), None)


def kept_edition(name: str) -> Bundle | None:
    """A kept edition by its name, where this version of the software can open it."""
    return next((one for one in keeping.editions(settings.SHELF) if one.edition == name), None)


def releases() -> list[Release]:
    """Every approval, the newest first."""
    return list(Release.objects.select_related("signed_by"))


def age(bundle: Bundle) -> Age:
    """What the bundles of a region are told apart by."""
    return bundle.label.age
