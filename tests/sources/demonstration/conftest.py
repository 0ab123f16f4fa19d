"""A small demonstration region, written once for all tests of this folder."""

import csv

import pytest

from taskforce.sources.demonstration.deliveries import write_deliveries

ADDRESSES = 2_000


@pytest.fixture(scope="session")
def deliveries(tmp_path_factory):
    return write_deliveries(tmp_path_factory.mktemp("demonstration"), addresses=ADDRESSES)


@pytest.fixture(scope="session")
def read():
    return rows


def rows(path, delimiter, encoding="utf-8"):
    with path.open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))
