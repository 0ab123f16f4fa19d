"""Reports of missing coverage for the tests: one call makes one."""

from __future__ import annotations

from itertools import count
from typing import Any

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.gaps.actions.answering import add_template
from taskforce.web.gaps.actions.reporting import new_key, report
from taskforce.web.gaps.models import AnswerTemplate, Gap, Kind, Whereabouts
from taskforce.web.gaps.queries.whereabouts import Where
from taskforce.web.people.models import Organisation
from tests.cast import HOME

# Where the small region has its homes in Sorø.
SOROE = (11.4601, 55.4272)
_numbers = count(1)


def gap_of(
    *, codes: tuple[str, ...] = (HOME,), label: str = "", at: Any = SOROE, **facts: Any
) -> Gap:
    """A report that the mobile phone does not work indoors, each from a house of its own."""
    house = label or f"Skovvej {next(_numbers)}"
    where = Where(house, codes, *(at or (None, None)), facts.pop("address", ""))
    photo = facts.pop("photo", None)
    said = {"kind": Kind.MOBILE, "whereabouts": Whereabouts.INDOORS, "what": "Intet signal"}
    return report({**said, **facts}, where, sent_key=new_key(), photo=photo)[0]


def template_of(code: str = HOME) -> AnswerTemplate:
    """A ready-made text of a municipality."""
    place = Organisation.objects.get(code=code)
    return add_template(place, "Sendt videre", "Vi har spurgt teleselskaberne.", by=SOFTWARE)
