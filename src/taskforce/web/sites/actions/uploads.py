"""Keep an uploaded list, take it in when somebody has said yes, and undo it again."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.writing import add, change, remove, values
from taskforce.web.notes.content import clean_name, ending_of
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation
from taskforce.web.sites.actions.sites import add_site, change_site, set_rent
from taskforce.web.sites.models import Layout, Site, SiteState, Source, Upload, Uploaded
from taskforce.web.sites.owning import owner_kind_of
from taskforce.web.sites.queries.access import sees_rent
from taskforce.web.sites.queries.plan import Addition, Alteration, Plan

LARGEST = 25_000_000


@dataclass(frozen=True, slots=True)
class Undone:
    """How many sites are as they were before, and how many had been changed since."""

    back: int
    kept: int


def keep_upload(owner: Organisation, layout: Layout, file: File[bytes], *, by: Caller) -> Upload:
    """Keep a file to look at; it changes nothing yet. One that nobody said yes to gives way."""
    for waiting in Upload.objects.filter(owner=owner, taken_in_at__isnull=True):
        forget(waiting, by=by)
    name = clean_name(file.name or "")
    upload = Upload(
        owner=owner,
        layout=layout,
        file=ContentFile(file.read(), f"{secrets.token_hex(16)}.{ending_of(name)}"),
        name=name,
        uploaded_by_id=by.account_id,
        uploaded_at=timezone.now(),
    )
    with ExitStack() as undo:
        undo.callback(_take_away, upload)
        add(upload, by=by)
        undo.pop_all()
    return upload


@transaction.atomic
def forget(upload: Upload, *, by: Caller) -> None:
    """Let a file go that was not taken in."""
    path = Path(upload.file.path)
    remove(upload, by=by)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


@transaction.atomic
def take_in(upload: Upload, plan: Plan, *, by: Caller) -> None:
    """Do what the plan says: all of it, or nothing.

    Raises
    ------
    ValidationError
        It has been taken in already, or a value cannot be.
    """
    if not upload.waits:
        raise ValidationError(_("This list has been taken in already."))
    for one in plan.added:
        _add(upload, one, by)
    for other in plan.altered:
        _alter(upload, other, by)
    change(upload, {"taken_in_at": timezone.now()}, by=by)


@transaction.atomic
def undo(upload: Upload, *, by: Caller) -> Undone:
    """Make everything as it was before; what somebody has changed since is left alone.

    Raises
    ------
    ValidationError
        It is not the last list of its owner that was taken in.
    """
    last = Upload.objects.filter(owner=upload.owner, taken_in_at__isnull=False).first()
    if not upload.counts or last != upload:
        raise ValidationError(_("Only the list that was taken in last can be undone."))
    back = sum(_undo_one(one, by) for one in upload.did.select_related("site__owner"))
    kept = upload.did.count()
    change(upload, {"undone_at": timezone.now()}, by=by)
    return Undone(back, kept)


def _add(upload: Upload, one: Addition, by: Caller) -> None:
    from_bbr = upload.layout == Layout.BBR
    facts = {
        **one.facts,
        "owner": upload.owner,
        "owner_kind": one.facts["owner_kind"] or owner_kind_of(upload.owner),
        "available_since": timezone.localdate(),
        "source": Source.BBR if from_bbr else Source.LIST,
        "state": SiteState.PROPOSAL if from_bbr else SiteState.CONFIRMED,
    }
    site = add_site(facts, by=by)
    add(Uploaded(upload=upload, site=site, added=True, after=_said(site, one.facts)), by=by)
    if one.row.annual_cost_dkk is not None and sees_rent(by, site):
        set_rent(site, Decimal(str(round(one.row.annual_cost_dkk, 2))), by=by)


def _alter(upload: Upload, one: Alteration, by: Caller) -> None:
    # The plan's own sites are as they were when it was made; what they say now is asked again.
    site = Site.objects.select_related("owner").get(pk=one.site.pk)
    before = _said(site, one.new)
    change_site(site, one.new, by=by)
    told = {"before": before, "after": _said(site, one.new), "added": False}
    add(Uploaded(upload=upload, site=site, **told), by=by)


def _undo_one(one: Uploaded, by: Caller) -> bool:
    """Whether the site is as it was; the line of the upload then goes with it."""
    site = one.site
    if _said(site, one.after) != one.after or (one.added and site.requests.exists()):
        return False
    if one.added:
        remove(site, by=by)
        return True
    fields = {name: Site._meta.get_field(name) for name in one.before}
    change_site(site, {fields[name].attname: one.before[name] for name in one.before}, by=by)  # type: ignore[union-attr]
    remove(one, by=by)
    return True


def _said(site: Site, names: Iterable[str]) -> dict[str, Any]:
    """What stands there now, by the names of some fields."""
    every = values(site)
    return {name: every[name] for name in names}


def _take_away(upload: Any) -> None:
    Path(upload.file.path).unlink(missing_ok=True)
