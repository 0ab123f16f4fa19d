"""Single addresses for programs: find one, and hear what is offered there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.params.functions import Query

from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.publication.api import shapes
from taskforce.web.publication.api.which import THRESHOLD, asked_edition, asked_threshold

router = Router(tags=["addresses"])
_MOST_HITS = 50


@router.get("/", response=list[shapes.HitShape])
def search(request: HttpRequest, q: str, limit: int = Query(10, ge=1, le=_MOST_HITS)) -> Any:
    """Find addresses by street, number and postcode, in any spelling."""
    return list(asked_edition(request, None).search(q, limit))


@router.get("/{address_id}", response=shapes.AnswerShape)
def address(
    request: HttpRequest, address_id: str, threshold: str | None = THRESHOLD
) -> dict[str, Any]:
    """What is offered at an address, and whether it is enough."""
    bundle = asked_edition(request, None)
    limit, found = asked_threshold(threshold, bundle), bundle.address(address_id)
    if found is None:
        raise NotOnShelf(f"No address has the id {address_id}.", remedy="Search for it first.")
    return {
        "address": found.address,
        "use": found.use,
        "threshold": limit.label,
        "standing": found.now.standing(limit),
        "offers": list(found.now.offers),
        "origin": found.now.origin,
    }
