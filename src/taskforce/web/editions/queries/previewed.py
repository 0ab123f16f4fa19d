"""What a consultant sees before approving: the figures beside those on show, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taskforce.report.bundle import Bundle
from taskforce.report.count import Count
from taskforce.report.editions import difference as told
from taskforce.report.editions import warnings
from taskforce.report.editions.difference import Difference, Move, difference
from taskforce.vocabulary.technology import Counting
from taskforce.web.frame.edition import latest
from taskforce.web.frame.templatetags.numbers import number

_REMARKS = {
    warnings.ADDRESSES_JUMP: gettext_lazy(
        "%(area)s has %(was)s addresses on show and %(now)s in the new figures. Has the survey "
        "been cut off, or read twice?"
    ),
    warnings.UNKNOWN_MANY: gettext_lazy(
        "In %(area)s, %(now)s addresses are unknown; on show it is %(was)s. Has an operator not "
        "reported?"
    ),
    warnings.NEED_JUMP: gettext_lazy(
        "In %(area)s, the number without proper internet goes from %(was)s to %(now)s. Is that "
        "true?"
    ),
    warnings.AREA_GONE: gettext_lazy("%(area)s is missing in the new figures."),
    warnings.OLDER_DAY: gettext_lazy("The new figures are of an earlier day than those on show."),
}
_REASONS = {
    told.NEW_DAY: gettext_lazy("New figures from the operators, for a new day."),
    told.NEW_SURVEY: gettext_lazy("The figures of the same day were delivered anew."),
    told.NEW_BASIS: gettext_lazy("The day to compare with, or the borders, are others."),
    told.NEW_SOFTWARE: gettext_lazy("A new version of the software counted them."),
}
_MEASURES = {
    told.ADDRESSES: gettext_lazy("Addresses in all"),
    told.UNKNOWN: gettext_lazy("Unknown"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure that differs, as it is read: what, where, before, after, and by how much.

    `was_path` and `now_path` lead to the certificates, "" where there is none to see yet.
    """

    area: str
    name: str
    what: str
    was: Count
    now: Count
    by: int | None
    was_path: str = ""
    now_path: str = ""


def preview_of(bundle: Bundle) -> dict[str, Any]:
    """What a template shows of a bundle beside the edition on show."""
    shown = latest()
    found = difference(shown, bundle) if shown else None
    return {
        "edition": bundle,
        "shown": shown,
        "difference": found,
        "same": shown is not None and shown.edition == bundle.edition,
        "appeared": [_thing(one) for one in found.appeared] if found else [],
        "vanished": [_thing(one) for one in found.vanished] if found else [],
        "remarks": remarks_in(found),
        "reasons": reasons_in(found),
        "region_lines": [line_of(one) for one in found.region] if found else [],
        "lines": [line_of(one) for one in found.moves] if found else [],
    }


def line_of(move: Move) -> Line:
    """A move in words."""
    return Line(move.area, move.name, _what(move), move.was, move.now, move.by)


def remarks_in(found: Difference | None) -> list[str]:
    """What to look at twice, in whole sentences."""
    return [
        str(_REMARKS[one.kind])
        % {"area": one.area, "was": number(one.was.value), "now": number(one.now.value)}
        for one in (found.remarks if found else ())
    ]


def reasons_in(found: Difference | None) -> list[str]:
    """Why the figures differ, in whole sentences."""
    return [str(_REASONS[one]) for one in (found.reasons if found else ()) if one in _REASONS]


def _thing(told: str) -> str:
    """What appeared or vanished: a municipality, a file or a white spot, by its name."""
    kind, _space, name = told.partition(" ")
    words = {
        "area": _("The municipality %(name)s"),
        "file": _("The file %(name)s"),
        "spot": _("The white spot %(name)s"),
    }
    return words[kind] % {"name": name}


def _what(move: Move) -> str:
    fixed = move.counting == Counting.FIXED
    if move.measure == told.ADDRESSES:
        return str(_MEASURES[told.ADDRESSES])
    if move.measure == told.UNKNOWN:
        words = (
            _("Unknown at %(speed)s") if fixed else _("Unknown at %(speed)s, mobile counted too")
        )
        return words % {"speed": move.threshold}
    words = _("Below %(speed)s") if fixed else _("Below %(speed)s, mobile counted too")
    return words % {"speed": move.threshold}
