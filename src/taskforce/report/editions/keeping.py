"""Keeps a bundle as it is on the day it is approved; nothing that happens later changes it."""

from __future__ import annotations

import os
import shutil
from functools import lru_cache
from pathlib import Path

from taskforce.report import label as labels
from taskforce.report.bundle import ADDRESSES_FILE, FIGURES_FILE, Bundle, Bundles, edition_of
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import PromiseBroken

FOLDER = "editions"


def keep(shelf: Shelf, bundle: Bundle) -> Path:
    """Keep a bundle under the name of its edition; one that is kept already stays as it is.

    The files are the bundle's own under a second name, so they take no room of their own until
    the bundle is built anew or removed.

    Parameters
    ----------
    shelf
        Where the bundle lies.
    bundle
        Whole: its files are those of its label.

    Returns
    -------
    Path
        The folder of the edition.

    Raises
    ------
    PromiseBroken
        A file of the bundle is not what its label says, or it was built anew meanwhile.
    Refused
        Another run is writing to the shelf.
    """
    target = shelf.root / FOLDER / bundle.edition
    if (target / labels.FILE_NAME).is_file():
        return target
    with writing(shelf.root), freezing(target) as folder:
        shutil.copytree(bundle.path, folder, copy_function=_linked, dirs_exist_ok=True)
        _check(folder, bundle)
    return target


def kept(shelf_root: Path, edition: str) -> Path | None:
    """Where an edition is kept, or None; no other folder can be asked for.

    Parameters
    ----------
    shelf_root
        The shelf.
    edition
        The name of an edition, as a stranger may have typed it.
    """
    drawer = shelf_root / FOLDER
    names = {path.name for path in drawer.iterdir()} if drawer.is_dir() else set()
    return drawer / edition if edition in names and not edition.startswith(".") else None


def editions(shelf_root: Path) -> tuple[Bundle, ...]:
    """Every kept edition that this version of the software can open, the oldest first."""
    return Bundles(shelf_root, FOLDER).all()


def waiting(shelf_root: Path) -> tuple[Bundle, ...]:
    """The bundles that have been built, but not kept as an edition; the newest first."""
    every = Bundles(shelf_root).all()
    return tuple(one for one in reversed(every) if kept(shelf_root, one.edition) is None)


def is_whole(bundle: Bundle) -> bool:
    """Whether an edition can be on show: its figures are its label's, its addresses are there."""
    if not (bundle.path / ADDRESSES_FILE).is_file():
        return False
    try:
        changed_ns = (bundle.path / FIGURES_FILE).stat().st_mtime_ns
    except FileNotFoundError:
        return False
    return _told(bundle) == _digest(bundle.path / FIGURES_FILE, changed_ns)


def is_complete(bundle: Bundle) -> bool:
    """Whether every file of an edition is still there; a thinned one has its figures alone."""
    return all((bundle.path / one.name).is_file() for one in bundle.label.files)


def _told(bundle: Bundle) -> str:
    return next((one.sha256 for one in bundle.label.files if one.name == FIGURES_FILE), "")


@lru_cache(maxsize=64)
def _digest(file: Path, changed_ns: int) -> str:
    return sha256_of(file)


def _check(folder: Path, bundle: Bundle) -> None:
    found = {one.name: sha256_of(folder / one.name) for one in bundle.label.files}
    wrong = sorted(one.name for one in bundle.label.files if found[one.name] != one.sha256)
    if wrong or edition_of(folder, bundle.label) != bundle.edition:
        raise PromiseBroken(
            f"The bundle {bundle.id} is not what its label says ({', '.join(wrong) or 'label'}).",
            remedy="Build it anew: taskforce report --again.",
        )


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one that knows no links
        shutil.copy2(source, target)
    return target
