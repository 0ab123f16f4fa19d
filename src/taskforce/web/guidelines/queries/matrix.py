"""The matrix of municipalities and clauses, cut to what is asked for, either way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from taskforce.rules.rule import Rule
from taskforce.rules.stand import Stand
from taskforce.rules.standing import Adoption
from taskforce.rules.uniformity import agreement
from taskforce.vocabulary.text import Text
from taskforce.web.guidelines.queries.standing import Standing
from taskforce.web.people.models import Organisation

CLAUSES, MUNICIPALITIES = "clauses", "municipalities"
# What can be asked for besides the five states.
DIFFERENT, OWN = "different", "own"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; everything stands in the page's address."""

    chapter: str = ""
    state: str = ""
    municipality: str = ""
    rows: str = CLAUSES


@dataclass(frozen=True, slots=True)
class Cell:
    """One clause in one municipality, with the place where it is told in full."""

    clause: Rule
    place: Organisation
    stand: Stand
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a clause or a municipality, with its cells and how many of each state."""

    name: Text
    label: str
    path: str
    cells: tuple[Cell, ...]

    @property
    def counts(self) -> list[tuple[Adoption, int]]:
        """The states that occur, in the order of the legend."""
        found = Counter(cell.stand.adoption for cell in self.cells)
        return [(one, found[one]) for one in Adoption if found[one]]


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one chapter; municipalities are one group without a name."""

    name: Text | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What is shown: the heads of the columns, and the rows in their groups."""

    heads: tuple[tuple[Text, str, str], ...]
    groups: tuple[Group, ...]
    clauses: tuple[Rule, ...]

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for group in self.groups for line in group.lines for cell in line.cells)


def matrix(standing: Standing, asked: Asked) -> Matrix:
    """The cells that are asked for, with clauses or municipalities as rows."""
    places = [one for one in standing.places if asked.municipality in ("", one.code)]
    clauses = [rule for rule in standing.clauses if _fits(rule, places, standing, asked)]
    paths = {rule.id: reverse("guidelines-rule", args=[rule.id]) for rule in clauses}
    cells = {
        (rule.id, one.code): Cell(
            rule, one, standing.stands[rule.id][one.code], f"{paths[rule.id]}#m{one.code}"
        )
        for rule in clauses
        for one in places
    }
    if asked.rows == MUNICIPALITIES:
        return _of_places(places, clauses, cells, paths)
    lines = [
        (rule, Line(rule.title, rule.id, paths[rule.id], _row(cells, [rule], places)))
        for rule in clauses
    ]
    heads = tuple((_text(one.name), one.code, _page(one)) for one in places)
    return Matrix(heads, tuple(_by_chapter(standing, lines)), tuple(clauses))


Cells = dict[tuple[str, str], Cell]


def _of_places(
    places: list[Organisation], clauses: list[Rule], cells: Cells, paths: dict[str, str]
) -> Matrix:
    lines = tuple(
        Line(_text(one.name), "", _page(one), _row(cells, clauses, [one])) for one in places
    )
    heads = tuple((rule.title, rule.id, paths[rule.id]) for rule in clauses)
    return Matrix(heads, (Group(None, lines),) if clauses else (), tuple(clauses))


def _row(cells: Cells, clauses: list[Rule], places: list[Organisation]) -> tuple[Cell, ...]:
    return tuple(cells[rule.id, one.code] for rule in clauses for one in places)


def _by_chapter(standing: Standing, lines: list[tuple[Rule, Line]]) -> Iterator[Group]:
    for chapter in standing.chapters:
        held = tuple(line for rule, line in lines if standing.chapter(rule) == chapter)
        if held:
            yield Group(chapter.name, held)


def _fits(rule: Rule, places: list[Organisation], standing: Standing, asked: Asked) -> bool:
    if asked.chapter and standing.chapter(rule).key != asked.chapter:
        return False
    at = [standing.stands[rule.id][one.code] for one in places]
    if asked.state == DIFFERENT:
        return agreement(standing.stands[rule.id].values()).different > 0
    if asked.state == OWN:
        return any(one.own for one in at)
    return not asked.state or any(one.adoption == asked.state for one in at)


def _page(one: Organisation) -> str:
    return reverse("guidelines-municipality", args=[one.code])


def _text(name: str) -> Text:
    return Text(name, name)
