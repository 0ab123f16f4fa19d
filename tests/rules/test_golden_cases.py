"""The golden cases: what a lawyer would say of a case is what the check says."""

import pytest

from taskforce.rules.check import check
from taskforce.rules.facts import facts_from
from taskforce.rules.rulebook_files import the_rulebook
from tests.rules.golden import golden_cases

CASES = golden_cases()


def test_there_are_more_than_a_hundred_besides_those_of_the_domain():
    assert len(CASES) >= 114
    assert len({(case.file, case.name) for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.name}")
def test_the_check_says_what_the_case_expects(case):
    book = the_rulebook()
    facts = facts_from(case.facts, book=book)
    answer = check(facts, book=book, municipality=case.municipality, on=case.on)
    found = {finding.rule for finding in answer.findings}
    assert answer.outcome == case.expect["outcome"]
    assert set(case.expect.get("findings", [])) <= found
    assert not set(case.expect.get("without", [])) & found
    assert set(case.expect.get("papers", [])) <= {paper.rule for paper in answer.papers}
    due = {one.rule: one.due.isoformat() if one.due else None for one in answer.deadlines}
    for rule, day in case.expect.get("deadlines", {}).items():
        assert due[rule] == day
    if "missing_facts" in case.expect:
        assert list(answer.missing_facts) == case.expect["missing_facts"]
