"""Two mappings are replayed: the ledger counts exactly what they show, and nothing else."""

from collections import Counter
from datetime import date

import pytest

from taskforce.report.promises.kept import judged_lines, lines_in, write_lines, write_promises
from taskforce.report.promises.ledger import Outcome, Version, given, judge
from taskforce.report.promises.mappings import need_at, seen_in
from taskforce.siting.plan_list.promise import Place, Promise, Terms
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.technology import Technology
from tests.makers import GIGABIT, SLOW, Address, make_snapshot, uuid_of

SAID, DUE = date(2023, 9, 1), date(2025, 12, 31)
# Two pairs of which neither is better: one of them is what was promised.
OVERFLOWING = {Technology.FIBRE: [(2_000_000, 500_000), (1_000_000, 1_000_000)]}
HALF = {Technology.FIBRE: [(1_000_000, 300_000)]}
OTHERWISE = {Technology.CABLE: [(1_000_000, 1_000_000)]}
THEN = [SLOW] * 8 + [GIGABIT, SLOW, SLOW]
NOW = [GIGABIT] * 3 + [OVERFLOWING, SLOW, SLOW, HALF, OTHERWISE, GIGABIT, None]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    root = tmp_path_factory.mktemp("promises") / "shelf"
    for day, offers in (("2023-06-30", THEN), ("2026-06-30", NOW)):
        rows = [Address(uuid_of(n), one) for n, one in enumerate(offers)]
        make_snapshot(root, rows, day)
    return Shelf(root)


def promise(number, due=DUE):
    place = Place(uuid_of(number), "Strandvej", str(number), "4900", "0360")
    return Promise(place, Terms(Technology.FIBRE, 1_000_000, 1_000_000, due))


@pytest.fixture(scope="module")
def told():
    """Eleven addresses; the last has left the register, and one is due only in 2028."""
    dues = {5: date(2028, 12, 31)}
    return given([Version(SAID, [promise(n, dues.get(n, DUE)) for n in range(11)])])


def test_a_replay_of_two_mappings_gives_exact_counts(shelf, told):
    judged = judge(told, seen_in(shelf.snapshots(), told))
    assert Counter(one.outcome for one in judged) == {
        Outcome.KEPT: 4,
        Outcome.LATE: 3,
        Outcome.PENDING: 1,
        Outcome.ALREADY: 1,
        Outcome.UNKNOWN: 2,
    }
    assert [one.outcome for one in judged][3:5] == [Outcome.KEPT, Outcome.LATE]


def test_need_is_what_the_newest_mapping_says(shelf, told):
    need = need_at(shelf.latest(), told)
    assert need.below == {uuid_of(4), uuid_of(5)}
    assert need.unknown == {uuid_of(9), uuid_of(10)}
    assert need.as_of == date(2026, 6, 30)


def test_the_ledger_is_read_as_it_was_written(tmp_path, shelf, told):
    judged, need = judge(told, seen_in(shelf.snapshots(), told)), need_at(shelf.latest(), told)
    kept = judged_lines(judged, below=need.below, unknown=need.unknown)
    write_lines(tmp_path / "ledger", kept)
    lines = lines_in(tmp_path / "ledger")
    assert [one.outcome for one in lines] == [one.outcome for one in judged]
    assert [one.below for one in lines[3:6]] == [False, True, True]
    assert lines[9].below is None
    assert lines_in(tmp_path / "ledger", source_id=uuid_of(4)) == (lines[4],)
    assert lines_in(tmp_path / "ledger", municipalities=["0340"]) == ()


def test_a_version_is_read_as_it_was_written(tmp_path):
    write_promises(tmp_path / "version", [promise(1), promise(2)], said_on=SAID)
    assert [one.promise for one in lines_in(tmp_path / "version")] == [promise(1), promise(2)]
