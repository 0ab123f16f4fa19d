"""Where a figure of mobile coverage comes from: what it counts, of how many, and from what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from taskforce.report.count import Count
from taskforce.report.mobile.shown import ShownArea, ShownOverview
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.report.ranking.ranking import Input
from taskforce.vocabulary.errors import NotOnShelf

REGION = "region"


class MobileFigure(StrEnum):
    """The figures of a place that are shown, besides those of each disagreement."""

    LACKING = "reported-lacking"
    NOT_TOLD = "reported-unknown"
    WEAK = "measured-weak"
    LIKELY = "predicted-likely"
    UNCERTAIN = "predicted-uncertain"
    UNLIKELY = "predicted-unlikely"
    DIFFERING = "differing"


@dataclass(frozen=True, slots=True)
class Part:
    """The same figure of one municipality of the region."""

    code: str
    name: str
    value: Count


@dataclass(frozen=True, slots=True)
class MobileProof:
    """A figure with all that belongs to it; the same for ever, as the overview is frozen.

    `name` is a `MobileFigure` or a `Disagreement`; `of` is how many were asked about, None where
    that is not told; `parts` are there for the region only.
    """

    overview: str
    made_at: datetime
    software: str
    name: str
    code: str
    area: str
    value: Count
    of: int | None
    truths: tuple[Truth, ...]
    inputs: tuple[Input, ...]
    parts: tuple[Part, ...]

    @property
    def share(self) -> float | None:
        """The share of those asked about, 0 to 1; None where one of the two is not told."""
        if self.value.value is None or not self.of:
            return None
        return self.value.value / self.of

    @property
    def command(self) -> str:
        """What counts it again, on a machine with the same shelf."""
        place = f" --municipality {self.code}" if self.code else ""
        return f"taskforce mobile{place}"


def proof_of(shown: ShownOverview, place: str, name: str) -> MobileProof:
    """Find a figure of an overview and where it comes from.

    Parameters
    ----------
    shown
        What everyone may see: a withheld number stays withheld.
    place
        A municipality's code, or "region".
    name
        A `MobileFigure` or a `Disagreement`.

    Returns
    -------
    MobileProof
        With an unknown value where nobody has told, measured or predicted.

    Raises
    ------
    NotOnShelf
        The overview knows no such place or figure.
    """
    code = "" if place == REGION else place
    area = shown.area(code)
    if area is None or name not in {*MobileFigure, *Disagreement}:
        raise NotOnShelf(f"The overview {shown.id} has no figure {name} of {place}.")
    truths = _truths(name)
    return MobileProof(
        overview=shown.id,
        made_at=shown.made_at,
        software=shown.software,
        name=name,
        code=code,
        area=area.name,
        value=_value(area, name),
        of=_of(area, name),
        truths=truths,
        inputs=tuple(dict.fromkeys(one for truth in truths for one in shown.inputs_of(truth))),
        parts=() if code else tuple(_part(one, name) for one in shown.areas),
    )


def _part(area: ShownArea, name: str) -> Part:
    return Part(area.code, area.name, _value(area, name))


def _truths(name: str) -> tuple[Truth, ...]:
    if name in set(Disagreement):
        return Disagreement(name).truths
    if name == MobileFigure.DIFFERING:
        return tuple(Truth)
    return (Truth(name.partition("-")[0]),)


def _value(area: ShownArea, name: str) -> Count:
    if name in set(Disagreement):
        found = (one.addresses for one in area.differences if one.kind == name)
        return next(found, Count.UNKNOWN)
    return _VALUES[MobileFigure(name)](area)


def _of(area: ShownArea, name: str) -> int | None:
    if name in set(Disagreement):
        compared = (one.compared.value for one in area.differences if one.kind == name)
        return next(compared, None)
    if name == MobileFigure.NOT_TOLD:
        return area.addresses
    return _TOTALS[_truths(name)[0]](area) if name != MobileFigure.DIFFERING else None


def _weak(area: ShownArea) -> Count:
    measured = area.measured
    return Count(measured.weak_cells) if measured and measured.cells else Count.UNKNOWN


_VALUES: dict[MobileFigure, Callable[[ShownArea], Count]] = {
    MobileFigure.LACKING: lambda area: area.reported.lacking if area.reported else Count.UNKNOWN,
    MobileFigure.NOT_TOLD: lambda area: (
        Count(area.reported.unknown) if area.reported else Count.UNKNOWN
    ),
    MobileFigure.WEAK: _weak,
    MobileFigure.LIKELY: lambda area: area.predicted.likely if area.predicted else Count.UNKNOWN,
    MobileFigure.UNCERTAIN: lambda area: (
        area.predicted.uncertain if area.predicted else Count.UNKNOWN
    ),
    MobileFigure.UNLIKELY: lambda area: (
        area.predicted.unlikely if area.predicted else Count.UNKNOWN
    ),
    MobileFigure.DIFFERING: lambda area: area.differing,
}
_TOTALS: dict[Truth, Callable[[ShownArea], int | None]] = {
    Truth.REPORTED: lambda area: area.reported.known if area.reported else None,
    Truth.MEASURED: lambda area: area.measured.cells if area.measured else None,
    Truth.PREDICTED: lambda area: area.predicted.predicted if area.predicted else None,
}
