"""A case can be taken along, as a paper and as a document that keeps its written promise."""

import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from taskforce.web.cases.actions.deciding import add_condition, decide
from taskforce.web.cases.actions.people import add_party, write_message
from taskforce.web.cases.actions.statements import ask_statement
from taskforce.web.cases.document import CaseDocument
from taskforce.web.cases.models import Audience, EventKind
from taskforce.web.cases.queries.paper import paper_of
from taskforce.web.frame.journal.actor import SOFTWARE
from tests.house.source_files import ROOT
from tests.paper_access import faults
from tests.web.cases.conftest import MONDAY
from tests.web.cases.makers import steps

pytestmark = pytest.mark.django_db
PAGE = ROOT / "docs/case-export.md"


@pytest.fixture
def whole(case):
    """A case in which everything that can be exported is there, and what must not be too."""
    add_party(case, {"role": "neighbour", "name": "Birthe Naboersen"}, by=SOFTWARE)
    told = {"audience": Audience.EVERYBODY, "on_behalf_of": "Sorø", "by": SOFTWARE}
    write_message(case, "Ring til Birthe", **told)
    ask_statement(case, {"asked_from": "Politiet", "asked_on": MONDAY}, by=SOFTWARE)
    steps(case, (EventKind.COMPLETE, MONDAY))
    add_condition(case, text="Ryd op efter arbejdet.", by=SOFTWARE)
    given = {
        "outcome": "with_conditions",
        "decided_on": MONDAY,
        "reasons": "Vejen kan bære det.",
        "appeal_route": "road",
    }
    decide(case, given, reference="05.01-77", by=SOFTWARE)
    return case


@pytest.fixture
def exported(whole, enter):
    answer = enter("operator").get(reverse("case-json", args=[whole.pk]))
    return json.loads(answer.content)


def schema():
    with open(finders.find("cases/case-schema.json"), encoding="utf-8") as file:
        return json.load(file)


def parts(described):
    """The names of every part, and the keys it promises."""
    return {"": described, **described["$defs"]}


def test_the_schema_in_the_package_is_that_of_the_document():
    assert schema() == CaseDocument.model_json_schema(mode="serialization")


def test_the_page_names_every_key_that_the_schema_promises():
    told = set(re.findall(r"`(\w+)`", PAGE.read_text(encoding="utf-8")))
    promised = {name for part in parts(schema()).values() for name in part["properties"]}
    assert promised - told == set()


def test_an_export_holds_exactly_what_is_promised(exported):
    described = schema()
    assert set(exported) == set(described["required"])
    assert exported["format"] == "digital-taskforce/case/1"
    lists = {
        "checks": "Check",
        "events": "Happened",
        "clocks": "RunningClock",
        "statements": "Asked",
        "conditions": "Condition",
    }
    for key, name in lists.items():
        promised = set(described["$defs"][name]["required"])
        assert exported[key]
        assert all(set(one) == promised for one in exported[key])
    assert set(exported["place"]) == set(described["$defs"]["Place"]["required"])
    assert set(exported["decision"]) == set(described["$defs"]["Decided"]["required"])


def test_an_export_says_what_the_case_says(exported, whole):
    assert exported["reference"] == "05.01-77"
    assert exported["place"]["municipality_code"] == "0340"
    assert exported["place"]["geometry"]["type"] == "Point"
    assert [one["kind"] for one in exported["events"]][-1] == "decided"
    check = exported["checks"][0]
    assert check["on"] == MONDAY.isoformat()
    assert check["answer"] == whole.checks.first().answer
    assert exported["decision"]["appeal_text"].startswith("Du kan klage")


def test_neither_parties_nor_messages_leave_the_house(exported, whole):
    for text in (json.dumps(exported, ensure_ascii=False), words_of(whole)):
        assert "Politiet" in text
        assert "Birthe" not in text


def test_the_paper_says_where_the_permit_is_given(whole, enter):
    answer = enter("operator").get(reverse("case-pdf", args=[whole.pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert faults(answer.content, "da") == []
    told = words_of(whole)
    assert "05.01-77" in told
    assert "kommunens eget system" in told
    assert "Ryd op efter arbejdet." in told
    assert "Fiber i Storgade" in told


def words_of(case):
    """Everything that the paper prints; nothing else reaches its template."""
    return json.dumps(paper_of(case, on=MONDAY), ensure_ascii=False, default=str)
