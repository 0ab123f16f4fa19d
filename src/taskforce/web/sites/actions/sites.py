"""Keep the register: add a site, change it, say who sees what, and whether it is on offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.models import Organisation
from taskforce.web.sites.models import Availability, Reader, Site, SiteRent, SiteState


def add_site(facts: Mapping[str, Any], *, by: Actor) -> Site:
    """Take a site into the register.

    Raises
    ------
    ValidationError
        A value is missing or cannot be.
    """
    return add(Site(**facts), by=by)


def change_site(site: Site, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Change what is known of a site."""
    return change(site, new, by=by)


def confirm(site: Site, *, by: Actor) -> bool:
    """Say that a proposal is right; from then on it counts."""
    return change(site, {"state": SiteState.CONFIRMED}, by=by)


def discard(site: Site, *, by: Actor) -> None:
    """Take a proposal away that was none; the journal keeps what it said.

    Raises
    ------
    ValidationError
        The site has been confirmed: then it is withdrawn, and its history stays.
    """
    if site.is_confirmed:
        raise ValidationError(_("A confirmed site is withdrawn, and not removed."))
    remove(site, by=by)


def set_availability(site: Site, availability: Availability, *, on: date, by: Actor) -> bool:
    """Say whether a mast can come there, from a day on."""
    return change(site, {"availability": availability, "available_since": on}, by=by)


@transaction.atomic
def set_audiences(
    site: Site, audiences: Mapping[str, str], operators: Iterable[Organisation], *, by: Actor
) -> bool:
    """Say who sees each of the closer facts, and which operators they are meant for."""
    changed = change(site, {"audiences": {**site.audiences, **audiences}}, by=by)
    wanted = {one.pk for one in operators}
    for reader in site.readers.exclude(operator__in=wanted):
        remove(reader, by=by)
        changed = True
    for pk in sorted(wanted - set(site.readers.values_list("operator_id", flat=True))):
        add(Reader(site=site, operator_id=pk), by=by)
        changed = True
    return changed


def set_rent(site: Site, annual_dkk: Decimal | None, *, by: Actor) -> bool:
    """Note what the owner asks; the owner alone may do it, and nobody else reads it."""
    rent = SiteRent.objects.filter(site=site).first()
    if rent is None:
        if annual_dkk is None:
            return False
        add(SiteRent(site=site, annual_dkk=annual_dkk), by=by)
        return True
    return rent.annual_dkk != annual_dkk and change(rent, {"annual_dkk": annual_dkk}, by=by)
