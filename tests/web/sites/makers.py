"""Sites for the tests: one call makes one, with everything that can be kept to a smaller circle."""

from __future__ import annotations

from datetime import date

from taskforce.vocabulary.site import SiteKind
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.people.models import Organisation
from taskforce.web.sites.actions.sites import add_site
from taskforce.web.sites.models import Site
from taskforce.web.sites.owning import owner_kind_of
from tests.cast import HOME

# Where the small region has its homes in Sorø.
SOROE = (11.4601, 55.4272)
CLOSER = {
    "power": True,
    "fibre": False,
    "access": "Nøgle hos pedellen",
    "load": "300 kg på toppen",
    "terms": "Ti år ad gangen",
    "note": "Revne i muren",
}
HEADS = "navn;art;oest;nord;antennehoejde_m;id"
LIST = f"{HEADS}\nVandtårnet;vandtårn;655100;6145100;34;A1\nSkolen;skole;655900;6145900;18;A2\n"


def site_of(
    *, code: str = HOME, owner: str = "", name: str = "Vandtårnet", by=SOFTWARE, **facts
) -> Site:
    """A confirmed site on offer, the municipality's own where no owner is named."""
    place = Organisation.objects.get(code=code)
    holder = Organisation.objects.get(name=owner) if owner else place
    told = {
        "owner": holder,
        "owner_kind": owner_kind_of(holder),
        "municipality": place,
        "name": name,
        "kind": SiteKind.WATER_TOWER,
        "longitude": SOROE[0],
        "latitude": SOROE[1],
        "available_since": date(2026, 1, 5),
        **CLOSER,
    }
    return add_site({**told, **facts}, by=by)
