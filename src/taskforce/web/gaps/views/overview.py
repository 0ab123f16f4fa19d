"""What everybody may see of the reports: groups of at least three, as hexagons, and figures."""

from __future__ import annotations

from typing import Any

import h3
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_safe

from taskforce.web.gaps.queries.groups import LEAST, Group, public_groups
from taskforce.web.gaps.queries.statistics import FAIR, figures
from taskforce.web.people.rights import everyone, may
from taskforce.web.sites.views.map_content import map_of_places


@may(everyone)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """The groups on a map and in a table, and how fast they are answered."""
    today, groups = localdate(), public_groups()
    every, places = figures(today)
    given = {
        "groups": groups,
        "map": _map(groups) if groups else None,
        "every": every if every.received >= LEAST else None,
        "places": places,
        "least": LEAST,
        "fair": FAIR,
        "today": today,
    }
    return render(request, "gaps/overview.html", given)


@may(everyone)
@require_safe
def cells(request: HttpRequest) -> JsonResponse:
    """The same groups as hexagons, for a map of one's own."""
    features = [_feature(one) for one in public_groups()]
    content = {"type": "FeatureCollection", "as_of": localdate().isoformat(), "features": features}
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})


def _map(groups: list[Group]) -> dict[str, Any] | None:
    drawn = map_of_places([_dot(one) for one in groups])
    if drawn is None:
        return None
    words = {"map": gettext("Map of what has been reported")}
    return {**drawn, "words": {**drawn["words"], **words}}


def _dot(group: Group) -> list[Any]:
    words = ngettext("%(count)s report", "%(count)s reports", group.count)
    page = f"{reverse('gaps-overview')}#{group.cell}"
    return [*group.middle, group.near or group.municipality, words % {"count": group.count}, page]


def _feature(group: Group) -> dict[str, Any]:
    ring = [[longitude, latitude] for latitude, longitude in h3.cell_to_boundary(group.cell)]
    return {
        "type": "Feature",
        "properties": {
            "cell": group.cell,
            "place": group.near or None,
            "municipality": group.municipality,
            "reports": group.count,
            "answered": group.answered,
            "kinds": [kind.value for kind in group.kinds],
            "newest_month": f"{group.newest:%Y-%m}",
        },
        "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
    }
