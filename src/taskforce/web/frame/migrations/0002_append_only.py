"""The database itself refuses to change or delete a line of the journal."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSAL = "The journal is append-only."
SQLITE = """
CREATE TRIGGER journal_refuses_{verb} BEFORE {verb} ON frame_entry
BEGIN SELECT RAISE(ABORT, '{refusal}'); END
"""
POSTGRESQL = (
    f"""
CREATE FUNCTION journal_refuses() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
""",
    """
CREATE TRIGGER journal_refuses BEFORE UPDATE OR DELETE ON frame_entry
FOR EACH ROW EXECUTE FUNCTION journal_refuses()
""",
)
SQLITE_BACK = tuple(f"DROP TRIGGER journal_refuses_{verb}" for verb in ("UPDATE", "DELETE"))
POSTGRESQL_BACK = ("DROP TRIGGER journal_refuses ON frame_entry", "DROP FUNCTION journal_refuses()")


def refuse(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the refusal in place."""
    sqlite = [SQLITE.format(verb=verb, refusal=REFUSAL) for verb in ("UPDATE", "DELETE")]
    for statement in sqlite if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


def allow(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take the refusal away again."""
    lite = editor.connection.vendor == "sqlite"
    for statement in SQLITE_BACK if lite else POSTGRESQL_BACK:
        editor.execute(statement)


class Migration(migrations.Migration):
    """After the tables are there."""

    dependencies: ClassVar = [("frame", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(refuse, allow)]
