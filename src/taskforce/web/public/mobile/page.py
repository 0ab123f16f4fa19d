"""What stands below the three truths: where they differ, all municipalities, files and basis."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.count import Count
from taskforce.report.figures import Area, Bounds
from taskforce.report.mobile.publishing import AREAS, CELLS, SHAPES
from taskforce.report.mobile.shown import ShownArea, ShownFile, ShownOverview
from taskforce.report.mobile.truths import Disagreement
from taskforce.vocabulary.text import Text
from taskforce.web.municipalities.rows import by_name
from taskforce.web.public.mobile import words


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which two truths contradict each other; unknown where nothing was compared."""

    name: str
    sentence: str
    addresses: Count
    compared: Count


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality beside the others."""

    area: Area
    told: ShownArea

    @property
    def lacking(self) -> Count:
        """As the operators report; unknown where they report nothing of mobile."""
        return self.told.reported.lacking if self.told.reported else Count.UNKNOWN

    @property
    def lacking_share(self) -> float | None:
        return self.told.reported.lacking_share if self.told.reported else None

    @property
    def unlikely(self) -> Count:
        """As the masts make it; unknown where there are no masts."""
        return self.told.predicted.unlikely if self.told.predicted else Count.UNKNOWN

    @property
    def unlikely_share(self) -> float | None:
        return self.told.predicted.unlikely_share if self.told.predicted else None


@dataclass(frozen=True, slots=True)
class Offer:
    """A file to take along."""

    words: str
    file: ShownFile


@dataclass(frozen=True, slots=True)
class Basis:
    """One line of what the prediction rests on."""

    label: str
    words: str


def differences(area: ShownArea) -> list[Difference]:
    """Every kind that two truths could be asked about, those with most addresses first."""
    found = [
        Difference(one.kind.value, words.in_language(one.kind.label), one.addresses, one.compared)
        for kind in Disagreement
        for one in area.differences
        if one.kind is kind
    ]
    return sorted(found, key=lambda one: -(one.addresses.value or 0))


def rows(bundle: Bundle, shown: ShownOverview) -> list[Row]:
    """The municipalities of the region that the overview tells of."""
    found = ((area, shown.area(area.code)) for area in by_name(bundle.areas()))
    return [Row(area, told) for area, told in found if told]


def offers(shown: ShownOverview) -> list[Offer]:
    """The files, in the order in which people ask for them."""
    named = (
        (AREAS, gettext("Municipalities (CSV)")),
        (CELLS, gettext("Small areas (CSV)")),
        (SHAPES, gettext("Small areas as a map (GeoJSON)")),
    )
    return [Offer(said, file) for name, said in named if (file := shown.file(name))]


def basis(shown: ShownOverview) -> list[Basis]:
    """Threshold, ground, uncertainty and every assumption."""
    signal = gettext("%(service)s: a signal (RSRP) of at least %(dbm)s outdoors")
    said = {"service": words.in_language(shown.service.label), "dbm": words.threshold(shown)}
    return [
        Basis(gettext("Enough signal"), signal % said),
        Basis(gettext("Terrain"), words.terrain(shown)),
        Basis(gettext("Uncertainty"), words.spread(shown)),
        *(
            Basis(
                words.in_language(Text(one.danish, one.english)),
                f"{words.quantity(one.value)} {one.unit}".strip(),
            )
            for one in shown.assumptions
        ),
    ]


def place_on_map(bounds: Bounds | None) -> str:
    """Where the map opens: "#map=9/55.1/11.4"; nothing for the whole region."""
    if bounds is None:
        return ""
    latitude, longitude = (bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2
    return f"#map=9/{latitude:.4f}/{longitude:.4f}"
