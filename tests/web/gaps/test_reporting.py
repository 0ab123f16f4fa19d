"""A report is taken once, without a login or a cookie, and its receipt tells what becomes of it."""

import pytest

from taskforce.web.gaps.models import Gap
from taskforce.web.gaps.queries.access import answers, sees
from taskforce.web.gaps.queries.awaiting import awaiting
from tests.web.gaps.flow import CHECK, SAID, SEND, START, checked, hidden, sent
from tests.web.gaps.makers import gap_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_the_way_from_the_form_to_the_receipt(cast, visitor):
    page = checked(visitor).content.decode()
    assert "Skovvej 4" in page
    assert "Adressen har ikke ordentligt internet" in page
    assert "Sorø Kommune svarer inden for 14 dage" in page
    assert Gap.objects.count() == 0
    receipt = visitor.get(sent(visitor)).content.decode()
    gap = Gap.objects.get()
    assert (gap.municipality.code, gap.kind, gap.label) == (
        "0340", "mobile", "Skovvej 4, 4180 (Sorø Kommune)",
    )  # fmt: skip
    assert (gap.map_standing, gap.cell != "", gap.email) == ("below", True, "")
    assert f"Din melding {gap.number}" in receipt
    assert "Der er intet signal i køkkenet" in receipt
    assert "Hvad kortet siger" in receipt


def test_the_same_form_sent_twice_is_one_report(cast, visitor):
    fields = hidden(checked(visitor))
    first, second = (visitor.post(SEND, fields) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert Gap.objects.count() == 1
    assert visitor.post(SEND, hidden(checked(visitor)))["Location"] != first["Location"]


def test_no_cookie_is_set_on_the_whole_way(cast, visitor):
    visitor.cookies.clear()
    where = sent(visitor)
    visitor.get(where)
    visitor.post(f"{where}ret/", {"whereabouts": "outdoors", "what": "Heller ikke i haven"})
    assert dict(visitor.cookies) == {}


def test_what_is_missing_is_said_and_what_was_written_stays(cast, visitor):
    page = checked(visitor, whereabouts="", q="Findesikkevej 7")
    told = page.content.decode()
    assert page.status_code == 422
    assert "Vælg, hvor den mangler." in told
    assert "Vi fandt ikke adressen. Vælg den kommune, den ligger i." in told
    assert "Der er intet signal i køkkenet" in told


def test_of_several_addresses_one_is_chosen(cast, visitor):
    page = checked(visitor, q="Skovvej")
    assert "Flere adresser passer" in page.content.decode()
    found = page.context["form"].hits
    chosen = checked(visitor, q="Skovvej", address=found[1].id)
    assert chosen.status_code == 200
    assert chosen.context["where"].label == found[1].label


def test_an_address_that_the_map_does_not_know_goes_to_the_municipality(cast, visitor):
    said = {"kind": "objection", "wrong": "missing_address", "q": "Nyvej 1", "municipality": "0360"}
    sent(visitor, **said)
    gap = Gap.objects.get()
    assert (gap.municipality.code, gap.wrong, gap.label, gap.cell) == (
        "0360", "missing_address", "Nyvej 1", "",
    )  # fmt: skip
    assert gap.whereabouts == ""


def test_a_point_goes_to_the_municipality_around_it_and_none_outside_the_region(cast, visitor):
    sent(visitor, q="", at="11.4601, 55.4272")
    assert Gap.objects.get().municipality.code == "0340"
    page = checked(visitor, q="", at="9.5, 56.0")
    assert page.status_code == 422
    assert "uden for regionen" in page.content.decode()


def test_what_a_machine_fills_in_is_refused(cast, visitor):
    assert checked(visitor, website="http://spam.example").status_code == 422
    assert Gap.objects.count() == 0


def test_a_form_on_another_site_is_refused(cast, visitor):
    said, elsewhere = {**SAID, "sent_key": "0" * 32}, {"Sec-Fetch-Site": "cross-site"}
    answer = visitor.post(SEND, said, headers=elsewhere)
    assert (answer.status_code, Gap.objects.count()) == (403, 0)


def test_one_machine_cannot_send_without_end(cast, visitor):
    tries = [visitor.post(SEND, {}, REMOTE_ADDR="192.0.2.77").status_code for _ in range(41)]
    assert tries[:40] == [422] * 40
    assert tries[40] == 429


def test_who_tries_again_is_led_to_the_receipt_and_not_held_up(cast, visitor):
    fields, machine = hidden(checked(visitor)), {"REMOTE_ADDR": "192.0.2.78"}
    receipt = visitor.post(SEND, fields, **machine)["Location"]
    for _ in range(40):
        visitor.post(SEND, {}, **machine)
    again = visitor.post(SEND, fields, **machine)
    assert (again.status_code, again["Location"]) == (302, receipt)


def test_the_form_can_be_reached_again_to_change_it(cast, visitor):
    fields = hidden(checked(visitor))
    page = visitor.post(CHECK, {**fields, "change": "1"})
    told = page.content.decode()
    assert page.status_code == 200
    assert "Der er intet signal i køkkenet" in told
    assert 'value="Skovvej 4, 4180"' in told
    assert "form-error" not in told
    assert hidden(page)["sent_key"] == fields["sent_key"]


def test_a_report_near_a_border_is_seen_on_both_sides(cast, caller):
    gap = gap_of(codes=("0340", "0360"))
    for name in ("coordinator", "other_coordinator", "consultant"):
        assert sees(caller(name), gap)
        assert answers(caller(name), gap)
    assert not answers(caller("case_officer"), gap)
    assert not sees(caller("operator"), gap)
    for name in ("coordinator", "other_coordinator"):
        (told,) = awaiting(caller(name), gap.received_at.date())
        assert (told.what, told.place) == (
            "1 melding om manglende dækning venter på svar", "Sorø",
        )  # fmt: skip


@pytest.mark.parametrize("path", [START, "/manglende-daekning/overblik/", "/en/missing-coverage/"])
def test_the_pages_open(cast, visitor, path):
    assert visitor.get(path).status_code == 200
