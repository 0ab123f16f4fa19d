"""Search among the stories of the municipalities: what everybody may read of them."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse

from taskforce.web.frame.found import Found
from taskforce.web.people.caller import Caller
from taskforce.web.profiles.models import PieceKind
from taskforce.web.profiles.queries.public import on_show

_MOST = 20
_IN = ("title_da", "title_en", "text_da", "text_en", "piece__municipality__name")


def found(_caller: Caller, text: str) -> list[Found]:
    """The public stories that have all the words."""
    fits = Q(piece__kind=PieceKind.STORY)
    for word in text.split():
        fits &= Q(*((f"{name}__icontains", word) for name in _IN), _connector=Q.OR)
    return [
        Found(one.title, one.piece.municipality.name, reverse("story", args=[one.piece_id]))
        for one in on_show().filter(fits).order_by("-answered_at", "-pk")[:_MOST]
    ]
