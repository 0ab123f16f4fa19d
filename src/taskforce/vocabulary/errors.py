"""What can go wrong, said so that the reader knows what to do next.

TaskforceError
├── Refused         the input is not taken in, and nothing was changed   (ValueError)
│   └── WrongUse    the question itself was put wrongly
├── NotOnShelf      no such snapshot, layer or bundle                    (LookupError)
└── PromiseBroken   a table is not what it promised to be                (ValueError)
"""

from __future__ import annotations

from pathlib import Path


class TaskforceError(Exception):
    """The root of everything this software says has gone wrong."""

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class Refused(TaskforceError, ValueError):
    """The input is not taken in; says which file, row and column, and what to do."""

    def __init__(
        self,
        message: str,
        *,
        remedy: str = "",
        file: Path | str | None = None,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.file = str(file) if file is not None else None
        self.row = row
        self.column = column

    def __str__(self) -> str:
        place = [
            self.file,
            f"row {self.row}" if self.row is not None else None,
            f'column "{self.column}"' if self.column is not None else None,
        ]
        where = ", ".join(part for part in place if part)
        return f"{where}: {super().__str__()}" if where else super().__str__()


class WrongUse(Refused):
    """The question itself was put wrongly, for instance a threshold that is no pair of speeds."""


class NotOnShelf(TaskforceError, LookupError):
    """No such snapshot, layer or bundle on the shelf."""


class PromiseBroken(TaskforceError, ValueError):
    """A table does not keep what it promised: a column, a type or a unique key."""
