"""The command line that counts a figure again from the frozen snapshot."""

from __future__ import annotations

from taskforce.report.certificates import key as keys
from taskforce.report.certificates.key import Key
from taskforce.report.certificates.record import Record
from taskforce.report.figures import THEN
from taskforce.vocabulary.use import Use

_USES = {use.value for use in Use}


def command_for(record: Record, key: Key) -> str | None:
    """Write the command that counts a figure again.

    Parameters
    ----------
    record
        The edition.
    key
        The name of the figure.

    Returns
    -------
    str or None
        For a machine with the same shelf; None for what others published, and for what one
        technology serves alone, which no command counts.
    """
    if key.sort in keys.OF_NEED:
        return f"taskforce need {_asked(record, key)} {_areas(record, key)}"
    if key.sort in (keys.CHANGE, keys.DIFFERENCE):
        pair = f"{record.label['previous']} {record.label['snapshot']}"
        return (
            f"taskforce compare {pair} {_threshold(key)} --count {key.counting} {_by(record, key)}"
        )
    if key.sort in (keys.SPOTS, keys.SPOT, keys.NEAREST, keys.SCATTERED):
        return f"taskforce white-spots {_asked(record, key)} --within {key.area}"
    if key.sort == keys.GROWTH:
        return _growth(record, key)
    return None


def _growth(record: Record, key: Key) -> str:
    slug, _, year = key.detail.rpartition("-")
    threshold = record.content["region"]["default_threshold"]
    asked = f"--year {year} --threshold {threshold} --rate {slug}"
    return f"taskforce growth {asked} --snapshot {record.label['snapshot']} {_by(record, key)}"


def _asked(record: Record, key: Key) -> str:
    snapshot = record.label["previous" if key.when == THEN else "snapshot"]
    return f"--snapshot {snapshot} {_threshold(key)} --count {key.counting}"


def _threshold(key: Key) -> str:
    return f"--threshold {key.threshold.replace('-', '/')}"


def _areas(record: Record, key: Key) -> str:
    if key.part and key.part not in _USES:
        return f"--by postcode --within {key.area}"
    split = " --split-use" if key.part else ""
    return f"{_by(record, key)} --within {key.area}{split}"


def _by(record: Record, key: Key) -> str:
    return f"--by {'region' if key.area == record.region else 'municipality'}"
