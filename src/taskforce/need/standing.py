"""Whether an address has proper internet: above the threshold, below it, or unknown."""

from __future__ import annotations

import functools
import operator
from collections.abc import Sequence
from typing import TYPE_CHECKING

import ibis

from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Technology

if TYPE_CHECKING:
    import ibis.expr.types as ir


def standing(
    table: ir.Table,
    *,
    threshold: Threshold,
    technologies: Sequence[Technology],
    overflow: ir.Table | None = None,
) -> ir.BooleanValue:
    """Say for each row whether one technology alone meets the threshold.

    Download and upload must hold together on one technology. An unknown speed leaves the answer
    open unless another technology settles it: the three-valued logic of Kleene, which is also
    that of SQL, so that the same expression runs on DuckDB and on Spark.

    Parameters
    ----------
    table
        `speeds` or `cube`: for each technology `<technology>_download_kbps` and
        `<technology>_upload_kbps` (kbit/s, 0 not offered, null unknown), and `overflow_set`.
    threshold
        The lowest download and upload speed that is enough.
    technologies
        Those that count. One alone gives the standing per technology; none gives unknown.
    overflow
        The snapshot's table `overflow`. Leave it out only when it is empty.

    Returns
    -------
    ir.BooleanValue
        True above, False below, null unknown; one value per row of `table`.

    References
    ----------
    docs/figures/need.md
    """
    answers = [
        _enough(table[each.download_column], table[each.upload_column], threshold)
        for each in technologies
    ]
    if overflow is not None and technologies:
        answers.append(_enough_in_overflow(table, overflow, threshold, technologies))
    return functools.reduce(operator.or_, answers, ibis.literal(False)) if answers else _unknown()


def _enough(
    download: ir.IntegerValue, upload: ir.IntegerValue, threshold: Threshold
) -> ir.BooleanValue:
    return (download >= threshold.download_kbps) & (upload >= threshold.upload_kbps)


def _enough_in_overflow(
    table: ir.Table,
    overflow: ir.Table,
    threshold: Threshold,
    technologies: Sequence[Technology],
) -> ir.BooleanValue:
    pairs = overflow.filter(overflow.technology.isin([each.value for each in technologies]))
    enough = _enough(pairs.download_kbps, pairs.upload_kbps, threshold)
    surely = table.overflow_set.isin(pairs.filter(enough).overflow_set)
    perhaps = table.overflow_set.isin(pairs.filter(enough.isnull()).overflow_set)
    # "Perhaps and unknown" is unknown where a pair lacks a speed, and false everywhere else.
    return surely | (perhaps & _unknown())


def _unknown() -> ir.BooleanValue:
    return ibis.null("boolean")
