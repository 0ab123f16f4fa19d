"""How fast the overview could be: decode the columns it needs, then one compiled pass over them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numba
import numpy as np
import pyarrow.parquet as pq

from taskforce.snapshot.shelf import Shelf
from taskforce.tables.coverage import USES_PER_PLACE
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import Counting
from taskforce.vocabulary.technology import counted as technologies_that_count

DOWN, UP = DEFAULT_THRESHOLD.download_kbps, DEFAULT_THRESHOLD.upload_kbps


@numba.njit(parallel=True, cache=True)  # type: ignore[untyped-decorator]
def _pass(columns, extra, sets, group, groups, down, up):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202, PLR0913
    workers = 2
    total = np.zeros((workers, groups), np.int64)
    below = np.zeros((workers, groups), np.int64)
    rows = group.shape[0]
    for worker in numba.prange(workers):
        for row in range(worker * rows // workers, (worker + 1) * rows // workers):
            enough = extra[sets[row]]
            for pair in range(columns.shape[0] // 2):
                enough |= columns[2 * pair, row] >= down and columns[2 * pair + 1, row] >= up
            total[worker, group[row]] += 1
            below[worker, group[row]] += not enough
    return total.sum(0), below.sum(0)


def counted(folder: Path) -> Iterator[tuple[int, int, int]]:
    """Count addresses and need by municipality, straight from the columns."""
    snapshot = Shelf(folder / "shelf").latest()
    technologies = technologies_that_count(Counting.FIXED, snapshot.technologies)
    names = [name for each in technologies for name in (each.download_column, each.upload_column)]
    speeds = pq.read_table(snapshot.file("speeds"), columns=[*names, "place_use", "overflow_set"])
    columns = np.stack([speeds[name].fill_null(0).to_numpy() for name in names])
    extra = _sets_that_are_enough(snapshot.file("overflow"), [each.value for each in technologies])
    group = speeds["place_use"].to_numpy()
    total, below = _pass(
        columns, extra, speeds["overflow_set"].to_numpy(), group, group.max() + 1, DOWN, UP
    )
    place = pq.read_table(snapshot.file("place"), columns=["place_id", "municipality"])
    code = np.zeros(place.num_rows, np.int64)
    code[place["place_id"].to_numpy()] = place["municipality"].cast("int64").to_numpy()
    of_group = code[np.arange(len(total)) // USES_PER_PLACE]
    for one in np.unique(code):
        yield one, total[of_group == one].sum(), below[of_group == one].sum()


def _sets_that_are_enough(file: Path, technologies: list[str]) -> np.ndarray:  # type: ignore[type-arg]
    pairs = pq.read_table(file).to_pandas()
    enough = np.zeros(int(pairs["overflow_set"].max() if len(pairs) else 0) + 1, np.bool_)
    met = (
        pairs["technology"].isin(technologies)
        & (pairs["download_kbps"] >= DOWN)
        & (pairs["upload_kbps"] >= UP)
    )
    enough[pairs.loc[met, "overflow_set"].to_numpy()] = True
    return enough
