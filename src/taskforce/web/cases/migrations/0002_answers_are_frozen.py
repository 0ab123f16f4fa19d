"""The database itself refuses to change an answer that was frozen."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSAL = "A frozen answer is never changed."
SQLITE = (
    f"""
CREATE TRIGGER frozen_check_refuses BEFORE UPDATE ON cases_frozencheck
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
""",
)
POSTGRESQL = (
    f"""
CREATE FUNCTION frozen_check_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
""",
    """
CREATE TRIGGER frozen_check_refuses BEFORE UPDATE ON cases_frozencheck
FOR EACH ROW EXECUTE FUNCTION frozen_check_refuses()
""",
)
SQLITE_BACK = ("DROP TRIGGER frozen_check_refuses",)
POSTGRESQL_BACK = (
    "DROP TRIGGER frozen_check_refuses ON cases_frozencheck",
    "DROP FUNCTION frozen_check_refuses()",
)


def refuse(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the refusal in place."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


def allow(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the refusal away again."""
    for statement in SQLITE_BACK if editor.connection.vendor == "sqlite" else POSTGRESQL_BACK:
        editor.execute(statement)


class Migration(migrations.Migration):
    """After the tables are there."""

    dependencies: ClassVar = [("cases", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(refuse, allow)]
