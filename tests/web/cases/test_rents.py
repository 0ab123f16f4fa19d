"""The market rent by the state's three methods, with every step in words."""

import pytest
from django.urls import reverse

from taskforce.web.cases.models import Rent

pytestmark = pytest.mark.django_db
VALUATION = {"value_dkk_per_m2": "500", "area_m2": "40", "return_percent": "5"}
LEASES = {
    f"{name}_{row}": value
    for row in (1, 2, 3)
    for name, value in {
        "place": f"Mast {row}",
        "dkk": str(row * 10_000),
        "m2": "100",
        "source": "https://example.org/referat",
    }.items()
}
GIVEN = {
    "I": VALUATION,
    "II": {"area_m2": "50", **LEASES},
    "III": {"dkk_per_year": "12000", "valuer": "Prøve Vurdering", "on": "2026-02-02"},
}


@pytest.mark.parametrize(
    ("method", "amount"), [("I", "1.000"), ("II", "10.000"), ("III", "12.000")]
)
def test_each_method_reckons_in_words_and_keeps_nothing(method, amount, enter, monday):
    path = reverse("rent-method", args=[method])
    page = enter("operator").post(path, GIVEN[method]).content.decode().replace("\u00a0", " ")
    assert f"{amount},00 kr." in page
    assert "Sådan er den beregnet" in page
    assert not Rent.objects.exists()


def test_a_landlord_keeps_the_reasoning_and_is_warned_of_a_rent_below_the_market(lease, enter):
    client = enter("landlord")
    reckoned = client.post(reverse("case-rent-method", args=[lease.pk, "I"]), VALUATION)
    assert reckoned.status_code == 302
    given = {"agreed_dkk": "400", "agreed_on": "2026-02-02", "note": ""}
    client.post(reverse("case-rent", args=[lease.pk]), given)
    page = client.get(reverse("case-rent", args=[lease.pk])).content.decode()
    assert "alert-warning" in page
    assert Rent.objects.get(case=lease).reasoning["method"] == "I"


@pytest.mark.parametrize("hostile", ["1e308", "-5", "NaN", "=1+1", "9" * 400, "<b>"])
def test_a_hostile_number_is_refused_in_words(hostile, enter, monday):
    given = VALUATION | {"value_dkk_per_m2": hostile}
    answer = enter("landlord").post(reverse("rent-method", args=["I"]), given)
    assert answer.status_code == 422
    assert not answer.context["told"]


def test_a_thousand_is_never_read_as_one(lease, enter):
    client = enter("landlord")
    answer = client.post(
        reverse("rent-method", args=["III"]), GIVEN["III"] | {"dkk_per_year": "12.000"}
    )
    assert answer.status_code == 422
    assert "Skriv tusind som 1000" in answer.content.decode()
    given = {"agreed_dkk": "12.000", "agreed_on": "2026-02-02", "note": ""}
    own = reverse("case-rent", args=[lease.pk])
    assert client.post(own, given).status_code == 422
    assert client.post(own, given | {"agreed_dkk": "1.012.000,50 kr."}).status_code == 302
    assert str(Rent.objects.get(case=lease).agreed_dkk) == "1012000.50"
    assert "1012000,50" in client.get(own).content.decode()


def test_fewer_than_three_known_leases_are_refused(enter, monday):
    few = {name: value for name, value in GIVEN["II"].items() if not name.endswith("_3")}
    assert enter("landlord").post(reverse("rent-method", args=["II"]), few).status_code == 422


def test_a_method_that_the_state_does_not_know_is_no_page(enter, monday):
    assert enter("landlord").get(reverse("rent-method", args=["IV"])).status_code == 404
