"""What the owner of a list should know beside the rows that were not taken in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from taskforce.siting.site_list.drafting import Draft
from taskforce.siting.site_list.listed import SiteRow
from taskforce.siting.site_list.whereabouts import Place
from taskforce.vocabulary.text import Text

# A slender pole on a roof is not longer.
MOST_ABOVE_STRUCTURE_M = 30.0

_SHOWN = 5

_HIGH = Text(
    "Antenner, der sidder mere end 30 m over det, de står på",
    "Antennas more than 30 m above what they stand on",
)
_ELSEWHERE = Text(
    "Steder, der ligger i en anden kommune, end listen siger",
    "Sites that lie in another municipality than the list says",
)
_NEAR = Text(
    "Steder lige uden for kommunegrænsen, givet til den nærmeste kommune",
    "Sites just outside a boundary, given to the nearest municipality",
)
_UNCLEAR = Text(
    "Rækker med ord, der ikke kan læses som ja, nej, zone, ejertype eller kommune; "
    "ordene står nu i bemærkningen",
    "Rows with words that are no yes or no, zone, kind of owner or municipality; "
    "the words stand in the note now",
)


@dataclass(slots=True)
class NoteBook:
    """Gathers what is odd while a list is read, and says it in a few sentences."""

    _unread: dict[str, None] = field(default_factory=dict)
    _kinds: Counter[str] = field(default_factory=Counter)
    _high: list[int] = field(default_factory=list)
    _elsewhere: list[int] = field(default_factory=list)
    _near: list[int] = field(default_factory=list)
    _unclear: list[int] = field(default_factory=list)

    def columns(self, unread: Sequence[str]) -> None:
        """Remember the columns that nobody knows."""
        self._unread |= dict.fromkeys(unread)

    def site(self, site: SiteRow, draft: Draft, place: Place) -> None:
        """Remember what is odd about a site that was taken in."""
        if draft.told_kind:
            self._kinds[draft.told_kind] += 1
        if (site.antenna_m or 0) > (site.structure_m or float("inf")) + MOST_ABOVE_STRUCTURE_M:
            self._high.append(site.row)
        if draft.told_municipality and site.municipality != draft.told_municipality:
            self._elsewhere.append(site.row)
        if place.near:
            self._near.append(site.row)
        if draft.unread:
            self._unclear.append(site.row)

    def told(self) -> tuple[Text, ...]:
        """The notes, the most important first."""
        of_rows = (
            Text(
                f"{words.da}: {len(rows)} ({_rows(rows, 'række')}).",
                f"{words.en}: {len(rows)} ({_rows(rows, 'row')}).",
            )
            for rows, words in (
                (self._high, _HIGH),
                (self._elsewhere, _ELSEWHERE),
                (self._near, _NEAR),
                (self._unclear, _UNCLEAR),
            )
            if rows
        )
        return (*self._of_kinds(), *of_rows, *self._of_columns())

    def _of_kinds(self) -> list[Text]:
        if not self._kinds:
            return []
        most = self._kinds.most_common(_SHOWN)
        da = ", ".join(f"»{kind}« {n}" for kind, n in most)
        en = ", ".join(f"“{kind}” {n}" for kind, n in most)
        count = self._kinds.total()
        return [
            Text(
                f"Steder af en ukendt art, der nu står som »Andet«: {count} ({da}).",
                f"Sites of an unknown kind, which stand as “Other” now: {count} ({en}).",
            )
        ]

    def _of_columns(self) -> list[Text]:
        if not self._unread:
            return []
        listed = ", ".join(self._unread)
        return [
            Text(f"Kolonner, der ikke bruges: {listed}.", f"Columns that are not used: {listed}.")
        ]


def _rows(rows: Sequence[int], word: str) -> str:
    more = ", …" if len(rows) > _SHOWN else ""
    return f"{word} {', '.join(map(str, rows[:_SHOWN]))}{more}"
