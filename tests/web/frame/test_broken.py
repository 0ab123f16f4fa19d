"""What is said when something breaks, without the database that may be what broke."""

import pytest
from django.test import RequestFactory

from taskforce.web.frame.own_errors import broken


@pytest.mark.parametrize(
    ("path", "language", "words", "front"),
    [
        ("/kort/", "da", "Der er sket en fejl hos os", "/"),
        ("/en/map/", "en", "Something went wrong on our side", "/en/"),
    ],
)
def test_the_page_for_what_broke_speaks_the_language_of_its_address(path, language, words, front):
    answer = broken(RequestFactory().get(path))
    assert answer.status_code == 500
    page = answer.content.decode()
    assert f'<html lang="{language}">' in page
    assert f"<h1>{words}</h1>" in page
    assert f'href="{front}"' in page
