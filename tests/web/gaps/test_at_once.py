"""The same form sent from many sides at once is one report, and many forms lose none."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from taskforce.web.gaps.actions.reporting import new_key, report
from taskforce.web.gaps.models import Gap, Kind, Whereabouts
from taskforce.web.gaps.queries.whereabouts import Where
from tests.cast import gather

_SAID = {"kind": Kind.MOBILE, "whereabouts": Whereabouts.INDOORS}
_AT_ONCE = 8


def sent(key):
    try:
        return report(_SAID, Where("Skovvej 1", ("0340",), 11.46, 55.43), sent_key=key)[0].pk
    finally:
        connections.close_all()


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_sent_at_once_each_form_is_kept_once():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's tests have one connection; `python -m benchmarks gaps` tries it.")
    gather()
    keys = [new_key() for _ in range(6)]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        found = dict(zip(keys * 4, pool.map(sent, keys * 4), strict=True))
    assert Gap.objects.count() == len(set(found.values())) == len(keys)
