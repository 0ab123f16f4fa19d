"""Write news, propose it, approve it for a time, send it back, and withdraw it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.writing import add, change
from taskforce.web.frame.simultaneous import mark, refuse_unseen
from taskforce.web.frame.slugs import slug_for
from taskforce.web.library import markup
from taskforce.web.news.models import NewsItem, State
from taskforce.web.news.queries.access import may_write, places_to_write_about
from taskforce.web.people.caller import Caller

# Names that our own pages have in one of the two languages.
_RESERVED = frozenset({"by-mail", "desk", "in", "i", "paa-mail", "redaktion"})


# The words and facts that somebody writes, and somebody else approves.
SAID = (
    "category", "municipality", "title_da", "summary_da", "body_da", "happens_on", "source",
    "title_en", "summary_en", "body_en",
)  # fmt: skip


@transaction.atomic
def write(told: Mapping[str, Any], *, by: Caller) -> NewsItem:
    """Begin a draft, under an address made of its Danish title; a form sent twice begins one.

    Raises
    ------
    ValidationError
        Something is missing, or a link of our own leads nowhere.
    """
    _check(told, by)
    same = NewsItem.objects.filter(written_by_id=by.account_id, state=State.DRAFT, **told).first()
    if same and by.account_id:
        return same
    slug = slug_for(NewsItem, told["title_da"], reserved=_RESERVED, otherwise="nyhed")
    item = NewsItem(slug=slug, written_by_id=by.account_id, **told)
    return add(item, by=by)


@transaction.atomic
def rewrite(
    item: NewsItem, told: Mapping[str, Any], *, by: Caller, seen: str | None = None
) -> None:
    """Write it anew; its address stays, so that links to it hold.

    Raises
    ------
    ValidationError
        Something is missing, or somebody else has written since the words that were `seen`.
    """
    _must_write(item, by)
    _check(told, by)
    refuse_unseen(_now(item), told, names=SAID, seen=seen)
    if any(getattr(item, name) != new for name, new in told.items()):
        change(item, {**told, "changed_at": timezone.now()}, by=by)


@transaction.atomic
def propose(item: NewsItem, *, by: Caller) -> None:
    """Send a draft to the taskforce."""
    _must_write(item, by)
    if item.state != State.DRAFT:
        raise ValidationError(_("Only a draft can be sent to the taskforce."))
    change(item, {"state": State.PROPOSED, "returned_why": ""}, by=by, what="newsitem.proposed")


@transaction.atomic
def approve(
    item: NewsItem,
    publish_at: datetime | None,
    *,
    now: datetime,
    by: Caller,
    seen: str | None = None,
) -> None:
    """Make it public, at once or from a time on; never from a time that has passed.

    Whoever gets mails has been told of everything up to now, so a time in the past would reach
    nobody. Only words that were `seen` are approved.
    """
    if seen is not None and seen != mark(_now(item), SAID):
        raise ValidationError(_("Somebody has changed it meanwhile. Look at it once more."))
    if item.state == State.READY:
        raise ValidationError(_("It has been approved already."))
    at = max(publish_at or now, now)
    told = {"state": State.READY, "publish_at": at, "returned_why": ""}
    change(item, told, by=by, what="newsitem.approved")


@transaction.atomic
def send_back(item: NewsItem, why: str, *, by: Caller) -> None:
    """Ask for something to be changed first."""
    if item.state != State.PROPOSED:
        raise ValidationError(_("Only what has been sent to the taskforce can be sent back."))
    change(item, {"state": State.DRAFT, "returned_why": why}, by=by, what="newsitem.returned")


@transaction.atomic
def withdraw(item: NewsItem, *, by: Caller) -> None:
    """Take it off the public pages; the text stays on the desk, and can be approved again."""
    if item.state != State.READY:
        raise ValidationError(_("Only what has been approved can be withdrawn."))
    change(item, {"state": State.WITHDRAWN}, by=by, what="newsitem.withdrawn")


def _now(item: NewsItem) -> NewsItem:
    """What stands there now; nobody else writes until this is done."""
    return NewsItem.objects.select_for_update().get(pk=item.pk)


def _must_write(item: NewsItem, by: Caller) -> None:
    if not may_write(by, item):
        raise PermissionDenied


def _check(told: Mapping[str, Any], by: Caller) -> None:
    place = told.get("municipality")
    if place is None and not by.is_consultant:
        raise ValidationError({"municipality": _("Choose your municipality.")})
    if place is not None and not places_to_write_about(by).filter(pk=place.pk).exists():
        raise PermissionDenied
    for name in ("body_da", "body_en"):
        try:
            markup.checked(told.get(name, ""))
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error
