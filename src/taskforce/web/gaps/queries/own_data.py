"""Everything that is kept about one report, for the one who sent it."""

from __future__ import annotations

from typing import Any

from taskforce.web.gaps.models import Gap

_NOT_TOLD = ("key", "sent_key", "photo", "id")


def everything_in(gap: Gap) -> dict[str, Any]:
    """The report and what happened to it, as plain values."""
    fields = [field for field in gap._meta.concrete_fields if field.name not in _NOT_TOLD]
    told = {field.name: field.value_from_object(gap) for field in fields}
    steps = gap.steps.values("kind", "municipality__name", "outcome", "text", "at", "mailed_at")
    near = gap.neighbours.values_list("municipality__name", flat=True)
    return {
        **told,
        "number": gap.number,
        "municipality": gap.municipality.name,
        "also_seen_by": list(near),
        "has_photo": bool(gap.photo),
        "steps": list(steps),
    }
