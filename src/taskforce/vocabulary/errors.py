"""What can go wrong, said so that the reader knows what to do next.

TaskforceError
├── Refused         the input is not taken in, and nothing was changed   (ValueError)
│   └── WrongUse    the question itself was put wrongly
├── NotOnShelf      no such snapshot, layer or bundle                    (LookupError)
└── PromiseBroken   a table is not what it promised to be                (ValueError)
"""

from __future__ import annotations

from pathlib import Path

from taskforce.vocabulary.text import Text


class TaskforceError(Exception):
    """The root of everything this software says has gone wrong.

    What reaches people who never see a terminal is said as `Text`, in both languages.
    """

    def __init__(self, message: str | Text, *, remedy: str | Text = "") -> None:
        self.words, self.advice = _both(message), _both(remedy)
        self.message, self.remedy = self.words.en, self.advice.en
        super().__init__(self.message, self.remedy)

    def __str__(self) -> str:
        return self.in_language("en")

    def in_language(self, language: str) -> str:
        """What is wrong and what to do, in Danish where it is known in Danish."""
        said = self.words.in_language(language), self.advice.in_language(language)
        return " ".join(said).strip()


def _both(said: str | Text) -> Text:
    return said if isinstance(said, Text) else Text(said, said)


class Refused(TaskforceError, ValueError):
    """The input is not taken in; says which file, row and column, and what to do."""

    def __init__(
        self,
        message: str | Text,
        *,
        remedy: str | Text = "",
        file: Path | str | None = None,
        row: int | None = None,
        column: str | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy)
        self.file = str(file) if file is not None else None
        self.row = row
        self.column = column

    def in_language(self, language: str) -> str:
        """Where, what is wrong, and what to do."""
        row, column = (one.in_language(language) for one in _PLACE)
        place = [
            self.file,
            f"{row} {self.row}" if self.row is not None else None,
            f'{column} "{self.column}"' if self.column is not None else None,
        ]
        where, said = ", ".join(part for part in place if part), super().in_language(language)
        return f"{where}: {said}" if where else said


_PLACE = (Text("række", "row"), Text("kolonne", "column"))


class WrongUse(Refused):
    """The question itself was put wrongly, for instance a threshold that is no pair of speeds."""


class NotOnShelf(TaskforceError, LookupError):
    """No such snapshot, layer or bundle on the shelf."""


class PromiseBroken(TaskforceError, ValueError):
    """A table does not keep what it promised: a column, a type or a unique key."""
