"""What is counted in a municipality's own registers: sites, clauses, answers, who takes part."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.rules.standing import Adoption
from taskforce.web.commitments.queries.plan import plan_of
from taskforce.web.commitments.queries.public import PublicStatus, public_standings
from taskforce.web.guidelines.queries.standing import Standing, standing
from taskforce.web.municipalities.counted.count import Counted, Subject
from taskforce.web.people.caller import NOBODY
from taskforce.web.profiles.queries.public import municipality_with, profile_of
from taskforce.web.sites.queries.listing import Asked, on_offer
from taskforce.web.spots.models import SpotList
from taskforce.web.spots.queries.tally import tally_of


def adopted_in(code: str, held: Standing) -> int | None:
    """How many clauses a municipality has adopted, also with a change; unknown where it is new."""
    if code not in held.codes:
        return None
    counts = held.counts_of(code)
    return counts[Adoption.ADOPTED] + counts[Adoption.CHANGED]


def sites(subject: Subject, on: date) -> Counted:
    """The public sites on offer."""
    return Counted(
        what=gettext("Public sites on offer for masts in %(area)s") % {"area": subject.area},
        method=gettext("Sites that are confirmed, and that their owner offers to everybody today."),
        number=on_offer(NOBODY, Asked(municipality=subject.place)).count(),
        rows=f"{reverse('sites')}?municipality={subject.place}",
        rows_words=gettext("The sites, one by one"),
    )


def clauses(subject: Subject, on: date) -> Counted:
    """The clauses of the common guidelines that are adopted."""
    held = standing(on)
    words = gettext("Clauses of the common guidelines adopted by %(area)s")
    return Counted(
        what=words % {"area": subject.area},
        method=gettext(
            "Clauses adopted as they stand or with a change, of all that each municipality "
            "decides on."
        ),
        number=adopted_in(subject.place, held),
        of=len(held.clauses),
        rows=reverse("guidelines-municipality", args=[subject.place]),
        rows_words=gettext("The clauses, one by one"),
    )


def answers(subject: Subject, on: date) -> Counted | None:
    """The white spots that an operator has answered about; None before a list has been sent."""
    newest = SpotList.objects.order_by("-pk").first()
    place = municipality_with(subject.place)
    if newest is None or place is None:
        return None
    found = next((one for one in tally_of(newest)[1] if one.name == place.name), None)
    if found is None:
        return None
    words = gettext("White spots and mobile holes in %(area)s that an operator has answered about")
    return Counted(
        what=words % {"area": subject.area},
        method=gettext(
            "Places of the newest list sent to the operators, with an answer from at least one of "
            "them. Who answered what is not told."
        ),
        number=found.answered,
        of=found.spots,
        rows=reverse("spot-list", args=[newest.pk]),
        rows_words=gettext("The list as it was sent"),
    )


def goal(subject: Subject, on: date) -> Counted | None:
    """The actions done under a goal of an action plan that the municipality shows to everybody."""
    place, words = municipality_with(subject.place), profile_of(subject.place)
    plan = plan_of(place) if place and words and words.shows_plan else []
    found = next((one for one in plan if one.goal.pk == subject.detail), None)
    if found is None or place is None:
        return None
    said = gettext("Actions done under the goal “%(goal)s” of %(area)s")
    return Counted(
        what=said % {"goal": found.goal.title, "area": subject.area},
        method=gettext("Actions that are done, of those that count; waived ones do not."),
        number=found.done,
        of=found.counted,
        rows=reverse("municipality", args=[place.slug]) + "#plan",
        rows_words=gettext("The action plan"),
    )


def participants(subject: Subject, on: date) -> Counted:
    """The municipalities that take part."""
    told = public_standings(on)
    words = gettext("Municipalities of %(area)s that take part in the taskforce")
    return Counted(
        what=words % {"area": subject.area},
        method=gettext("Municipalities whose decision to take part is recorded."),
        number=sum(one.status is PublicStatus.PARTICIPATING for one in told),
        of=len(told),
        rows=reverse("participation"),
        rows_words=gettext("The municipalities, one by one"),
    )
