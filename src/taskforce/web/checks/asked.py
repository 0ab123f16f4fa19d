"""A case as it stands in an address: municipality, day and facts, so that a link keeps it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.urls import reverse

from taskforce.rules.fact import Case
from taskforce.rules.facts import Facts
from taskforce.vocabulary.errors import WrongUse
from taskforce.web.checks.forms.facts import FactsForm
from taskforce.web.checks.forms.place import PlaceForm
from taskforce.web.checks.forms.saying import DONT_KNOW, in_address

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One case at one place on one day.

    `said` are the facts in the order in which they were said, as they stand in an address;
    `not_known` are those that were asked for and could not be said.
    """

    code: str
    on: date
    facts: Facts
    said: tuple[tuple[str, str], ...] = ()
    not_known: tuple[str, ...] = ()

    @property
    def case(self) -> Case:
        return self.facts.case

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that were asked for, each once."""
        return tuple(dict.fromkeys(name for name, _ in self.said))

    @property
    def place(self) -> Pairs:
        """Municipality and day, as they stand first in every address."""
        return [("municipality", self.code), ("on", self.on.isoformat())]

    def link(self, page: str) -> str:
        """The address of a page about the case; the same facts always give the same address."""
        given = self.facts.given
        said = [(name, text) for name in sorted(given) for text in in_address(given[name])]
        return _address(page, self.case, [*self.place, *said])

    def step(self, *also: tuple[str, str]) -> str:
        """The address of a page of questions, which remembers what was not known."""
        return _address("check", self.case, [*self.place, *self.said, *also])

    def to_change(self, *names: str) -> str:
        """The address of the page that asks these facts again."""
        return self.step(*(("change", name) for name in names))


def case_of(name: str) -> Case:
    """The kind of case in an address; a page about any other is not there."""
    try:
        return Case(name)
    except ValueError:
        raise Http404("No such kind of case.") from None


def facts_form(case: Case, query: QueryDict) -> FactsForm:
    """The facts that stand in an address, ready to be looked through."""
    named = dict.fromkeys((*query.keys(), *query.getlist("asked")))
    return FactsForm(query, case=case, only=named, asking="more" not in query)


def said_in(form: FactsForm, *, without: Container[str] = ()) -> Pairs:
    """What a looked-through form knows, as it stands in an address."""
    known = form.cleaned_data
    return [
        (name, text)
        for name in form.fields
        if name in known and name not in without
        for text in ([DONT_KNOW] if known[name] is None else in_address(known[name]))
    ]


def asked_of(place: PlaceForm, form: FactsForm) -> Asked:
    """The case of two valid forms."""
    return Asked(
        code=place.cleaned_data["municipality"],
        on=place.cleaned_data["on"],
        facts=form.facts(),
        said=tuple(said_in(form)),
        not_known=form.not_known,
    )


def read_asked(case: Case, query: QueryDict) -> Asked:
    """The case in an address.

    Raises
    ------
    WrongUse
        Something in it is not as it should be; says what, and what would be.
    """
    place, form = PlaceForm(query), facts_form(case, query)
    wrong = [
        f"{name}: {' '.join(map(str, errors))}"
        for looked_through in (place, form)
        for name, errors in looked_through.errors.items()
    ]
    if wrong:
        raise WrongUse(" ".join(wrong))
    return asked_of(place, form)


def _address(page: str, case: Case, pairs: Pairs) -> str:
    # Colons need no escaping here, and times read better without.
    return f"{reverse(page, kwargs={'case': case.value})}?{urlencode(pairs, safe=':')}"
