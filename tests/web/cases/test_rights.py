"""Who sees which case, who may change it, and that a draft is nobody's but the registrar's."""

import pytest
from django.urls import reverse

from taskforce.web.cases.actions.people import write_message
from taskforce.web.cases.models import Audience, CaseKind
from taskforce.web.cases.queries import access
from taskforce.web.cases.queries.found import found
from taskforce.web.frame.journal.actor import SOFTWARE
from tests.web.cases.makers import case_of, sent

pytestmark = pytest.mark.django_db
OFFICIALS = {"coordinator", "case_officer", "site_manager"}


@pytest.fixture
def allowed(cast, caller):
    def names(decide, *args):
        return {name for name in cast.everybody if decide(caller(name), *args)}

    return names


def test_a_draft_is_seen_by_its_registrar_and_the_taskforce_only(draft, allowed):
    assert allowed(access.sees, draft) == {"operator", "consultant"}
    assert allowed(access.edits, draft) == {"operator", "consultant"}
    assert allowed(access.handles, draft) == set()


def test_a_case_is_seen_by_the_municipality_the_applicant_and_the_taskforce(case, allowed):
    assert allowed(access.sees, case) == OFFICIALS | {"operator", "consultant"}
    assert allowed(access.handles, case) == {"coordinator", "case_officer", "consultant"}
    assert allowed(access.edits, case) == {"coordinator", "case_officer", "operator", "consultant"}


def test_a_lease_case_is_open_to_its_landlord_and_the_municipality(lease, allowed):
    assert allowed(access.sees, lease) == OFFICIALS | {"operator", "landlord", "consultant"}
    assert "site_manager" in allowed(access.handles, lease)


def test_an_operator_never_meets_another_operators_case(case, enter):
    client = enter("other_operator")
    assert client.get(reverse("case", args=[case.pk])).status_code == 403
    assert "Storgade" not in client.get(reverse("cases")).content.decode()
    assert "Storgade" not in client.get(reverse("cases-csv")).content.decode()
    assert "Fiber i" not in client.get(reverse("search"), {"q": "storgade"}).content.decode()
    assert "Storgade" not in client.get(reverse("workspace")).content.decode()


def test_a_list_never_shows_more_than_the_pages(monday, cast, caller):
    made = [
        case_of(title="A"),
        sent(case_of(title="B"), monday),
        sent(case_of(title="C", applicant="Andetnet", code="0360"), monday),
        sent(case_of(CaseKind.LEASE, landlord="Prøveboliger", title="D", code="0360"), monday),
    ]
    for name in cast.everybody:
        one = caller(name)
        listed = set(access.open_to(one).values_list("title", flat=True))
        assert listed == {case.title for case in made if access.sees(one, case)}, name


def test_a_search_finds_a_case_in_any_spelling_where_it_may_be_seen(case, allowed):
    assert allowed(found, "storgade soroe") == OFFICIALS | {"operator", "consultant"}
    assert allowed(found, " ") == set()


def test_what_authorities_write_among_themselves_stays_among_them(case, enter):
    told = {"by": SOFTWARE, "on_behalf_of": "Sorø"}
    write_message(case, "Til alle", audience=Audience.EVERYBODY, **told)
    write_message(case, "Kun os", audience=Audience.AUTHORITY, **told)
    path = reverse("case", args=[case.pk])
    applicant, officer = enter("operator").get(path), enter("case_officer").get(path)
    assert "Til alle" in applicant.content.decode()
    assert "Kun os" not in applicant.content.decode()
    assert "Kun os" in officer.content.decode()
    for kind in ("case-json", "case-pdf"):
        assert b"Kun os" not in enter("operator").get(reverse(kind, args=[case.pk])).content


def test_an_operator_cannot_write_to_the_authorities_alone(case, enter):
    given = {"text": "Hej", "audience": "authority"}
    answer = enter("operator").post(reverse("case-message", args=[case.pk]), given)
    assert answer.status_code == 422
    assert not case.messages.exists()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("operator", {"dig", "mast", "lease"}),
        ("landlord", {"lease"}),
        ("case_officer", {"dig", "mast", "lease"}),
        ("site_manager", set()),
        ("nobody", None),
    ],
)
def test_who_may_begin_which_kind_of_case(name, kinds, enter, monday):
    client = enter(name)
    opens = {
        kind
        for kind in CaseKind.values
        if client.get(reverse("case-new-of-kind", args=[kind])).status_code == 200
    }
    assert opens == (kinds or set())
    assert client.get(reverse("case-new")).status_code == (403 if kinds is None else 200)


def test_a_landlord_registers_for_itself_alone(enter, monday):
    page = enter("landlord").get(reverse("case-new-of-kind", args=["lease"])).content.decode()
    assert 'name="landlord"' not in page
    assert 'name="registrar"' not in page


def test_an_officer_registers_in_the_own_municipality_alone(enter, monday):
    given = {"title": "Fiber", "municipality": "1", "whereabouts": ""}
    client = enter("case_officer")
    answer = client.post(reverse("case-new-of-kind", args=["dig"]), given)
    assert answer.status_code == 302
    page = client.get(reverse("cases")).content.decode()
    assert "Fiber" in page
    assert "Sorø" in page


def test_files_are_shared_by_everybody_in_the_case_and_notes_are_not(case, enter):
    from django.core.files.base import ContentFile

    from taskforce.web.notes.models import Attachment

    operator, officer = enter("operator"), enter("case_officer")
    upload = {"file": ContentFile(b"Rute og tider", "plan.txt"), "next": f"/sager/{case.pk}/"}
    attached = operator.post(reverse("notes-attach", args=["cases.case", case.pk]), upload)
    assert attached.status_code == 302
    officer.post(reverse("notes", args=["cases.case", case.pk]), {"text": "Ring til vejafdelingen"})
    path = reverse("case", args=[case.pk])
    seen = operator.get(path).content.decode()
    assert "plan.txt" in seen
    assert "Ring til vejafdelingen" not in seen
    assert "plan.txt" in officer.get(path).content.decode()
    file = reverse("file", args=[Attachment.objects.get().pk])
    assert b"".join(officer.get(file)) == b"Rute og tider"
    assert enter("other_operator").get(file).status_code == 403
    assert operator.get(reverse("notes", args=["cases.case", case.pk])).status_code == 403
