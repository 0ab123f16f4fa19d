"""Two people write in one text: nobody's words are wiped out by somebody who never saw them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from copy import copy
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _

_OVERTAKEN = "overtaken"
_LENGTH = 20


class SeenForm(forms.Form):
    """A form that remembers what its reader saw when it was opened."""

    seen = forms.CharField(required=False, max_length=_LENGTH, widget=forms.HiddenInput)

    @property
    def overtaken(self) -> bool:
        """Whether somebody else has saved meanwhile."""
        return self.is_bound and self.has_error(NON_FIELD_ERRORS, _OVERTAKEN)

    def said(self, names: Iterable[str]) -> dict[str, Any]:
        """What was filled in; browsers end lines in their own way, which is no change of words."""
        return {name: _with_one_line_end(self.cleaned_data[name]) for name in names}

    def look_again(self, thing: models.Model, names: Iterable[str]) -> None:
        """Let the next try count as having seen what stands there now."""
        data: Any = copy(self.data)
        data[self.add_prefix("seen")] = mark(thing, names)
        self.data = data


def mark(thing: models.Model | None, names: Iterable[str]) -> str:
    """A short name of what these fields say now; "" of nothing."""
    if thing is None:
        return ""
    said = "\0".join(f"{name}={getattr(thing, name)}" for name in sorted(names))
    return hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]


def refuse_unseen(
    thing: models.Model | None, told: Mapping[str, Any], *, names: Iterable[str], seen: str | None
) -> None:
    """Stop where the words that stand there are neither those that were seen nor the new ones.

    Whoever sends the same form twice is not in their own way. None means that nobody looked.

    Raises
    ------
    ValidationError
        Somebody else has saved meanwhile.
    """
    if seen is None or mark(thing, names) == seen:
        return
    if thing and all(_same(getattr(thing, name), new) for name, new in told.items()):
        return
    raise ValidationError(
        _(
            "This text has been saved since you opened it, by somebody else or by you in another "
            "window. Your words still stand in the form; above it you see how the two differ. Mend "
            "yours, and save once more."
        ),
        code=_OVERTAKEN,
    )


def _with_one_line_end(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _same(old: Any, new: Any) -> bool:
    # A file that is chosen anew, or left alone, says nothing about the words.
    return old == new or isinstance(old, models.fields.files.FieldFile)
