"""What a frozen folder says about itself: where it comes from, for which day, how much it holds."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import PromiseBroken
from taskforce.vocabulary.provenance import Provenance
from taskforce.vocabulary.technology import Technology

# Raised whenever the stored tables change meaning; part of every fingerprint.
SCHEMA = 1

FILE_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was delivered."""

    name: str
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The label on a snapshot or a layer.

    `rows = accepted + rejected`, counted in rows of the source files; `addresses` counts the
    addresses that came out of them, those known only from the address register included.
    `as_of_basis` is "given", "file name" or "file modified".
    """

    id: str
    kind: str
    fingerprint: str
    provenance: Provenance
    as_of_basis: str
    collected_at: datetime
    format: str
    sources: tuple[SourceFile, ...]
    rows: int
    accepted: int
    rejected: int
    addresses: int
    technologies: tuple[Technology, ...]
    software: str
    layers: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    demonstration: bool = False
    allowed_rejected: bool = False
    profile_sha256: str = ""
    country: str | None = None
    schema: int = SCHEMA

    @property
    def as_of(self) -> date:
        return self.provenance.as_of


def write(manifest: Manifest, folder: Path) -> None:
    """Put the label into its folder, readable by people and machines."""
    content = json.dumps(asdict(manifest), indent=1, ensure_ascii=False, default=_as_text)
    (folder / FILE_NAME).write_text(content + "\n", encoding="utf-8")


def read(folder: Path) -> Manifest:
    """Read the label of a frozen folder.

    Raises
    ------
    PromiseBroken
        The label is damaged, or was written by a newer version of the software.
    """
    try:
        content: dict[str, Any] = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
        if content["schema"] > SCHEMA:
            raise PromiseBroken(
                f"{folder.name} was written by a newer version of the software.",
                remedy="Update this installation.",
            )
        return _manifest(content)
    except (OSError, ValueError, KeyError, TypeError) as error:
        if isinstance(error, PromiseBroken):
            raise
        raise PromiseBroken(
            f"The manifest of {folder.name} cannot be read ({error}).",
            remedy="Remove the folder and collect its source again.",
        ) from error


def _manifest(content: dict[str, Any]) -> Manifest:
    known = {name.name for name in fields(Manifest)}
    values = {key: value for key, value in content.items() if key in known}
    origin = dict(values["provenance"])
    origin["as_of"] = date.fromisoformat(origin["as_of"])
    origin["certainty"] = Certainty(origin["certainty"])
    values["provenance"] = Provenance(**origin)
    values["collected_at"] = datetime.fromisoformat(values["collected_at"])
    values["sources"] = tuple(SourceFile(**source) for source in values["sources"])
    values["technologies"] = tuple(Technology(name) for name in values["technologies"])
    return Manifest(**values)


def _as_text(value: object) -> str:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"{type(value)} has no place in a manifest")
