"""Small files in the official Danish layout, as the publisher writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from tests.makers import uuid_of

REAL = Path(__file__).parent.parent.parent / "shared" / "data"

COLUMNS = (
    "adgadr_id",
    "vejnavn",
    "husnr",
    "postnr",
    "kommunenavn",
    "etrs89koordinat_oest",
    "etrs89koordinat_nord",
    "download_fasttraadloest",
    "upload_fasttraadloest",
    "download_fiber",
    "upload_fiber",
    "download_kabel_tv",
    "upload_kabel_tv",
    "download_xdsl",
    "upload_xdsl",
    "download_mobil",
    "upload_mobil",
)

# A place in Sorø municipality.
_USUAL = {
    "vejnavn": "Søndergade",
    "husnr": "1",
    "postnr": "4180",
    "kommunenavn": "Sorø",
    "etrs89koordinat_oest": "655000,160000000033",
    "etrs89koordinat_nord": "6145000,94000000041",
    "download_fiber": "1000",
    "upload_fiber": "1000",
    "download_mobil": "200",
    "upload_mobil": "10",
}


def row(number: int, **cells: str) -> dict[str, str]:
    """One address, numbered, with fibre unless told otherwise; each some metres from the last."""
    usual = {**_USUAL, "adgadr_id": uuid_of(number), "husnr": str(number)}
    usual["etrs89koordinat_oest"] = f"{655000 + 10 * (number % 500)},160000000033"
    return usual | cells


def rows(count: int) -> list[dict[str, str]]:
    return [row(number) for number in range(1, count + 1)]


def official(content: Iterable[dict[str, str]], *, columns: Sequence[str] = COLUMNS) -> str:
    """The file: semicolons, text in quotation marks, the postcode bare, empty cells bare."""
    lines = [";".join(f'"{name}"' for name in columns)]
    for cells in content:
        values = [(name, cells.get(name, "")) for name in columns]
        lines.append(
            ";".join(
                value if name == "postnr" or not value else f'"{value}"' for name, value in values
            )
        )
    return "\n".join(lines) + "\n"


def written(folder: Path, content: str | bytes, name: str = "BBK26_udbudt.csv") -> Path:
    """Put a file into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def real_file(*parts: str) -> Path:
    """A real file of a publisher; the test is skipped where it is not at hand."""
    file = REAL.joinpath(*parts)
    if not file.exists():
        pytest.skip(f"real file {'/'.join(parts)} is not at hand (../shared/data)")
    return file
