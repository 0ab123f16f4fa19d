"""Say in words what the journal keeps as names: who did it, by role."""

from __future__ import annotations

from django.utils.translation import gettext

from taskforce.web.people.models import Organisation, OrganisationKind, Role


def municipality_names() -> dict[str, str]:
    """The name of each municipality by its code."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    return dict(every.values_list("code", "name"))


def said_by(role_name: str, names: dict[str, str]) -> str:
    """The role "coordinator 0340" becomes "Coordinator, Sorø"; several stand side by side."""
    return "; ".join(_role(one, names) for one in role_name.split(", "))


def _role(text: str, names: dict[str, str]) -> str:
    if text == "software":
        return gettext("The software")
    name, _, place = text.partition(" ")
    if name not in Role.values:
        return text
    label = str(Role(name).label)
    return f"{label}, {names[place]}" if place in names else label
