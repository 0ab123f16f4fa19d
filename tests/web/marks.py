"""A mark of its own in every text that the database keeps, so that a leak tells where it is from.

A column is not searched for because somebody thought of it: all are marked, those of tomorrow
too, and only what is named as public may come out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Value
from django.db.models.functions import Cast, Concat

_TEXTS = (models.CharField, models.TextField)
_PATHS = (models.FileField, models.SlugField, models.FilePathField)
_ROOM = 9
# Codes that the software itself writes and looks up; with another value its pages would be lost.
_CODES = {"rule", "version", "sha256", "threshold"}
# Names that stand in the addresses of pages.
_NAMES_OF_PAGES = {
    "people.organisation.name",
    "editions.release.edition",
    "editions.release.before",
}


def mark_every_text() -> dict[str, str]:
    """Write a mark into each text column of the software's own tables; mark -> its column.

    A column that takes no mark, since the database holds it to a form or to a choice, keeps what
    it has: it has no room for a name either.
    """
    columns = enumerate(_text_columns())
    return dict(_marked(f"zq{number:03d}qz", model, field) for number, (model, field) in columns)


def _text_columns() -> Iterator[tuple[type[models.Model], models.Field]]:
    for model in apps.get_models():
        if model.__module__.startswith("taskforce."):
            yield from ((model, field) for field in model._meta.local_fields if _is_free(field))


def _is_free(field: models.Field) -> bool:
    """Whether somebody may write what he likes in a column, with room for a mark."""
    if not isinstance(field, _TEXTS) or isinstance(field, _PATHS):
        return False
    if field.name in _CODES or str(field).lower() in _NAMES_OF_PAGES:
        return False
    return not field.choices and (field.max_length or 99) > _ROOM


def _marked(mark: str, model: type[models.Model], field: models.Field) -> tuple[str, str]:
    name = f"{model._meta.label_lower}.{field.name}"
    text = Concat(Value(mark), Cast("pk", models.CharField())) if field.unique else Value(mark)
    with suppress(IntegrityError), transaction.atomic():
        model._default_manager.update(**{field.name: text})
    return mark, name
