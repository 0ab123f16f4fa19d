"""Facts at the door: what is no fact, or no sane value, is refused with a remedy."""

from datetime import datetime

import pytest

from taskforce.rules.check import check
from taskforce.rules.facts import facts_from, read_facts
from taskforce.rules.rulebook_files import the_rulebook
from taskforce.vocabulary.errors import Refused

HOSTILE = [
    ("trench_length_m", 1e308),
    ("trench_length_m", -1),
    ("trench_length_m", "9.5"),
    ("trench_length_m", float("nan")),
    ("trench_length_m", float("inf")),
    ("trench_length_m", True),
    ("trench_length_m", 10**400),
    ("trench_length_m", [1]),
    ("trench_length_m", {"a": 1}),
    ("surface", "lava"),
    ("surface", 3),
    ("surface", "asphalt' || true || '"),
    ("road_on_list", "perhaps"),
    ("road_on_list", 1),
    ("start", "yesterday"),
    ("start", "0001-01-01"),
    ("start", "9999-12-31T23:59:59+00:00"),
    ("mast_height_m", 30),
    ("no_such_fact", 1),
    ("trench_lenght_m", 1),
]


@pytest.mark.parametrize(("name", "value"), HOSTILE, ids=lambda each: str(each)[:30])
def test_a_value_that_cannot_be_is_refused_with_the_name_and_a_remedy(name, value):
    with pytest.raises(Refused) as refused:
        facts_from({"case": "dig", name: value}, book=the_rulebook())
    assert refused.value.column == name
    assert refused.value.remedy


def test_ten_thousand_designations_are_refused():
    with pytest.raises(Refused, match="10,000 entries"):
        facts_from({"case": "mast", "designations": ["coastal_zone"] * 10_000}, book=the_rulebook())


def test_a_misspelt_fact_is_recognised():
    with pytest.raises(Refused, match='Did you mean "trench_length_m"'):
        facts_from({"case": "dig", "trench_lenght_m": 1}, book=the_rulebook())


@pytest.mark.parametrize("case", [None, "", "tunnel", 7])
def test_the_kind_of_case_must_be_said(case):
    with pytest.raises(Refused, match="kind of case"):
        facts_from({"case": case}, book=the_rulebook())


def test_a_fact_without_value_is_unknown_and_not_false():
    facts = facts_from({"case": "dig", "road_on_list": None}, book=the_rulebook())
    assert facts.value("road_on_list") is None


def test_a_time_without_a_zone_is_danish_time():
    facts = facts_from({"case": "dig", "start": "2026-07-01T08:00"}, book=the_rulebook())
    assert facts.value("start").isoformat() == "2026-07-01T08:00:00+02:00"


def test_what_is_read_from_other_facts_is_named():
    facts = facts_from({"case": "dig", "road_owner": "municipal"}, book=the_rulebook())
    assert facts.assumed == ("distance_to_road_m",)
    assert facts.given == {"road_owner": "municipal"}
    told = facts_from(
        {"case": "dig", "road_owner": "municipal", "distance_to_road_m": 7}, book=the_rulebook()
    )
    assert told.assumed == ()


@pytest.mark.parametrize(
    ("text", "row", "says"),
    [
        ("case: dig\ntrench_length_m: long\n", 2, "not a number"),
        ("case: dig\nsurface: grass\nsurface: soil\n", 3, "stands twice"),
        ("case: dig\nmethod: [\n", 3, "no readable YAML"),
        ("- case\n", 1, "no list of facts"),
        ("", 1, "no list of facts"),
        ("a: &a [x]\nb: *a\n", 1, "References"),
        ("case: dig\n1: 2\n", 1, "no list of facts"),
        ("case: !!python/object/apply:os.system ['true']\n", 1, "no readable YAML"),
        ('{"case": "dig", "duration_h": "x"}', 1, "not a number"),
        ("[" * 5000, 1, "no readable YAML"),
    ],
)
def test_a_file_that_cannot_be_read_names_the_line(tmp_path, text, row, says):
    path = tmp_path / "facts.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=says) as refused:
        read_facts(path, book=the_rulebook())
    assert (refused.value.file, refused.value.row) == (str(path), row)
    assert refused.value.remedy


def test_a_file_that_is_no_text_or_not_there_is_refused(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_bytes(b"case: \xff\xfe")
    with pytest.raises(Refused, match="UTF-8"):
        read_facts(path, book=the_rulebook())
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(Refused, match="larger"):
        read_facts(path, book=the_rulebook())
    with pytest.raises(Refused, match="cannot be opened"):
        read_facts(tmp_path / "none.yaml", book=the_rulebook())


def test_yaml_and_json_say_the_same(tmp_path):
    yaml, json = tmp_path / "a.yaml", tmp_path / "a.json"
    yaml.write_text("case: dig\nwork: new\nstart: 2026-11-02T08:00:00+01:00\nroad_on_list: yes\n")
    json.write_text(
        '{"case": "dig", "start": "2026-11-02T08:00:00+01:00",\n'
        '\t"work": "new", "road_on_list": true}'
    )
    book = the_rulebook()
    assert read_facts(yaml, book=book) == read_facts(json, book=book)


def test_a_municipality_that_is_not_there_is_refused():
    facts = facts_from({"case": "dig"}, book=the_rulebook())
    with pytest.raises(Refused, match="no municipality"):
        check(facts, book=the_rulebook(), municipality="9999", on=datetime(2026, 1, 1).date())  # noqa: DTZ001
