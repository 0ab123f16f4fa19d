"""Put a ranking of its municipalities' sites on the demonstration's shelf; a process of its own."""

from __future__ import annotations

import sys

import django

# The names tell which is shown first: of two of the same moment, the last in the alphabet.
K, SINGLE = 3, "en"


def rank() -> str:
    """Choose several and one among what the municipalities offer; the coverage is made up."""
    from django.conf import settings

    from taskforce.report.ranking.keeping import keep
    from taskforce.report.ranking.ranking import Question
    from taskforce.snapshot.shelf import Shelf
    from taskforce.web.people.models import OrganisationKind
    from taskforce.web.sites.models import Availability, Site, SiteState
    from tests.web.rankings.makers import candidates_of, ranking_of

    offered = Site.objects.filter(
        state=SiteState.CONFIRMED,
        availability=Availability.OFFERED,
        owner__kind=OrganisationKind.MUNICIPALITY,
    )
    candidates = candidates_of(list(offered.order_by("pk")))
    for k, name in ((1, SINGLE), (K, "proeve")):
        keep(Shelf(settings.SHELF), ranking_of(candidates, Question(k=k), name))
    return SINGLE


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(rank())
