"""What changed in the figures at each approval, as everybody reads it, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.report.codec import revived
from taskforce.report.editions.difference import BELOW, Difference, Move
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import Counting
from taskforce.web.editions.models import Act, Release
from taskforce.web.editions.queries.previewed import Line, line_of, reasons_in
from taskforce.web.frame.edition import latest, signed_off

# Enough for a reader; the whole is in the figures of the two editions.
_MOST = 8


@dataclass(frozen=True, slots=True)
class Changed:
    """One approval in words. `gone_back` tells that it was a return to earlier figures."""

    release: Release
    gone_back: bool
    stands: bool
    reasons: tuple[str, ...]
    region: tuple[Line, ...]
    places: tuple[Line, ...]
    more: int

    @property
    def on(self) -> date:
        return self.release.signed_at.date()


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
    return Changed(
        release=release,
        gone_back=release.act == Act.ROLLED_BACK,
        stands=release.edition in standing,
        reasons=tuple(reasons_in(found)),
        region=tuple(line_of(one) for one in whole if one.threshold in ("", usual) or _below(one)),
        places=tuple(line_of(one) for one in places[:_MOST]),
        more=max(len(places) - _MOST, 0),
    )


def _matters(move: Move, usual: str) -> bool:
    """What a reader asks first: who has proper internet, by the usual speeds and lines."""
    return _below(move) and move.counting == Counting.FIXED and move.threshold == usual


def _below(move: Move) -> bool:
    return move.measure == BELOW


def _usual_threshold() -> str:
    shown = latest()
    return shown.region().default_threshold if shown else DEFAULT_THRESHOLD.label
