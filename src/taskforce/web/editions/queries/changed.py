"""What changed in the figures at each approval, as everybody reads it, the newest first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate

from taskforce.report.certificates.key import Key
from taskforce.report.codec import revived
from taskforce.report.count import Count
from taskforce.report.editions.difference import BELOW, Difference, Move
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, Threshold
from taskforce.vocabulary.technology import Counting
from taskforce.web.editions.models import Act, Release
from taskforce.web.editions.queries.previewed import Line, line_of, reasons_in
from taskforce.web.frame.edition import latest, signed_off

# Enough at first sight; the others are folded away below them.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Changed:
    """One approval in words. `gone_back` tells that it was a return to earlier figures.

    `places` and `rest` are the municipalities' need at the usual `speed`, the largest move first.
    """

    release: Release
    gone_back: bool
    stands: bool
    reasons: tuple[str, ...]
    region: tuple[Line, ...]
    speed: str
    places: tuple[Line, ...]
    rest: tuple[Line, ...]

    @property
    def on(self) -> date:
        return localdate(self.release.signed_at)


def changed_figures(most: int | None = None) -> list[Changed]:
    """Every approval with what it changed; those from before approvals began tell nothing."""
    told = Release.objects.exclude(act=Act.BEFORE)[:most]
    standing = signed_off().standing
    return [_changed(one, standing) for one in told]


def changed_by(edition: str) -> Release | None:
    """The latest approval of an edition."""
    return Release.objects.filter(edition=edition).first()


def _changed(release: Release, standing: tuple[str, ...]) -> Changed:
    found = revived(Difference, release.difference) if release.difference else None
    usual = _usual_threshold()
    places = [one for one in found.moves if _matters(one, usual)] if found else []
    whole = [one for one in found.region if one.counting != Counting.ALL] if found else []
    region = [one for one in whole if one.threshold in ("", usual) or _below(one)]
    return Changed(
        release=release,
        gone_back=release.act == Act.ROLLED_BACK,
        stands=release.edition in standing,
        reasons=tuple(reasons_in(found)),
        region=tuple(_proved(release, one, usual) for one in region),
        speed=usual,
        places=tuple(_proved(release, one, usual) for one in places[:_MOST]),
        rest=tuple(_proved(release, one, usual) for one in places[_MOST:]),
    )


def _proved(release: Release, move: Move, usual: str) -> Line:
    """A move in words, each number with the way to its certificate in its own edition."""
    speed = Threshold.parse(move.threshold or usual).slug
    key = str(Key(move.measure, move.area, "", speed, move.counting or Counting.FIXED))
    was, now = _path(release.before, key, move.was), _path(release.edition, key, move.now)
    return replace(line_of(move), was_path=was, now_path=now)


def _path(edition: str, key: str, number: Count) -> str:
    """An edition that knows of no such number has no certificate of it."""
    return "" if number.unknown else reverse("proof", args=[edition, key])


def _matters(move: Move, usual: str) -> bool:
    """What a reader asks first: who has proper internet, by the usual speeds and lines."""
    return _below(move) and move.counting == Counting.FIXED and move.threshold == usual


def _below(move: Move) -> bool:
    return move.measure == BELOW


def _usual_threshold() -> str:
    shown = latest()
    return shown.region().default_threshold if shown else DEFAULT_THRESHOLD.label
