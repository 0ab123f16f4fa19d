"""A plan is looked at before it counts, taken in whole, and followed by its next version."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from taskforce.report.promises.ledger import Outcome
from taskforce.web.frame.journal.models import Details
from taskforce.web.plans.models import Openness, PlanVersion, RolloutPlan
from taskforce.web.plans.queries.template import template
from tests.web.plans.makers import (
    HEADS,
    LOLLAND,
    SKOVVEJ,
    SOENDERGADE,
    plan_of,
    renewed,
    version_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SAYS = {
    "name": "Fiber på landet",
    "openness": "confidential",
    "said_on": "2026-01-15",
    "source": "Udrulningsplan",
    "technology": "fibre",
    "download": "1000",
    "upload": "100",
    "due": "2027-12-31",
    "sureness": "planned",
}


def upload(browser, content, file_name="plan.csv", path="/udrulningsplaner/ny/", **says):
    file = io.BytesIO(content if isinstance(content, bytes) else content.encode())
    file.name = file_name
    return browser.post(path, {**SAYS, **says, "file": file})


def look(browser, content, **says):
    return browser.get(upload(browser, content, **says)["Location"])


def rows(*lines):
    return "\n".join((HEADS, *lines))


def test_looking_counts_for_nothing_and_tells_every_row(enter, caller):
    page = look(enter("operator"), rows(*SKOVVEJ, "Findesikke;1;4180", "Skovvej;;4180"))
    read = page.context["read"]
    assert [one.addresses for one in read.sorts] == [6]
    assert [(one.name, one.addresses) for one in read.within] == [("Sorø", 6)]
    assert [one.row for one in read.left_out] == [8, 9]
    version = PlanVersion.objects.get()
    assert (version.rows, version.promises, version.rejected_rows) == (8, 6, 2)
    assert version.waits
    assert not version.plan.areas.exists()


def test_what_is_taken_in_is_kept_with_its_day_and_source(enter):
    browser = enter("operator")
    upload(browser, rows(*SKOVVEJ))
    version = PlanVersion.objects.get()
    answer = browser.post(f"/udrulningsplaner/version/{version.pk}/indlaes/", follow=True)
    assert "Planen lover 6 adresser" in answer.content.decode()
    plan = RolloutPlan.objects.get()
    assert plan.operator.name == "Prøvenet"
    assert plan.openness == Openness.CONFIDENTIAL
    assert [(one.municipality.code, one.postcode, one.promised) for one in plan.areas.all()] == [
        ("0340", "4180", 6)
    ]
    assert plan.areas.get().kept is None
    told = browser.get(f"/udrulningsplaner/{plan.pk}/").content.decode()
    assert "15. januar 2026" in told
    assert "Udrulningsplan" in told
    assert "ikke sammenlignet" in told


def test_the_rows_left_out_can_be_fetched_and_mended(enter):
    browser = enter("operator")
    upload(browser, rows(*SKOVVEJ, "Findesikke;1;4180"))
    version = PlanVersion.objects.get()
    told = browser.get(f"/udrulningsplaner/version/{version.pk}/udeladt.csv").content.decode()
    assert "plan.csv;8;vejnavn;Findesikke;Adressen står ikke i regionens kortlægning." in told


def test_a_file_that_cannot_be_read_is_refused_with_its_name(enter):
    answer = upload(enter("operator"), "kunde;pris\nHansen;200\n")
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "plan.csv: Ingen række med kolonnenavne fortæller om et sted." in told
    assert not RolloutPlan.objects.exists()


@pytest.mark.parametrize(
    ("content", "file_name", "words"),
    [
        (HEADS, "plan.csv", "plan.csv: Filen har kolonnenavne, men ingen rækker. Hent den igen."),
        (b"PK\x03\x04 no zip", "plan.xlsx", "plan.xlsx: Regnearket kan ikke åbnes. Åbn det i et"),
        (b"{", "plan.geojson", "plan.geojson: Kortfilen kan ikke åbnes. Gem den igen"),
        (b"vej\x00\x01\x02" * 99, "plan.csv", "plan.csv: Filen er ingen tekst. Brug en CSV-"),
    ],
)
def test_why_a_file_is_refused_is_said_in_the_readers_language(enter, content, file_name, words):
    answer = upload(enter("operator"), content, file_name=file_name)
    assert words in answer.content.decode()
    english = upload(enter("operator"), content, file_name=file_name, path="/en/rollout-plans/new/")
    assert words not in english.content.decode()
    assert f"{file_name}: The " in english.content.decode()


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ({"said_on": str(localdate() + timedelta(days=1))}, "ligger i fremtiden"),
        ({"download": "0"}, "0.1"),
        ({"name": ""}, "påkrævet"),
        ({"technology": "røgsignaler"}, "røgsignaler"),
    ],
)
def test_what_cannot_be_is_told_on_the_form(enter, says, words):
    answer = upload(enter("operator"), rows(*SKOVVEJ), **says)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_the_second_file_gives_way_for_the_first_that_nobody_said_yes_to(enter):
    browser = enter("operator")
    first = upload(browser, rows(*SKOVVEJ))
    plan = RolloutPlan.objects.get()
    upload(browser, rows(*LOLLAND), path=f"/udrulningsplaner/{plan.pk}/version/")
    assert PlanVersion.objects.get().promises == 2
    assert browser.get(first["Location"]).status_code == 404


def test_a_file_that_is_let_go_takes_its_plan_and_its_files_along(enter, settings):
    browser = enter("operator")
    upload(browser, rows(*SKOVVEJ))
    version = PlanVersion.objects.get()
    with_files = list(settings.MEDIA_ROOT.iterdir())
    browser.post(f"/udrulningsplaner/version/{version.pk}/slet/")
    assert not RolloutPlan.objects.exists()
    assert len(with_files) == 3


def test_what_was_taken_in_cannot_be_let_go(enter):
    plan = plan_of(*SKOVVEJ)
    version = plan.versions.get()
    answer = enter("operator").post(f"/udrulningsplaner/version/{version.pk}/slet/", follow=True)
    assert "kan kun følges af en ny version" in answer.content.decode()
    assert plan.versions.exists()


def test_a_new_version_tells_what_it_changes_and_keeps_the_one_before(enter):
    plan = plan_of(*SKOVVEJ)
    path = f"/udrulningsplaner/{plan.pk}/version/"
    read = look(enter("operator"), rows(*SKOVVEJ[2:], *LOLLAND), path=path).context["read"]
    assert (read.added, read.same, read.gone) == (2, 4, 2)
    renewed(plan, *SKOVVEJ[2:], *LOLLAND, said_on=date(2026, 2, 1))
    assert plan.versions.count() == 2
    assert sum(one.promised for one in plan.areas.all()) == 8


def test_a_version_older_than_the_one_before_is_refused(enter):
    plan = plan_of(*SKOVVEJ, said_on=date(2026, 3, 1))
    answer = upload(enter("operator"), rows(*SKOVVEJ), path=f"/udrulningsplaner/{plan.pk}/version/")
    assert answer.status_code == 422
    assert "Den forrige version er nyere" in answer.content.decode()


def test_only_the_operator_itself_makes_its_plan_public(enter):
    plan = plan_of(*SKOVVEJ)
    path = f"/udrulningsplaner/{plan.pk}/hvem-ser/"
    for name in ("consultant", "other_operator", "coordinator"):
        assert enter(name).post(path, {"public": "yes"}).status_code == 403
    assert enter("operator").post(path, {"public": "yes"}).status_code == 302
    plan.refresh_from_db()
    assert plan.is_public
    enter("operator").post(path)
    plan.refresh_from_db()
    assert not plan.is_public


def test_the_taskforce_uploads_for_an_operator_but_never_publicly(enter):
    operator = plan_of(*SKOVVEJ).operator
    upload(
        enter("consultant"),
        rows(*LOLLAND),
        operator=operator.pk,
        name="Sendt pr. mail",
        openness="public",
    )
    assert RolloutPlan.objects.get(name="Sendt pr. mail").openness == Openness.CONFIDENTIAL


def test_a_plan_that_is_taken_back_keeps_its_promises(enter):
    plan = plan_of(*SKOVVEJ)
    browser, path = enter("operator"), f"/udrulningsplaner/{plan.pk}/traek-tilbage/"
    assert browser.get(path).status_code == 200
    browser.post(path)
    plan.refresh_from_db()
    assert plan.withdrawn_on == localdate()
    assert plan.areas.get().promised == 6


def test_what_waits_for_a_yes_stands_on_the_operators_desk(enter):
    version_of(*SKOVVEJ, name="Hemmelige veje")
    assert "Hemmelige veje" in enter("operator").get(reverse("workspace")).content.decode()
    assert "Hemmelige veje" not in enter("consultant").get(reverse("workspace")).content.decode()


def test_the_template_is_read_again(enter):
    for kind in ("csv", "xlsx"):
        empty = upload(enter("operator"), template(kind), file_name=f"plan.{kind}")
        assert "ingen rækker" in empty.content.decode()
    heads = template("csv").decode("utf-8-sig").strip()
    filled = f"{heads}\n;Skovvej;1;4180;fiber;1000;100;2027;\n"
    read = look(enter("operator"), filled).context["read"]
    assert [one.due for one in read.sorts] == [date(2027, 12, 31)]


def test_the_journal_never_says_what_a_plan_is_called(cast):
    plan_of(*SKOVVEJ, name="Hemmelige veje")
    assert Details.objects.exists()
    assert not Details.objects.filter(content__contains="Hemmelige veje").exists()
    assert not Details.objects.filter(content__contains="Udrulningsplan").exists()


def test_each_outcome_has_its_column():
    from taskforce.web.plans.models.area import COUNTS, PlanArea

    fields = {field.name for field in PlanArea._meta.fields}
    assert {one.value for one in Outcome} < set(COUNTS) <= fields


@pytest.mark.parametrize("line", [SOENDERGADE[0], "Søndergade;1;4180"])
def test_an_address_of_the_region_is_found(cast, line):
    assert version_of(line).promises == 1
