"""The fingerprint of a file: the same bytes always give the same 64 letters."""

from __future__ import annotations

import hashlib
from pathlib import Path


def sha256_of(file: Path) -> str:
    """Compute the sha256 of a file without holding it in memory."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def fingerprint(*parts: str) -> str:
    """Compute one sha256 over several texts, their order and borders included."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part.encode())
    return digest.hexdigest()


def checksums(folder: Path) -> dict[str, str]:
    """Compute the checksum of every file in a folder, by name."""
    files = sorted(file for file in folder.iterdir() if file.is_file())
    return {file.name: sha256_of(file) for file in files}
