"""What stops operators in a municipality: counted by sort and by clause, and one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import get_language

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.commitments.queries.standing import municipalities
from taskforce.web.dialogue.models import Dialogue, DialogueKind, Obstacle
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Role


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the rulebook; `title` is empty for one that it knows no longer."""

    rule: str
    title: str


@dataclass(frozen=True, slots=True)
class Told:
    """One obstacle with its clause."""

    dialogue: Dialogue
    clause: Clause | None


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What was said in one municipality: how often which sort, which clauses, and each of them."""

    sorts: tuple[tuple[str, int], ...]
    clauses: tuple[tuple[Clause, int], ...]
    open_ones: tuple[Told, ...]
    closed: tuple[Told, ...]

    @property
    def total(self) -> int:
        return len(self.open_ones) + len(self.closed)


def obstacles_in(place: Organisation) -> Obstacles:
    """Every obstacle that was said to be in a municipality, the newest first."""
    found = Dialogue.objects.filter(municipality=place, kind=DialogueKind.OBSTACLE)
    told = [Told(one, clause(one.rule)) for one in found.select_related("opened_for")]
    sorts = Counter(one.dialogue.obstacle for one in told)
    clauses = Counter(one.clause for one in told if one.clause is not None)
    return Obstacles(
        sorts=tuple((str(Obstacle(one).label), count) for one, count in sorts.most_common()),
        clauses=tuple(clauses.most_common()),
        open_ones=tuple(one for one in told if one.dialogue.is_open),
        closed=tuple(one for one in told if not one.dialogue.is_open),
    )


def clause(rule_id: str) -> Clause | None:
    """A clause by its number, with its title in the reader's language."""
    if not rule_id:
        return None
    rule = the_rulebook().rules.get(rule_id)
    tongue = get_language() or "da"
    return Clause(rule_id, rule.title.in_language(tongue) if rule else "")


def own_municipalities(caller: Caller) -> list[Organisation]:
    """Whose page of obstacles the caller may open."""
    if caller.is_consultant:
        said = Dialogue.objects.filter(kind=DialogueKind.OBSTACLE).values("municipality")
        known = set(Organisation.objects.filter(pk__in=said).values_list("pk", flat=True))
        return [one for one in municipalities() if one.pk in known]
    places = caller.places(Role.COORDINATOR)
    return [one for one in municipalities() if one.code in places]
