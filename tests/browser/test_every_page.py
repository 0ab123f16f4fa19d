"""No public page shuts anybody out: every sort of page that links lead to, in both languages.

Takes minutes, so `make test` leaves it out: `make test-a11y`.
"""

from __future__ import annotations

import pytest

from tests.browser.walking import walk

pytestmark = pytest.mark.thorough


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_every_sort_of_public_page_breaks_no_rule(take_part, start):
    assert walk(take_part(start), start, alike=2, at_least=40) == {}
