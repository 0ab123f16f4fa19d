"""The pages inside shut nobody out either, nor when a form is refused: in each role.

Takes long, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import faults_of, faults_of_refusals, sign_in, visiting, walk

pytestmark = pytest.mark.thorough

DANISH, ENGLISH = "/arbejdsbord/", "/en/desk/"
ROLES = ["konsulent", "tovholder", "sagsbehandler", "ejendomme", "teleselskab", "udlejer"]
WALKS = [(role, DANISH) for role in [*ROLES, "administrator"]]
# The templates are the same in both languages: these three see all of them between them.
WALKS += [(role, ENGLISH) for role in ("konsulent", "tovholder", "administrator")]
# The head and the foot lead to what the public walk has seen.
INSIDE = ":is(main, .inside-bar)"


@pytest.mark.parametrize(("role", "start"), WALKS)
def test_every_sort_of_page_inside_breaks_no_rule(browser, demonstration, role, start):
    # The same note can be written on many pages: one refusal tells about them all.
    sent = set()

    def look(page, path):
        return faults_of(page, path) | faults_of_refusals(page, path, sent=sent)

    with visiting(browser, demonstration) as page:
        sign_in(page, role)
        assert walk(page, start, look, within=INSIDE) == {}
