"""Who may open which page. Every page names its rule; a page without one stays shut."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.shortcuts import get_object_or_404

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, Role
from taskforce.web.people.models.grant import MUNICIPAL

Where = Mapping[str, Any]
View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, by name. It sees who asks, and what stands in the page's address."""

    name: str
    allows: Callable[[Caller, Where], bool]


def may(rule: Rule) -> Callable[[View], View]:
    """Write the rule on a view; the wall reads it there before the view is called."""

    def mark(view: View) -> View:
        view.rule = rule  # type: ignore[attr-defined]
        return view

    return mark


everyone = Rule("everyone", lambda _caller, _where: True)
signed_in = Rule("signed_in", lambda caller, _where: caller.signed_in)
members = Rule("members", lambda caller, _where: bool(caller.held))
consultants = Rule("consultants", lambda caller, _where: caller.is_consultant)
administrators = Rule("administrators", lambda caller, _where: caller.is_administrator)
consultants_and_administrators = Rule(
    "consultants_and_administrators",
    lambda caller, _where: caller.is_consultant or caller.is_administrator,
)
authorities = Rule(
    "authorities", lambda caller, _where: caller.is_consultant or caller.has(*MUNICIPAL)
)
coordinators = Rule(
    "coordinators", lambda caller, _where: caller.is_consultant or caller.has(Role.COORDINATOR)
)

# The address names a municipality by its code.
sees_municipality = Rule("sees_municipality", lambda caller, where: caller.sees(where["code"]))
keeps_municipality = Rule("keeps_municipality", lambda caller, where: caller.keeps(where["code"]))


def sees(kind: type[models.Model]) -> Rule:
    """For pages about one thing (`pk`): those who see the place that it belongs to."""
    return Rule(
        f"sees {kind._meta.model_name}", lambda caller, where: caller.sees(_place(kind, where))
    )


def keeps(kind: type[models.Model]) -> Rule:
    """For pages about one thing (`pk`): those who may change what its place keeps."""
    return Rule(
        f"keeps {kind._meta.model_name}", lambda caller, where: caller.keeps(_place(kind, where))
    )


def speaks_for(kind: type[models.Model]) -> Rule:
    """For a place's own word about one thing (`pk`): its own keepers, and not the taskforce."""
    return Rule(
        f"speaks for {kind._meta.model_name}",
        lambda caller, where: caller.speaks_for(_place(kind, where)),
    )


def organisation_of(caller: Caller) -> list[Organisation]:
    """The organisations in which the caller holds a role."""
    ids = [held.organisation_id for held in caller.held if held.organisation_id]
    return list(Organisation.objects.filter(pk__in=ids))


def _place(kind: type[models.Model], where: Where) -> str:
    place: str = get_object_or_404(kind, pk=where["pk"]).place  # type: ignore[attr-defined]
    return place
