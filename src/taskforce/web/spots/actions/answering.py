"""Keep what an operator answers about a white spot, with its proof where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.gaps.actions.files import stripped_file
from taskforce.web.people.models import Organisation
from taskforce.web.spots.models import Spot, SpotAnswer
from taskforce.web.spots.queries.asked_now import newest_list


@transaction.atomic
def answer(
    spot: Spot,
    operator: Organisation,
    said: Mapping[str, Any],
    *,
    on: date,
    by: Actor,
    proof: File[bytes] | None = None,
) -> SpotAnswer:
    """Answer about a white spot of the newest list, or answer anew.

    Raises
    ------
    ValidationError
        The spot is not on the list, a date or a proof is missing, or the proof is no such file.
    """
    asked = newest_list()
    if asked is None or not asked.asks_about(spot.spot_id):
        raise ValidationError(_("The white spot is not on the newest list."))
    kept = _kept(proof)
    new: dict[str, Any] = {**said, "answered_on": on, **({"proof": kept} if kept else {})}
    known = SpotAnswer.objects.filter(spot_list=asked, spot=spot, operator=operator).first()
    if known is None:
        return add(SpotAnswer(spot_list=asked, spot=spot, operator=operator, **new), by=by)
    old = known.proof.name
    change(known, new, by=by)
    if kept and old:
        transaction.on_commit(lambda: _unlink(known, old))
    return known


def _kept(proof: File[bytes] | None) -> ContentFile[bytes] | None:
    if proof is None:
        return None
    try:
        return stripped_file(proof)
    except ValidationError as error:
        raise ValidationError({"proof": error.messages}) from None


def _unlink(answer: SpotAnswer, name: str) -> None:
    Path(answer.proof.storage.path(name)).unlink(missing_ok=True)
