"""Tell as news that new figures are public: whoever gets mails hears of them like of a new mast."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from taskforce.web.editions.models import Act, Release
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.news.models import Category, NewsItem, State

# What is older is no news: a site that has just begun to tell news does not tell all of its past.
_FRESH = timedelta(days=7)
_LONGEST = 300


def announce_figures(*, at: datetime, by: Actor) -> int:
    """Write news of each fresh approval that has none yet; returns how many were written."""
    acts = (Act.SIGNED_OFF, Act.ROLLED_BACK)
    fresh = Release.objects.filter(act__in=acts, signed_at__gt=at - _FRESH).order_by("pk")
    written = [_announce(one, at, by=by) for one in fresh]
    return written.count(True)


@transaction.atomic
def _announce(release: Release, at: datetime, *, by: Actor) -> bool:
    slug = f"tal-{release.as_of:%Y-%m-%d}-{release.pk}"
    if NewsItem.objects.filter(slug=slug).exists():
        return False
    texts = {
        f"{name}_{language}": text
        for language in ("da", "en")
        for name, text in _told(release, language).items()
    }
    item = NewsItem(
        slug=slug,
        category=Category.FIGURES,
        state=State.READY,
        publish_at=at,
        source="Digital Taskforce",
        **texts,
    )
    add(item, by=by, what="newsitem.announced")
    return True


def _told(release: Release, language: str) -> dict[str, str]:
    with override(language):
        on = {"day": day(release.as_of)}
        if release.act == Act.ROLLED_BACK:
            title = _("We have gone back to the figures of %(day)s") % on
        else:
            title = _("New figures: the state on %(day)s") % on
        note = release.note or _("The figures of need, white spots and change have been renewed.")
        more = _("See which figures have changed, and why")
    return {
        "title": title,
        "summary": note if len(note) <= _LONGEST else f"{note[: _LONGEST - 1]}…",
        "body": f"[{more}](page:figures-changed)",
    }
