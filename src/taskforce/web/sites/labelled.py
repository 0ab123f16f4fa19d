"""A word of the vocabulary that is said in two languages."""

from __future__ import annotations

from typing import Protocol

from taskforce.vocabulary.text import Text


class Labelled(Protocol):
    """A word with its label."""

    @property
    def value(self) -> str: ...

    @property
    def label(self) -> Text: ...
