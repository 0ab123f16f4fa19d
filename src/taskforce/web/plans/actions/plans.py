"""Upload a plan or its next version, look, take it in; open it, close it, take it back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.report.promises.kept import write_promises
from taskforce.report.promises.matching import PlanRead
from taskforce.siting.plan_list.promise import Terms
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.notes.content import clean_name, ending_of
from taskforce.web.plans.actions.areas import set_areas
from taskforce.web.plans.actions.files import guarded, made, take_away
from taskforce.web.plans.models import Openness, PlanVersion, RolloutPlan
from taskforce.web.plans.queries.reading import read
from taskforce.web.plans.queries.rejected import as_kept


@dataclass(frozen=True, slots=True)
class Told:
    """What is said about a file: of which day it is, where it comes from, what holds for all."""

    said_on: date
    source: str
    terms: Terms


def begin_plan(plan: RolloutPlan, *, told: Told, file: File[bytes], by: Actor) -> PlanVersion:
    """Begin a plan with its first version, which waits for a yes.

    Raises
    ------
    Refused
        The file cannot be read; nothing was written.
    ValidationError
        The operator has a plan with this name.
    """
    return _kept(plan, told, file, by=by)


def add_version(plan: RolloutPlan, *, told: Told, file: File[bytes], by: Actor) -> PlanVersion:
    """Upload the next version; one that still waits gives way.

    Raises
    ------
    Refused
        The file cannot be read; nothing was written.
    ValidationError
        It is older than the version before.
    """
    newest = plan.versions.filter(taken_in_at__isnull=False).first()
    if newest and told.said_on < newest.said_on:
        raise ValidationError(
            {"said_on": _("The version before is newer. A new version cannot be older than it.")}
        )
    return _kept(plan, told, file, by=by)


@transaction.atomic
def forget(version: PlanVersion, *, by: Actor) -> None:
    """Let a version go that was not taken in, and its plan where it has no other.

    Raises
    ------
    ValidationError
        It has been taken in: a promise that was given stays in the ledger.
    """
    if not version.waits:
        raise ValidationError(_("What has been taken in can only be followed by another."))
    plan = version.plan
    paths = [version.file.path, version.promises_file.path, version.rejected_file.path]
    remove(version, by=by)
    if not plan.versions.exists():
        remove(plan, by=by)
    transaction.on_commit(lambda: take_away(*paths))


@transaction.atomic
def take_in(version: PlanVersion, *, by: Actor) -> None:
    """Let a version count; what it promises waits to be compared with the mappings.

    Raises
    ------
    ValidationError
        It has been taken in already, or promises nothing.
    """
    if not version.waits:
        raise ValidationError(_("This version has been taken in already."))
    if not version.promises:
        raise ValidationError(_("There is nothing to take in."))
    # The night may have compared the plan since the page was opened.
    version.plan.refresh_from_db(fields=["ledger", "compared_with", "compared_day"])
    change(version, {"taken_in_at": timezone.now()}, by=by)
    change(version.plan, {"withdrawn_on": None}, by=by)
    set_areas(version.plan, by=by)


@transaction.atomic
def set_openness(plan: RolloutPlan, openness: Openness, *, by: Actor) -> None:
    """Show a plan to everyone, or to the narrow circle again."""
    change(plan, {"openness": openness}, by=by)


@transaction.atomic
def withdraw(plan: RolloutPlan, *, on: date, by: Actor) -> None:
    """Take a whole plan back; what it has promised stays in the ledger."""
    change(plan, {"withdrawn_on": plan.withdrawn_on or on}, by=by)
    set_areas(plan, by=by)


def _kept(plan: RolloutPlan, told: Told, file: File[bytes], *, by: Actor) -> PlanVersion:
    content, name = file.read(), clean_name(file.name or "")
    found = _read(content, name, told.terms)
    version = PlanVersion(
        said_on=told.said_on,
        source=told.source,
        file=ContentFile(content, guarded(ending_of(name) or "csv")),
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        promises_file=made(lambda to: write_promises(to, found.promises, said_on=told.said_on)),
        rejected_file=ContentFile(as_kept(found.rejected), guarded("json")),
        rows=found.rows,
        rejected_rows=len(found.rejected),
        promises=len(found.promises),
        uploaded_by_id=by.account_id,
        uploaded_at=timezone.now(),
        **asdict(told.terms),
    )
    with ExitStack() as undo:
        undo.callback(lambda: take_away(*_paths(version)))
        _write(plan, version, by=by)
        undo.pop_all()
    return version


@transaction.atomic
def _write(plan: RolloutPlan, version: PlanVersion, *, by: Actor) -> None:
    if plan.pk is None:
        add(plan, by=by)
    for waiting in list(plan.versions.filter(taken_in_at__isnull=True)):
        paths = _paths(waiting)
        remove(waiting, by=by)
        transaction.on_commit(partial(take_away, *paths))
    version.plan = plan
    add(version, by=by)


def _read(content: bytes, name: str, usual: Terms) -> PlanRead:
    with TemporaryDirectory(prefix="taskforce-") as folder:
        target = Path(folder) / f"plan.{ending_of(name) or 'csv'}"
        target.write_bytes(content)
        return read(target, usual, name=name)


def _paths(version: PlanVersion) -> Sequence[str]:
    return [one.path for one in (version.file, version.promises_file, version.rejected_file) if one]
