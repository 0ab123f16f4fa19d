"""Write down the database of this release, with one of everything, for the next one's tests."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def write(var: Path) -> Path:
    """Make a database, fill it, and dump it beside the others."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from taskforce import __version__
    from tests.cast import gather
    from tests.web.furnished import furnish

    furnish(gather())
    target = HERE / f"{__version__}.sql"
    with sqlite3.connect(var / "taskforce.sqlite3") as database:
        target.write_text("\n".join(dumped(database)) + "\n", encoding="utf-8")
    return target


def dumped(database: sqlite3.Connection) -> Iterator[str]:
    """The statements that make the database again; an index of words is made, then filled.

    Python's own dump tells an index of words (FTS5) in statements that SQLite cannot run.
    """
    made = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    indexes = dict(database.execute(made).fetchall())
    for statement in database.iterdump():
        if statement == "COMMIT;":
            yield from (f"{sql};" for sql in indexes.values())
            yield from (f"INSERT INTO {name}({name}) VALUES('rebuild');" for name in indexes)
            yield from _triggers(database)
            yield statement
        elif not _is_of_an_index(statement, indexes):
            yield statement


def _is_of_an_index(statement: str, indexes: dict[str, str]) -> bool:
    if statement.startswith(("PRAGMA writable_schema", "CREATE TRIGGER")):
        return True
    opened = statement.partition("(")[0]
    return "sqlite_master" in opened or any(name in opened for name in indexes)


def _triggers(database: sqlite3.Connection) -> Iterator[str]:
    found = database.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return (f"{sql};" for (sql,) in found)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "TASKFORCE_VAR": folder,
            "TASKFORCE_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings",
        }
        write(Path(folder))
