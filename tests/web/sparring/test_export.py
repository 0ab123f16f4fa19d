"""A question is taken along with its whole thread, by those who read it and nobody else."""

import json

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from taskforce.web.frame.journal.models import Entry
from taskforce.web.sparring.document import QuestionDocument
from tests.web.sparring.makers import logged, proposed

pytestmark = pytest.mark.django_db


def test_the_schema_in_the_package_is_that_of_the_document():
    with open(finders.find("sparring/question-schema.json"), encoding="utf-8") as file:
        assert json.load(file) == QuestionDocument.model_json_schema(mode="serialization")


def test_both_sides_take_the_same_thread_along_without_the_hours(question, cast, enter):
    proposed(question, cast.consultant)
    logged(question, cast.consultant)
    there = reverse("sparring-question-json", args=[question.pk])
    told = json.loads(enter("case_officer").get(there).content)
    assert set(told) == set(QuestionDocument.model_fields)
    assert [one["step"] for one in told["messages"]] == ["asked", "answered", "proposed"]
    assert [one["side"] for one in told["messages"]] == ["Sorø", "Taskforcen", "Taskforcen"]
    assert (told["state"], told["consent"], told["effect"]) == ("answered", "asked", "")
    assert told == json.loads(enter("consultant").get(there).content)
    assert Entry.objects.filter(what="question.exported").count() == 2
    assert enter("other_coordinator").get(there).status_code == 403
