"""A drawer of the shelf: answers that took long to make, each in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from taskforce.report.codec import plain, revived
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.shelf import Shelf

if TYPE_CHECKING:
    import pyarrow as pa


class Answer(Protocol):
    """A frozen dataclass that can be told apart and has an age."""

    @property
    def id(self) -> str: ...

    @property
    def made_at(self) -> datetime: ...


Kind = TypeVar("Kind", bound=Answer)


@dataclass(frozen=True, slots=True)
class Drawer(Generic[Kind]):
    """Answers of one kind, as JSON in `folder`/id/`file` on the shelf."""

    folder: str
    file: str
    kind: type[Kind]

    def put(
        self, shelf: Shelf, answer: Kind, *, tables: Mapping[str, pa.Table] | None = None
    ) -> Path:
        """Put an answer on the shelf, whole or not at all.

        Parameters
        ----------
        shelf
            Where it shall lie.
        answer
            Finished; one that was stopped half-way never gets here, and the last one stands.
        tables
            What lies beside it as Parquet, by the name of the file.

        Returns
        -------
        Path
            The folder of the answer.

        Raises
        ------
        Refused
            Another run is writing to the shelf.
        """
        import pyarrow.parquet as pq

        target = shelf.root / self.folder / answer.id
        with writing(shelf.root), freezing(target) as folder:
            text = json.dumps(plain(answer), ensure_ascii=False, separators=(",", ":"))
            (folder / self.file).write_text(text + "\n", encoding="utf-8")
            for name, table in (tables or {}).items():
                pq.write_table(table, folder / name, compression="zstd")
        return target

    def all(self, shelf: Shelf) -> tuple[Kind, ...]:
        """All answers on the shelf, the newest first."""
        files = (shelf.root / self.folder).glob(f"[!.]*/{self.file}")
        return tuple(sorted((self._read(file) for file in files), key=_age, reverse=True))

    def beside(self, shelf: Shelf, answer: str, name: str) -> Path:
        """Where a table lies beside the answer with this id."""
        return shelf.root / self.folder / answer / name

    def _read(self, file: Path) -> Kind:
        return revived(self.kind, json.loads(file.read_text(encoding="utf-8")))


def _age(answer: Answer) -> tuple[str, str]:
    return answer.made_at.isoformat(), answer.id
