"""Decide which badges a municipality has earned on a day, each with its evidence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from taskforce.rules.standing import Adoption
from taskforce.web.commitments.models import Status
from taskforce.web.commitments.queries.standing import municipalities
from taskforce.web.frame.templatetags.numbers import day, percent
from taskforce.web.gaps.queries.deadlines import days_of
from taskforce.web.people.models import Organisation
from taskforce.web.profiles.badges.badge import Badge
from taskforce.web.profiles.badges.facts import Facts
from taskforce.web.profiles.badges.kinds import LEAST_ON_TIME, BadgeKind
from taskforce.web.profiles.models import RentMethod

Decide = Callable[[Organisation, Facts], Badge]


def badges_of(municipality: Organisation, on: date) -> tuple[Badge, ...]:
    """Every badge, earned or not, in their own order."""
    return _badges(municipality, Facts(on))


def badge_of(municipality: Organisation, kind: BadgeKind, on: date) -> Badge:
    """One badge alone: its picture is asked for by many, and the others are not needed for it."""
    return _DECIDED[kind](municipality, Facts(on))


def earned_by(municipality: Organisation, on: date) -> tuple[Badge, ...]:
    """What everybody is told: the badges that are earned, and nothing of the others."""
    return tuple(one for one in badges_of(municipality, on) if one.earned)


def earned_by_all(on: date) -> list[tuple[Organisation, tuple[Badge, ...]]]:
    """The municipalities in Danish order, each with what it has earned."""
    facts = Facts(on)
    return [
        (one, tuple(badge for badge in _badges(one, facts) if badge.earned))
        for one in municipalities()
    ]


def _badges(municipality: Organisation, facts: Facts) -> tuple[Badge, ...]:
    return tuple(decide(municipality, facts) for decide in _DECIDED.values())


def _entry(one: Organisation, facts: Facts) -> Badge:
    on = facts.confirmed.get(one.code)
    told = gettext("Confirmed on %(day)s.") % {"day": day(on)} if on else ""
    path = f"{reverse('whom-to-ask')}?subject=internet&municipality={one.code}"
    return Badge(BadgeKind.ENTRY, on is not None, told, path, on)


def _takes_part(one: Organisation, facts: Facts) -> Badge:
    held = facts.participation[one.code]
    earned = held.status == Status.PARTICIPATING and held.since is not None
    told = gettext("Since %(day)s.") % {"day": day(held.since)} if earned and held.since else ""
    on = held.since if earned else None
    return Badge(BadgeKind.TAKES_PART, earned, told, reverse("participation"), on)


def _guidelines(one: Organisation, facts: Facts) -> Badge:
    held, path = facts.guidelines, reverse("guidelines-municipality", args=[one.code])
    counts, whole = held.counts_of(one.code), len(held.clauses)
    adopted = counts[Adoption.ADOPTED] + counts[Adoption.CHANGED]
    earned = bool(whole) and adopted == whole
    name = held.version.name if held.version else ""
    told = gettext("%(adopted)s of %(all)s clauses in the version of %(version)s are adopted.")
    words = told % {"adopted": adopted, "all": whole, "version": name}
    return Badge(BadgeKind.GUIDELINES, earned, words, path, _last_decision(one, facts, earned))


def _last_decision(one: Organisation, facts: Facts, earned: bool) -> date | None:
    held = facts.guidelines
    found = (held.practice.decision(one.code, rule.id, on=facts.on) for rule in held.clauses)
    days = [decision.decided_on for decision in found if decision and decision.decided_on]
    return max(days) if earned and days else None


def _plan(one: Organisation, facts: Facts) -> Badge:
    goals, decision = facts.planned.get(one.code, 0), facts.decided.get(one.code)
    on = decision.decision_date if decision else None
    earned = bool(goals) and on is not None
    words = ngettext(
        "%(count)s goal with actions and deadlines.",
        "%(count)s goals with actions and deadlines.",
        goals,
    ) % {"count": goals}
    if on:
        words += " " + gettext("Decided on %(day)s.") % {"day": day(on)}
    evidence = decision.evidence_url if decision and earned else ""
    path = evidence or f"{reverse('municipality', args=[one.slug])}#plan"
    return Badge(BadgeKind.PLAN, earned, words, path, on if earned else None)


def _answers(one: Organisation, facts: Facts) -> Badge:
    found = facts.answers.get(one.name)
    on_time = found.on_time if found else None
    earned = on_time is not None and on_time >= LEAST_ON_TIME
    words = ""
    if on_time is not None:
        told = gettext("%(share)s of the reports were answered within %(days)s days.")
        words = told % {"share": percent(on_time), "days": days_of(one)}
    on = facts.on if earned else None
    return Badge(BadgeKind.ANSWERS, earned, words, reverse("gaps-overview"), on)


def _rent(one: Organisation, facts: Facts) -> Badge:
    words = facts.words.get(one.code)
    earned = words is not None and words.rent_method == RentMethod.I and bool(words.rent_url)
    path = reverse("municipality", args=[one.slug])
    if words is None or not earned or words.answered_at is None:
        return Badge(BadgeKind.RENT, False, "", path)
    on = words.answered_at.date()
    told = gettext("The municipality's own word, approved on %(day)s.") % {"day": day(on)}
    return Badge(BadgeKind.RENT, True, told, words.rent_url, on)


def _sites(one: Organisation, facts: Facts) -> Badge:
    number = facts.sites.get(one.code, 0)
    words = ngettext("%(count)s site on offer.", "%(count)s sites on offer.", number)
    path = f"{reverse('sites')}?municipality={one.code}"
    on = facts.on if number else None
    return Badge(BadgeKind.SITES, bool(number), words % {"count": number}, path, on)


_DECIDED: dict[BadgeKind, Decide] = {
    BadgeKind.ENTRY: _entry,
    BadgeKind.TAKES_PART: _takes_part,
    BadgeKind.GUIDELINES: _guidelines,
    BadgeKind.PLAN: _plan,
    BadgeKind.ANSWERS: _answers,
    BadgeKind.RENT: _rent,
    BadgeKind.SITES: _sites,
}
