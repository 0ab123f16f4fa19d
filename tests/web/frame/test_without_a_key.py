"""A form that comes without its key is refused in words of our own, in both languages."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/konto/login/", "Siden har været åben for længe"),
        ("/en/account/login/", "The page has been open too long"),
    ],
)
def test_a_form_without_its_key_is_refused_in_plain_words(visitor, path, said):
    answer = Client(enforce_csrf_checks=True).post(path, {"login": "nobody@example.org"})
    assert answer.status_code == 403
    assert said in answer.text
    assert "CSRF" not in answer.text
