"""Bring in the materials that every taskforce begins with; doing it twice does nothing."""

from __future__ import annotations

from django.db import transaction

from taskforce.web.commitments.months import months_after
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.library.actions.materials import MONTHS_BETWEEN_CHECKS
from taskforce.web.library.models import Facet, Mark, Material
from taskforce.web.library.queries.founding import FoundingMaterial, founding_materials


@transaction.atomic
def set_up_materials(*, by: Actor) -> int:
    """Add those that have never been there; what an editor has changed stays as it is."""
    known = set(Material.objects.exclude(founding="").values_list("founding", flat=True))
    missing = [one for one in founding_materials() if one.key not in known]
    for one in missing:
        _add(one, by=by)
    return len(missing)


def _add(one: FoundingMaterial, *, by: Actor) -> None:
    taken = Material.objects.filter(start_step=one.step).exists() if one.step else False
    material = Material(
        slug=_slug(one.key),
        kind=one.kind,
        origin=one.origin,
        title_da=one.title.da,
        title_en=one.title.en,
        summary_da=one.summary.da,
        summary_en=one.summary.en,
        body_da=one.body.da,
        body_en=one.body.en,
        url=one.url,
        source=one.source,
        checked_on=one.checked_on,
        expires_on=months_after(one.checked_on, MONTHS_BETWEEN_CHECKS),
        start_step=None if taken else one.step,
        published_on=one.checked_on,
        founding=one.key,
    )
    add(material, by=by)
    for facet, words in (
        (Facet.TOPIC, one.topics),
        (Facet.READER, one.readers),
        (Facet.PHASE, one.phases),
    ):
        for word in words:
            add(Mark(material=material, facet=facet, word=word), by=by)


def _slug(key: str) -> str:
    """The founding name, unless a material of the taskforce's own has taken it."""
    return f"{key}-taskforcen" if Material.objects.filter(slug=key).exists() else key
