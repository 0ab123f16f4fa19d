"""The rulebook: all researched rules are in it, and a fault in it is found before it is used."""

import csv
import re
import shutil
from datetime import date

import pytest

from taskforce.rules.condition import condition
from taskforce.rules.fact import Case
from taskforce.rules.proving import faults, prove
from taskforce.rules.rule_page import rule_page
from taskforce.rules.rulebook_files import FOLDER, read_rulebook, the_rulebook
from taskforce.rules.standing import Layer
from taskforce.vocabulary.errors import Refused
from tests.official import REAL

RESEARCHED = REAL.parent / "reference" / "rules.csv"
ROADS = "national/post_notification.yaml"


@pytest.fixture
def copy(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "rulebooks")


def broken(copy, name, old, new):
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        prove(read_rulebook(copy))
    return refused.value


def test_the_rulebook_of_the_house_has_no_fault():
    assert list(faults(read_rulebook(FOLDER))) == []


def test_every_researched_rule_is_in_it_with_its_certainty():
    if not RESEARCHED.exists():
        pytest.skip("the researched rules are not at hand: ../shared/reference/rules.csv")
    with RESEARCHED.open(encoding="utf-8", newline="") as file:
        researched = {row["id"]: row for row in csv.DictReader(file)}
    book = the_rulebook()
    assert len(researched) == 146
    assert set(researched) <= set(book.rules)
    differ = {i for i, row in researched.items() if book.rules[i].certainty != row["confidence"]}
    assert differ == set()


def test_every_rule_has_a_page_in_both_languages():
    for rule in the_rulebook().rules.values():
        danish, english = rule_page(rule, language="da"), rule_page(rule, language="en")
        assert rule.title.da in danish
        assert rule.title.en in english
        assert all(source in danish for source in rule.sources)


def test_the_versions_follow_each_other_without_a_gap():
    book = the_rulebook()
    assert book.version(date(2016, 4, 7)) is None
    assert book.version(date(2020, 2, 4)).name == "2016"
    assert book.version(date(2020, 2, 5)).name == "2020"


def test_a_common_rule_counts_only_while_it_stands_in_the_guidelines():
    book = the_rulebook()
    common = (rule for rule in book.rules.values() if rule.layer == Layer.COMMON)
    new = next(rule for rule in common if set(rule.versions) == {"2020"})
    assert not book.counts(new, date(2019, 6, 1))
    assert book.counts(new, date(2021, 6, 1))


def test_local_rules_belong_to_their_municipality():
    book = the_rulebook()
    rules = book.in_force(date(2026, 1, 1), case=Case.MAST, municipality="0340")
    own = [rule.municipalities for rule in rules if rule.layer == Layer.LOCAL]
    assert all("0340" in codes for codes in own)


FAULTS = [
    ("in_road && work == 'new' && duration_h", "in_road && work == 'new' && duration", "no fact"),
    ("work == 'new' && duration_h", "work == 'newest' && duration_h", "choice"),
    ("&& duration_h > longest_h", "&& duration_h + 1 > longest_h", "different kinds"),
    ("&& duration_h > longest_h", "&& duration_h >", "no CEL"),
    ("&& duration_h > longest_h", "&& has(x.y)", "uses"),
    ("&& duration_h > longest_h", "&& [1,2].all(a, [1,2].all(b, a == b))", "uses"),
    ("- {from: 2018-07-01, value: 48}",
     "- {from: 2018-07-01, to: 2020-01-01, value: 48}\n          - {from: 2020-02-01, value: 40}",
     "no value holds on 2020-01-02"),
    ("- {from: 2018-07-01, value: 48}",
     "- {from: 2018-07-01, value: 48}\n          - {from: 2020-02-01, value: 40}", "two values"),
    ("- {from: 2018-07-01, value: 48}", "- {from: 2018-07-01, value: long}", "does not fit"),
    ("  - id: DIG-10\n", "  - id: DIG-09\n", "stands twice"),
    ("certainty: high", "certainty: sure", "Input should be"),
    ("outcome: permit_needed", "outcome: perhaps", "Input should be"),
    ("    sources:\n", "    origins:\n", "Field required|Unexpected"),
    ("rules:\n", "rules: [\n", "no readable YAML"),
    ("rules:\n", "regler:\n", "no part of a rulebook"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), FAULTS, ids=lambda each: each[:25])
def test_a_malformed_rulebook_is_refused_with_file_line_and_remedy(copy, old, new, says):
    error = broken(copy, ROADS, old, new)
    assert re.search(says, error.message)
    assert error.file.endswith(ROADS)
    assert error.row >= 1
    assert error.remedy


def test_a_text_in_one_language_is_refused(copy):
    error = broken(copy, ROADS, "en: Greatest length of the trench", 'en: ""')
    assert "missing in one language" in error.message


def test_the_running_rulebook_stays_in_force_when_the_files_break(copy, monkeypatch):
    monkeypatch.setenv("TASKFORCE_RULEBOOKS", str(copy))
    before = the_rulebook()
    (copy / ROADS).write_text("rules: [", encoding="utf-8")
    assert the_rulebook() is before
    with pytest.raises(Refused):
        read_rulebook(copy)


def test_an_empty_folder_is_no_rulebook(tmp_path):
    with pytest.raises(Refused, match="no rulebook"):
        read_rulebook(tmp_path)


@pytest.mark.parametrize("bomb", [
    "[1,2,3].all(a, [1,2,3].all(b, [1,2,3].all(c, true)))",
    "'a'.matches('(a+)+$')",
    "size('x' + 'x' + string(1)) > 0",
    "true" + " && true" * 200,
    "(" * 500 + "true" + ")" * 500,
])  # fmt: skip
def test_a_condition_that_could_run_away_is_refused(bomb):
    with pytest.raises(Refused):
        condition(bomb)


def test_a_missing_fact_matters_only_where_it_decides():
    test = condition("a && b")
    assert test.truth({"a": False}) is False
    assert test.truth({"a": True}) is None
    assert condition("a || b").truth({"b": True}) is True
    assert condition("!a").truth({}) is None
