"""Writes all figures of an edition into one file: the same edition gives the same bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from taskforce.report.bundle import FIGURES_FILE, slug_of
from taskforce.report.codec import plain
from taskforce.report.edition import Edition
from taskforce.report.growth_table import growth_table
from taskforce.report.place_table import area_table, region_place
from taskforce.report.reference_table import reference_table


def write_figures(edition: Edition, folder: Path) -> None:
    """Write the figures under the names that `Bundle` asks for.

    Parameters
    ----------
    edition
        Counted and protected.
    folder
        Where to write.
    """
    content: dict[str, Any] = {
        "region": region_place(edition.region, edition.now, edition.outlines),
        "areas": area_table(edition.region, edition.now, edition.outlines),
        "growth": growth_table(edition.region, edition.now),
        "reference": reference_table(edition.region),
        "origins": {day.when: day.origin("need") for day in edition.days},
    }
    for need in edition.need_tables():
        content[f"need {need.counting} {slug_of(need.threshold)} {need.when}"] = need
    for change in edition.change_tables():
        content[f"change {change.counting} {slug_of(change.threshold)}"] = change
    for spots in edition.white_spot_tables():
        content[f"white_spots {slug_of(spots.threshold)}"] = spots
    text = json.dumps(plain(content), ensure_ascii=False, separators=(",", ":"))
    (folder / FIGURES_FILE).write_text(text + "\n", encoding="utf-8")
