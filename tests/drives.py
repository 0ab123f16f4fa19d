"""Small logs of drive tests, as telephones write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

GNETTRACK = (
    "Timestamp",
    "Longitude",
    "Latitude",
    "Operatorname",
    "Operator",
    "Cellname",
    "Node",
    "CellID",
    "LAC",
    "NetworkTech",
    "Level",
    "Qual",
    "SNR",
    "CQI",
    "LTERSSI",
    "ARFCN",
    "PSC",
    "Altitude",
    "Distance",
    "TA",
    "BAND",
)
START = datetime(2026, 6, 30, 12, 0, 0)  # noqa: DTZ001 - a telephone's clock tells no zone

# A road in Sorø municipality.
USUAL = {
    "Longitude": "11.556000",
    "Latitude": "55.431000",
    "Operatorname": "TDC",
    "Operator": "23801",
    "Node": "21",
    "CellID": "11",
    "LAC": "7000",
    "NetworkTech": "4G",
    "Level": "-95",
    "Qual": "-9",
    "SNR": "12.0",
    "BAND": "L20",
}


def met(second: int = 0, **cells: str) -> dict[str, str]:
    """One row of a log, some seconds after the start, each 50 m further north."""
    when = START + timedelta(seconds=second)
    moved = f"{55.431 + 0.00045 * second:.6f}"
    return USUAL | {"Timestamp": f"{when:%Y.%m.%d_%H.%M.%S}", "Latitude": moved} | cells


def log(rows: Iterable[dict[str, str]]) -> str:
    """G-NetTrack's log: TAB between the cells, one TAB more at the end of each row, '-' unknown."""
    lines = ["\t".join(GNETTRACK)]
    lines += ["\t".join(row.get(name, "-") for name in GNETTRACK) + "\t" for row in rows]
    return "\r\n".join(lines) + "\r\n"


def in_file(folder: Path, text: str, name: str = "drive_log.txt") -> Path:
    """Put a log into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(text.encode())
    return file
