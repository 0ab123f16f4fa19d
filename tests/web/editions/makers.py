"""A shelf of one's own, with figures that have been approved and figures that wait."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from taskforce.report import label as labels
from taskforce.report.bundle import FIGURES_FILE, Bundle, Bundles
from taskforce.report.label import BundleFile
from taskforce.snapshot.checksum import sha256_of
from taskforce.web.editions.actions.releasing import Note, sign_off
from taskforce.web.frame.journal.actor import SOFTWARE

FIRST = Note("Den første udgave.", "The first edition.")
NEED_IN_SOROE = '"code":"0340","name":"Sorø","addresses":47,"below":6,"unknown":1'


def own_shelf(published: Path, folder: Path) -> Path:
    """The published shelf once more, so that a test may build on it; the files are shared."""
    shelf = folder / "own"
    shutil.copytree(published / "bundles", shelf / "bundles", copy_function=_linked)
    return shelf


def newest(shelf: Path) -> Bundle:
    """The bundle that was built last."""
    bundle = Bundles(shelf).latest()
    assert bundle is not None
    return bundle


def approved(shelf: Path) -> str:
    """Approve what was built last; returns the name of the edition."""
    return sign_off(newest(shelf).edition, FIRST, by=SOFTWARE).edition


def built_anew(shelf: Path, *, below: int = 9, software: str = "9.9.9") -> Bundle:
    """A later version of the software counts the same snapshots, and finds another need in Sorø."""
    bundle = newest(shelf)
    figures = (bundle.path / FIGURES_FILE).read_text(encoding="utf-8")
    assert NEED_IN_SOROE in figures
    told = figures.replace(NEED_IN_SOROE, NEED_IN_SOROE.replace('"below":6', f'"below":{below}'))
    return remade(bundle, told, software=software)


def remade(bundle: Bundle, figures: str, *, software: str = "9.9.9", **told: Any) -> Bundle:
    """The bundle again with other figures, in its place; `told` is what its label says instead."""
    anew = bundle.path.with_name(".anew")
    shutil.copytree(bundle.path, anew)
    (anew / FIGURES_FILE).write_text(figures, encoding="utf-8")
    files = tuple(_measured(anew, one) for one in bundle.label.files)
    inputs = bundle.label.inputs | {"software": software}
    label = replace(bundle.label, software=software, inputs=inputs, files=files, **told)
    labels.write(label, anew)
    shutil.rmtree(bundle.path)
    anew.rename(bundle.path)
    return newest(bundle.path.parents[1])


def spoil(path: Path) -> None:
    """Change a kept figure, as a broken disk would."""
    content = json.loads((path / FIGURES_FILE).read_text(encoding="utf-8"))
    (path / FIGURES_FILE).unlink()
    (path / FIGURES_FILE).write_text(json.dumps(content) + " ", encoding="utf-8")


def _measured(folder: Path, file: BundleFile) -> BundleFile:
    path = folder / file.name
    return BundleFile(file.name, sha256_of(path), path.stat().st_size)


def _linked(source: str, target: str) -> str:
    os.link(source, target)
    return target
