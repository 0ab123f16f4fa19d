"""Keep the files of a material: a first version, the next ones, and the way back."""

from __future__ import annotations

import hashlib
import secrets
from contextlib import ExitStack
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone

from taskforce.web.frame.journal.writing import add, remove
from taskforce.web.library.models import Material, Paper, Version
from taskforce.web.notes.content import checked_type, clean_name, ending_of
from taskforce.web.people.caller import Caller


@transaction.atomic
def add_paper(material: Material, title: str, upload: File[bytes], *, by: Caller) -> Paper:
    """Keep a file with a material, as its first version.

    Raises
    ------
    ValidationError
        The file is of a type, or of a size, that is not kept; or the title is taken.
    """
    paper = add(Paper(material=material, title=title.strip()), by=by)
    add_version(paper, upload, by=by)
    return paper


@transaction.atomic
def add_version(paper: Paper, upload: File[bytes], *, by: Caller) -> Version:
    """Keep a newer version; when that fails, nothing is left behind."""
    name, content = clean_name(upload.name or ""), upload.read()
    newest = paper.versions.first()
    version = Version(
        paper=paper,
        number=newest.number + 1 if newest else 1,
        file=ContentFile(content, f"{secrets.token_hex(16)}.{ending_of(name)}"),
        content_type=checked_type(name, content),
        name=name,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        added_by_id=by.account_id,
        added_at=timezone.now(),
    )
    with ExitStack() as undo:
        undo.callback(_take_away, version)
        add(version, by=by)
        undo.pop_all()
    return version


@transaction.atomic
def remove_version(version: Version, *, by: Caller) -> None:
    """Take a version away, so that the one before it holds again; with the last goes the file."""
    path, paper = Path(version.file.path), version.paper
    remove(version, by=by)
    if not paper.versions.exists():
        remove(paper, by=by)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def _take_away(version: Version) -> None:
    Path(version.file.path).unlink(missing_ok=True)
