"""The pages inside shut nobody out either, nor when a form is refused: each role, both languages.

Takes many minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import faults, faults_of_refusals, sign_in, visiting, walk

pytestmark = pytest.mark.thorough

ROLES = ["konsulent", "tovholder", "sagsbehandler", "teleselskab", "udlejer", "administrator"]
# The head and the foot lead to what the public walk has seen.
INSIDE = ":is(main, .inside-bar)"


@pytest.mark.parametrize("start", ["/arbejdsbord/", "/en/desk/"])
@pytest.mark.parametrize("role", ROLES)
def test_every_sort_of_page_inside_breaks_no_rule(browser, demonstration, role, start):
    with visiting(browser, demonstration) as page:
        sign_in(page, role)
        assert walk(page, start, look, within=INSIDE) == {}


def look(page, path):
    wrong = {(path, width): found for width, found in faults(page)}
    return wrong | faults_of_refusals(page, path)
