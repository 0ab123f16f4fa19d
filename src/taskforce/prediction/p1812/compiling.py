"""The first use of compiled numerics has to wait for them: say so, and never use stale ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_said: set[str] = set()
_MESSAGE = (
    "Compiling the radio model for this machine: up to a minute, the first time only "
    "(`taskforce warm-up` does it beforehand)."
)


def is_compiled(kernel: Any) -> bool:
    """Tell whether the first call of a kernel will find it compiled.

    Parameters
    ----------
    kernel
        A function compiled by numba with a cache.

    Returns
    -------
    bool
        Whether it has run, or a compiled form lies on the disk that is younger than its sources.
    """
    if kernel.signatures:
        return True
    code = kernel.py_func.__code__
    name = f"{Path(code.co_filename).stem}.{kernel.__name__}-{code.co_firstlineno}."
    newest = _newest_source()
    return any(
        file.name.startswith(name) and file.stat().st_mtime >= newest for file in _stored(kernel)
    )


def announce(kernel: Any, tell: Callable[[str], object] | None = None) -> None:
    """Say, once in a run, that a kernel is compiled first; drop what older sources left.

    Numba looks at the file of a function, not at those it calls: after an update of one of
    those a stale form would be used.

    Parameters
    ----------
    kernel
        A function compiled by numba with a cache.
    tell
        How to say it; a line on the standard error unless given.
    """
    if is_compiled(kernel):
        return
    newest = _newest_source()
    for file in _stored(kernel):
        if file.stat().st_mtime < newest:
            file.unlink(missing_ok=True)
    if not _said:
        (tell or _on_standard_error)(_MESSAGE)
    _said.add(kernel.__name__)


def _on_standard_error(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def _newest_source() -> float:
    return max(file.stat().st_mtime for file in _HERE.glob("*.py"))


def _stored(kernel: Any) -> list[Path]:
    folder = kernel.stats.cache_path
    return sorted(Path(folder).glob("*.nbi")) if folder else []
