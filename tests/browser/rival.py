"""Bring a second operator into the demonstration of the browser; a process of its own."""

from __future__ import annotations

import django


def bring_in() -> None:
    """Somebody of the operator whose plan is made up as confidential."""
    from taskforce.web.frame.journal.actor import SOFTWARE
    from taskforce.web.people.actions.accounts import grant_role, make_account
    from taskforce.web.people.models import Organisation, Role
    from taskforce.web.workspace.demonstration.accounts import PASSWORD

    account = make_account(
        email="konkurrent@example.org", name="Konkurrenten", password=PASSWORD, by=SOFTWARE
    )
    other = Organisation.objects.get(name="Demomobil")
    grant_role(account, Role.OPERATOR, organisation=other, by=SOFTWARE)


if __name__ == "__main__":
    django.setup()
    bring_in()
