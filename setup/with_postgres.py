"""Run a command beside a PostgreSQL server of its own, which is gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

NOTE = Path("var/postgres/programs")
# Safe on a power cut is not what a throw-away server has to be.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def main(command: Sequence[str]) -> int:
    """Run the command with the server's address in the environment; its exit code is ours."""
    if not command:
        sys.exit("usage: python setup/with_postgres.py COMMAND [ARGUMENT ...]")
    home = programs()
    if home is None:
        print(
            "PostgreSQL: none here, so the database tests ran on SQLite only. "
            "`make postgres` finds or installs one."
        )
        return 0
    with server(home, QUICK) as port:
        url = f"postgres://postgres@127.0.0.1:{port}/postgres"
        print(f"PostgreSQL: {home}, port {port}", flush=True)
        environment = os.environ | {"TASKFORCE_DATABASE_URL": url}
        return subprocess.run(command, env=environment, check=False).returncode


def programs() -> Path | None:
    """The folder of the server's programs that setup/postgres.sh has noted, or None."""
    noted = Path(NOTE.read_text(encoding="utf-8").strip()) if NOTE.exists() else None
    return noted if noted and (noted / "initdb").exists() else None


@contextmanager
def server(home: Path, settings: str) -> Iterator[int]:
    """Start a server on loopback and offer its port."""
    folder = Path(mkdtemp(prefix="taskforce-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, _stand_in())
    data, port = folder / "data", _free_port()
    _run([home / "initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8"])
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {settings}"
    try:
        log = folder / "log"
        _run([home / "pg_ctl", "-D", data, "-o", options, "-w", "-l", log, "start"])
        yield port
    finally:
        _run([home / "pg_ctl", "-D", data, "-m", "immediate", "stop"])
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: Sequence[str | Path]) -> None:
    # PostgreSQL refuses to run as the superuser of the machine.
    dropped = ["setpriv", f"--reuid={_stand_in()}", "--clear-groups"]
    full = [*dropped, *command] if os.geteuid() == 0 else list(command)
    subprocess.run(full, check=True, stdout=subprocess.DEVNULL, cwd="/")


def _stand_in() -> str:
    """The user who runs the server when we may not."""
    import pwd

    names = {user.pw_name for user in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
