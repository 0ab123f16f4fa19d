"""Put a ranking of its municipalities' sites on the demonstration's shelf; a process of its own."""

from __future__ import annotations

import sys

import django

K = 3


def rank() -> str:
    """Choose among what the municipalities offer; what each site covers is made up."""
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
    ranking = ranking_of(candidates_of(list(offered.order_by("pk"))), Question(k=K), "proeve")
    keep(Shelf(settings.SHELF), ranking)
    return ranking.id


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(rank())
