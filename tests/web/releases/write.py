"""Write down the database of this release, with one of everything, for the next one's tests."""

from __future__ import annotations

import os
import sqlite3
import tempfile
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
        target.write_text("\n".join(database.iterdump()) + "\n", encoding="utf-8")
    return target


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "TASKFORCE_VAR": folder,
            "TASKFORCE_DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "taskforce.web.project.settings",
        }
        write(Path(folder))
