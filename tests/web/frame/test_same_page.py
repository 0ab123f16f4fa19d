"""Every page leads to itself in the other language, with what was asked."""

import pytest

pytestmark = pytest.mark.django_db

PAGES = [
    ("/", "/en/"),
    ("/kommuner/soroe/", "/en/municipalities/soroe/"),
    ("/adresse/?q=%C3%86bleskoven&x=%26b", "/en/address/?q=%C3%86bleskoven&x=%26b"),
    ("/tjek/dig/?municipality=0340", "/en/check/dig/?municipality=0340"),
    ("/konto/login/?next=/kort/", "/en/account/login/?next=/kort/"),
]


def ways(page):
    """Where a page is, by language."""
    return {one.code: one.path for one in page.context["languages"]}


@pytest.mark.parametrize(("danish", "english"), PAGES)
def test_a_page_leads_to_itself_in_the_other_language_and_back(visitor, danish, english):
    for path in (danish, english):
        assert ways(visitor.get(path)) == {"da": danish, "en": english}


@pytest.mark.parametrize("path", ["/findes/ikke/?q=1", "/en/kommuner/soroe/"])
def test_a_page_that_nobody_finds_is_where_it_is_in_both(visitor, path):
    page = visitor.get(path)
    assert page.status_code == 404
    assert ways(page) == {"da": path, "en": path}
