"""Run a command beside a PostgreSQL server of its own, which is gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

PLACE = Path(__file__).resolve().parent.parent / "var/postgres"
# What setup/postgres.sh leaves there.
NOTE, PACKAGES = PLACE / "bin-path", PLACE / "packages"
# Safe on a power cut is not what a throw-away server has to be.
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
NONE_HERE = (
    "PostgreSQL: none here; the database tests ran on SQLite only. "
    "Install postgresql to run them on both."
)
INTERRUPTED = 130


def main(command: Sequence[str]) -> int:
    """Run the command with the server's address in the environment; its exit code is ours."""
    if not command:
        sys.exit("usage: python setup/with_postgres.py COMMAND [ARGUMENT ...]")
    home = programs()
    if home is None:
        print(NONE_HERE)
        return 0
    # Whoever is told to stop tidies up as on Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with server(home, QUICK) as port:
            url = f"postgres://postgres@127.0.0.1:{port}/postgres"
            print(f"PostgreSQL: {home}, port {port}", flush=True)
            environment = os.environ | {"TASKFORCE_DATABASE_URL": url}
            return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return INTERRUPTED


def programs() -> Path | None:
    """The folder of the server's programs that setup/postgres.sh has noted, or None."""
    noted = Path(NOTE.read_text(encoding="utf-8").strip()) if NOTE.exists() else None
    return noted if noted and (noted / "initdb").exists() else None


@contextmanager
def server(home: Path, settings: str) -> Iterator[int]:
    """Start a server that only this machine reaches, offer its port, and leave nothing behind."""
    folder = Path(mkdtemp(prefix="taskforce-postgresql-"))
    try:
        if _is_root():
            home = _within_reach(home, folder)
        data, port = folder / "data", _free_port()
        # The same letters sort and match alike on every machine, whatever its own language.
        language = ["-E", "UTF8", "--locale=C.UTF-8"]
        _run([home / "initdb", "-D", data, "-A", "trust", "-U", "postgres", *language])
        control: list[str | Path] = [home / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
        options = f"-p {port} -k '' -c listen_addresses=127.0.0.1 {settings}"
        try:
            _run([*control, "-o", options, "start"])
            yield port
        finally:
            _run([*control, "-m", "immediate", "stop"], check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_root() -> bool:
    return os.geteuid() == 0


def _within_reach(home: Path, folder: Path) -> Path:
    """Let the stand-in work in the folder, and find there what lies in ours."""
    stand_in = _stand_in()
    os.chown(folder, stand_in.pw_uid, stand_in.pw_gid)
    if PACKAGES not in home.parents:
        return home
    # The stand-in may not be let into the folder that the repository lies in.
    copied = shutil.copytree(PACKAGES, folder / "packages")
    return copied / home.relative_to(PACKAGES)


def _run(command: Sequence[str | Path], *, check: bool = True) -> None:
    dropped: dict[str, Any] = {}
    if _is_root():
        stand_in = _stand_in()
        dropped = {"user": stand_in.pw_uid, "group": stand_in.pw_gid, "extra_groups": []}
    subprocess.run(command, check=check, stdout=subprocess.DEVNULL, cwd="/", **dropped)


def _stand_in() -> pwd.struct_passwd:
    """Who runs the server for root: PostgreSQL refuses to run as the superuser of a machine."""
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
