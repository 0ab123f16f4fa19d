"""One frozen folder, opened for reading: a snapshot of coverage, or a layer it is joined with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.manifest import Manifest
from taskforce.vocabulary.errors import NotOnShelf, PromiseBroken

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.vocabulary.technology import Technology


@dataclass(frozen=True, slots=True)
class Frozen:
    """A folder on the shelf with the label that stands in it."""

    path: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        return self.manifest.id

    def file(self, table: str) -> Path:
        """The Parquet file of a table.

        Raises
        ------
        NotOnShelf
            This folder holds no such table.
        """
        file = self.path / f"{table}.parquet"
        if not file.exists():
            raise NotOnShelf(f'{self.id} holds no table "{table}".')
        return file

    def table(self, connection: BaseBackend, table: str) -> ir.Table:
        """The table as an Ibis expression on any engine that reads Parquet."""
        return connection.read_parquet(str(self.file(table)))

    def verify(self) -> None:
        """Compare every file with the checksum in the manifest.

        Raises
        ------
        PromiseBroken
            A file is missing or its bytes have changed since it was frozen.
        """
        for name, promised in self.manifest.files.items():
            file = self.path / name
            if not file.exists() or sha256_of(file) != promised:
                raise PromiseBroken(
                    f"{self.id}/{name} is not as it was frozen.",
                    remedy="Remove the folder and collect its source again.",
                )


@dataclass(frozen=True, slots=True)
class Snapshot(Frozen):
    """The coverage as its publisher told it on a day."""

    @property
    def technologies(self) -> tuple[Technology, ...]:
        """The technologies that the source tells about."""
        return self.manifest.technologies


@dataclass(frozen=True, slots=True)
class Layer(Frozen):
    """Boundaries, uses or addresses that coverage is joined with."""
