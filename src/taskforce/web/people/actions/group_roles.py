"""Keep the list of which group brings which role, and give and take roles by it at each sign-in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import transaction

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, remove
from taskforce.web.people.actions.accounts import check_place, grant_role
from taskforce.web.people.models import Account, Grant, GroupRole, Organisation, Role


def add_group_role(
    group: str, role: Role, *, organisation: Organisation | None, by: Actor
) -> GroupRole:
    """Let a group bring a role.

    Raises
    ------
    ValidationError
        The role is not held in that kind of organisation, or the group brings it already.
    """
    check_place(role, organisation)
    return add(GroupRole(group=group, role=role, organisation=organisation), by=by)


def remove_group_role(rule: GroupRole, *, by: Actor) -> None:
    """The group no longer brings the role; its members lose it when they next sign in."""
    remove(rule, by=by)


@transaction.atomic
def follow_groups(account: Account, rules: Iterable[GroupRole], *, by: Actor) -> None:
    """Give the roles that the groups bring, and take back those they no longer bring.

    What somebody has given by hand is left as it is.
    """
    wanted = {(rule.role, rule.organisation_id): rule for rule in rules}
    held = {(grant.role, grant.organisation_id): grant for grant in _grants(account)}
    for key, rule in wanted.items():
        if key not in held:
            grant_role(
                account, Role(rule.role), organisation=rule.organisation, from_sign_in=True, by=by
            )
    for key, grant in held.items():
        if grant.from_sign_in and key not in wanted:
            remove(grant, by=by, what="grant.taken")


def _grants(account: Account) -> Sequence[Grant]:
    return list(Grant.objects.filter(account=account).select_related("organisation"))
