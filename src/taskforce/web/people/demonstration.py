"""Keep the demonstration's accounts, whose passwords everybody knows, inside the demonstration."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from taskforce.web.people.models import Account


def refuse_outside() -> None:
    """Stop the start when such an account exists and this is not the demonstration.

    Raises
    ------
    ImproperlyConfigured
        Says what to do.
    """
    if settings.DEBUG or Account._meta.db_table not in connection.introspection.table_names():
        return
    count = Account.objects.filter(demonstration=True).count()
    if count:
        raise ImproperlyConfigured(
            f"The database holds {count} accounts of the demonstration, whose passwords everybody "
            "knows. Show it with `taskforce demo`, or give the web a folder or a database of its "
            "own: TASKFORCE_VAR, TASKFORCE_DATABASE_URL."
        )
