"""How the fields of the models become fields of a form: days with a calendar, links with https."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.forms import Field

from taskforce.web.frame.forms import DayInput


def field_of(field: models.Field[Any, Any], **options: Any) -> Field | None:
    """The form's field for a model's field."""
    if isinstance(field, models.DateField):
        options["widget"] = DayInput
    if isinstance(field, models.URLField):
        options["assume_scheme"] = "https"
    found: Field | None = field.formfield(**options)
    return found
