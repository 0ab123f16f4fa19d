"""Rows of a database, made once and put back as often as a test asks for them."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

from django.apps import apps
from django.db import transaction
from django.db.models import Model

Rows = list[tuple[type[Model], list[Model]]]


def rows_made_by(make: Callable[[], object]) -> Rows:
    """The rows that something writes into an empty database, which is empty again afterwards."""
    before = _all_rows()
    with transaction.atomic():
        make()
        after = _all_rows()
        transaction.set_rollback(True)
    changed = [model for model in after if len(after[model]) != len(before[model])]
    assert not any(before[model] for model in changed), "There were rows already."
    return [(model, after[model]) for model in changed]


def put_back(rows: Rows) -> None:
    """Write the rows again, with the numbers they had."""
    with transaction.atomic():
        for model, made in rows:
            model._base_manager.bulk_create([copy(one) for one in made])


def _all_rows() -> dict[type[Model], list[Model]]:
    models = apps.get_models(include_auto_created=True)
    return {
        model: list(model._base_manager.order_by("pk"))
        for model in models
        if model._meta.managed and not model._meta.proxy
    }
