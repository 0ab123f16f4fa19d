"""The facts of one case, checked at the door: known names, sane values, nothing guessed."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from taskforce.rules.condition import CelValue, condition
from taskforce.rules.fact import Case, Fact, Kind, Value
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    from taskforce.rules.rulebook import Rulebook

# No case has more designations than there are kinds of them; a longer list is a mistake.
LONGEST_LIST = 50
_HOME = ZoneInfo("Europe/Copenhagen")
_WORDS = {"yes": True, "no": False, "true": True, "false": False, "ja": True, "nej": False}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one case. What is not there is unknown.

    `values` are sorted by name; `assumed` names those that were read from the others.
    """

    case: Case
    values: tuple[tuple[str, Value], ...]
    assumed: tuple[str, ...] = ()

    def value(self, name: str) -> Value | None:
        return dict(self.values).get(name)

    @property
    def given(self) -> dict[str, Value]:
        """What was said, without what was assumed."""
        return {name: value for name, value in self.values if name not in self.assumed}

    def known_to_cel(self) -> dict[str, CelValue]:
        """The values in the shape that conditions compare; times take part in deadlines only."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in self.values
            if not isinstance(value, datetime)
        }


def facts_from(given: Mapping[str, object], *, book: Rulebook) -> Facts:
    """Check what was given and read what it implies.

    Parameters
    ----------
    given
        `case` (dig, mast, lease or grant) and any facts of the rulebook, by name. A number in the
        unit of the fact; a time in ISO form, Danish time where no zone is given. None is unknown.
    book
        The rulebook that says which facts there are.

    Raises
    ------
    Refused
        An unknown name, or a value that is no value of the fact; `column` is the fact's name.
    """
    case = _case(given.get("case"))
    facts = book.facts_of(case)
    values: dict[str, Value] = {}
    for name, value in given.items():
        if name == "case" or value is None:
            continue
        if name not in facts:
            raise _strange(name, facts, book)
        values[name] = read_value(name, value, fact=facts[name])
    assumed = _assumed(values, facts)
    return Facts(case, tuple(sorted((values | assumed).items())), tuple(sorted(assumed)))


def read_facts(path: Path, *, book: Rulebook) -> Facts:
    """Read a flat YAML or JSON file of facts.

    Raises
    ------
    Refused
        Names the file, the line, the fact and the remedy.
    """
    from taskforce.rules.yaml_file import read_yaml

    file = read_yaml(path)
    if not isinstance(file.content, dict) or not all(isinstance(k, str) for k in file.content):
        raise file.refused((), "This is no list of facts.", remedy='Write "name: value" lines.')
    try:
        return facts_from(file.content, book=book)
    except Refused as error:
        raise Refused(
            error.message,
            remedy=error.remedy,
            file=path,
            row=file.lines.get((error.column or "",), 1),
            column=error.column,
        ) from None


def read_value(name: str, value: object, *, fact: Fact) -> Value:
    """One value in the form of its fact; anything else is refused."""
    return _READERS[fact.kind](name, value, fact)


def _case(value: object) -> Case:
    try:
        return Case(str(value))
    except ValueError:
        raise Refused(
            "No such kind of case." if value else "The kind of case is missing.",
            remedy=f"Write case: {', '.join(case.value for case in Case)}.",
            column="case",
        ) from None


def _number(name: str, value: object, fact: Fact) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        raise Refused(
            f"{_shown(value)} is not a number.",
            remedy=f"Write a number in {fact.unit}, without quotes.",
            column=name,
        )
    least = -math.inf if fact.least is None else fact.least
    most = math.inf if fact.most is None else fact.most
    if not least <= value <= most:
        raise Refused(
            f"{_shown(value)} {fact.unit} cannot be right.",
            remedy=f"Write a number from {least:g} to {most:g} {fact.unit}.",
            column=name,
        )
    return float(value)


def _yes_no(name: str, value: object, fact: Fact) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _WORDS:
        return _WORDS[value.strip().lower()]
    raise Refused(f"{_shown(value)} is neither yes nor no.", remedy="Write yes or no.", column=name)


def _choice(name: str, value: object, fact: Fact) -> str:
    if isinstance(value, str) and value in fact.choices:
        return value
    raise Refused(
        f"{_shown(value)} is not one of the choices.",
        remedy=f"Choose one of: {', '.join(fact.choices)}.",
        column=name,
    )


def _list(name: str, value: object, fact: Fact) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, list | tuple):
        raise Refused(
            f"{_shown(value)} is not a list.",
            remedy=f"Write a list, [] for none, of: {', '.join(fact.choices)}.",
            column=name,
        )
    if len(value) > LONGEST_LIST:
        raise Refused(
            f"The list has {len(value):,} entries.",
            remedy=f"Give each of them once; there are {len(fact.choices)} kinds.",
            column=name,
        )
    return tuple(dict.fromkeys(_choice(name, each, fact) for each in value))


def _time(name: str, value: object, fact: Fact) -> datetime:
    moment = _moment(value)
    if moment is None or not date(2000, 1, 1) <= moment.date() <= date(2100, 1, 1):
        raise Refused(
            f"{_shown(value)} is no time between 2000 and 2100.",
            remedy="Write it as 2026-11-02T08:00.",
            column=name,
        )
    return moment if moment.tzinfo else moment.replace(tzinfo=_HOME)


def _moment(value: object) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=_HOME)
    try:
        return datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


_READERS: dict[Kind, Callable[[str, object, Fact], Value]] = {
    Kind.NUMBER: _number,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.LIST: _list,
    Kind.TIME: _time,
}


def _assumed(values: Mapping[str, Value], facts: Mapping[str, Fact]) -> dict[str, Value]:
    known = Facts(Case.DIG, tuple(values.items())).known_to_cel()
    return {
        name: read_value(name, fact.assumed.value, fact=fact)
        for name, fact in facts.items()
        if fact.assumed and name not in values and condition(fact.assumed.when).truth(known)
    }


def _strange(name: str, facts: Mapping[str, Fact], book: Rulebook) -> Refused:
    from difflib import get_close_matches

    near = get_close_matches(name, facts, n=1)
    if near:
        remedy = f'Did you mean "{near[0]}"?'
    elif name in book.facts:
        remedy = "It belongs to another kind of case; leave it out."
    else:
        remedy = f"The facts of this kind of case are: {', '.join(facts)}."
    return Refused(f'There is no fact "{name[:60]}".', remedy=remedy, column=name[:60])


def _shown(value: object) -> str:
    text = str(value)
    return f'"{text[:40]}…"' if len(text) > 40 else f'"{text}"'
