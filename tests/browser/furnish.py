"""Put the cast into the database of the site that the browser looks at; a process of its own."""

from __future__ import annotations

import json
import sys

import django

SECRET = "JBSWY3DPEHPK3PXP"
INVITED = (("accepts", "da"), ("looks-da", "da"), ("looks-en", "en"))


def furnish() -> dict[str, str]:
    """One administrator with an app for codes; the others have no second factor yet."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP

    from taskforce.web.frame.journal.actor import SOFTWARE
    from taskforce.web.people.actions.invitations import Invited, invite
    from taskforce.web.people.models import Role
    from tests.cast import gather

    cast = gather()
    Authenticator.objects.all().delete()
    TOTP.activate(cast.administrator, SECRET)
    links = {}
    for name, language in INVITED:
        invited = Invited(f"{name}@example.org", "Anna Prøve", Role.CONSULTANT, language=language)
        links[name] = invite(invited, by=SOFTWARE)[1]
    return links


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(json.dumps(furnish()))
