"""The made-up coverage meets the official shares, and has the small faults of real deliveries."""

import numpy as np
import pytest

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.calibration import municipality_shares
from taskforce.sources.demonstration.faults import FAULT_MARK

FIXED = ("fasttraadloest", "fiber", "kabel_tv", "xdsl")


def mbps(text):
    return float(text.replace(",", ".")) if text else 0.0


def enough(download, upload):
    return mbps(download) >= 100 and mbps(upload) >= 30


@pytest.fixture(scope="module")
def now(deliveries, read):
    """Address to whether it has 100/30 on one fixed technology in the newest file."""
    return {
        row["adgadr_id"]: any(enough(row[f"download_{t}"], row[f"upload_{t}"]) for t in FIXED)
        for row in read(deliveries.coverage_now, ";")
        if row["adgadr_id"] and not row["adgadr_id"].startswith(FAULT_MARK)
    }


@pytest.fixture(scope="module")
def then(deliveries, read):
    """Address to whether it had 100/30 on one fixed technology in the older files."""
    return served_in(deliveries.coverage_then, read)


def served_in(paths, read):
    served = {}
    for path in paths:
        if "mobil" in path.name:
            continue
        for row in read(path, ";", "latin-1"):
            better = enough(row["download_udt_privat_mbits"], row["upload_udt_privat_mbits"])
            served[row["id"]] = served.get(row["id"], False) or better
    return served


def share(served):
    return sum(served.values()) / len(served)


def test_three_quarters_were_well_served_then(then):
    assert share(then) == pytest.approx(0.77, abs=0.01)


def test_two_thirds_were_the_year_before_and_nobody_lost_it(deliveries, read, then):
    first = served_in(deliveries.coverage_first, read)
    assert share(first) == pytest.approx(0.66, abs=0.01)
    assert first.keys() == then.keys()
    assert all(then[address] for address, had in first.items() if had)


def test_nearly_all_are_well_served_now(now):
    assert share(now) == pytest.approx(0.98, abs=0.01)


def test_some_gain_and_few_lose(then, now):
    both = then.keys() & now.keys()
    gained = sum(now[address] and not then[address] for address in both)
    lost = sum(then[address] and not now[address] for address in both)
    assert gained > 10 * lost


def test_some_addresses_are_in_the_register_but_in_no_survey(deliveries, read):
    register = {row["id"] for row in read(deliveries.addresses, ",")}
    listed = {row["adgadr_id"] for row in read(deliveries.coverage_now, ";")}
    assert 0 < len(register - listed) < 0.02 * len(register)


def test_some_addresses_are_newer_than_the_older_survey(then, now):
    assert 0 < len(now.keys() - then.keys()) < 0.06 * len(now)


def test_some_addresses_are_even_newer_than_the_register(deliveries, read, now):
    register = {row["id"] for row in read(deliveries.addresses, ",")}
    assert 0 < len(now.keys() - register) < 0.03 * len(now)


def test_a_few_addresses_have_gone(deliveries, read, then, now):
    register = {row["id"] for row in read(deliveries.addresses, ",")}
    assert 0 < len(then.keys() - register - now.keys()) < 0.01 * len(then)


def test_faulty_rows_stay_well_below_the_limit_for_refusal(deliveries, read):
    rows = read(deliveries.coverage_now, ";")
    faulty = [
        row for row in rows if row["adgadr_id"].startswith(FAULT_MARK) or not row["adgadr_id"]
    ]
    assert 5 <= len(faulty) < 0.01 * len(rows)


def test_a_few_addresses_bear_the_name_of_the_municipality_next_door(deliveries, read):
    names = {place.code: place.name for place in facts.municipalities()}
    right = {row["id"]: names[row["kommunekode"]] for row in read(deliveries.addresses, ",")}
    wrong = [
        row
        for row in read(deliveries.coverage_now, ";")
        if row["adgadr_id"] in right and row["kommunenavn"] != right[row["adgadr_id"]]
    ]
    assert 1 <= len(wrong) < 5


def test_shares_keep_the_order_of_the_municipalities():
    places = facts.municipalities()
    shares = municipality_shares(0.77, np.full(17, 100), np.zeros(17))
    by_name = dict(zip((place.name for place in places), shares, strict=True))
    assert shares.mean() == pytest.approx(0.77)
    assert min(by_name, key=by_name.get) == "Stevns"
    assert max(by_name, key=by_name.get) == "Solrød"
    assert by_name["Køge"] > by_name["Holbæk"] > by_name["Odsherred"]
