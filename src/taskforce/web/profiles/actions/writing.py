"""Write a version, go back to an older one, and throw a draft away."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.frame.simultaneous import refuse_unseen
from taskforce.web.library import markup
from taskforce.web.people.models import Organisation
from taskforce.web.profiles.actions.photos import forget, kept_photo
from taskforce.web.profiles.models import (
    OPEN_STATES,
    PieceKind,
    ProfilePiece,
    ProfileVersion,
    VersionState,
)

Facts = Mapping[str, Any]
# What a version says, and so what an older one brings back.
SAID = (
    "title_da", "title_en", "text_da", "text_en", "quote_da", "quote_en", "quote_by_da",
    "quote_by_en", "page_url", "dig_url", "mast_url", "rent_method", "rent_url", "shows_plan",
    "photo", "photo_width", "photo_height", "photo_alt_da", "photo_alt_en", "photo_credit",
)  # fmt: skip


@transaction.atomic
def write_profile(
    municipality: Organisation, facts: Facts, *, by: Actor, seen: str | None = None
) -> ProfileVersion:
    """Write the words of the municipality's page; a draft until it is approved.

    Raises
    ------
    ValidationError
        Something is missing or cannot be, the version awaits approval, or somebody else has
        written since the words that were `seen`.
    """
    piece = _profile_of(municipality, by=by)
    return write(piece, facts, by=by, seen=seen)


@transaction.atomic
def write_story(municipality: Organisation, facts: Facts, *, by: Actor) -> ProfileVersion:
    """Begin a story. A form that is sent twice begins only one."""
    Organisation.objects.select_for_update().get(pk=municipality.pk)
    piece = _begun(municipality, facts, by=by)
    if piece is None:
        piece = add(ProfilePiece(municipality=municipality, kind=PieceKind.STORY), by=by)
    return write(piece, facts, by=by)


@transaction.atomic
def write(
    piece: ProfilePiece, facts: Facts, *, by: Actor, seen: str | None = None
) -> ProfileVersion:
    """Write into the draft that is open, or begin the next version."""
    _one_at_a_time(piece)
    told = _told(facts)
    _check_texts(told)
    open_one = piece.versions.filter(state__in=OPEN_STATES).first()
    before = open_one or piece.versions.first()
    _must_not_wait(open_one)
    refuse_unseen(before, told, names=told, seen=seen)
    old = (before.photo.name if before else "") or ""
    with ExitStack() as undo:
        if "photo" in told:
            told |= kept_photo(told, before)
            undo.callback(forget, getattr(told["photo"], "name", None))
        version = _kept(piece, open_one, told | _stamp(by), by=by)
        undo.pop_all()
    transaction.on_commit(lambda: forget(old))
    return version


@transaction.atomic
def go_back(version: ProfileVersion, *, by: Actor) -> ProfileVersion:
    """Make the words of an older version the draft; the newer ones are kept.

    Raises
    ------
    ValidationError
        A draft is under way; its words would be lost.
    """
    if version.piece.versions.filter(state__in=OPEN_STATES).exists():
        raise ValidationError(_("A draft is under way. Finish it, or throw it away first."))
    return write(version.piece, {name: getattr(version, name) for name in SAID}, by=by)


@transaction.atomic
def discard(version: ProfileVersion, *, by: Actor) -> None:
    """Throw a draft away; what has been approved is kept.

    Raises
    ------
    ValidationError
        It is no draft.
    """
    if not version.is_open or version.is_sent:
        raise ValidationError(_("Only a draft can be thrown away."))
    photo, piece = version.photo.name, version.piece
    remove(version, by=by)
    if piece.is_story and not piece.versions.exists():
        remove(piece, by=by)
    transaction.on_commit(lambda: forget(photo))


def set_hidden(piece: ProfilePiece, *, hidden: bool, by: Actor) -> bool:
    """Take a piece off the public page, or put it back."""
    return change(piece, {"hidden": hidden}, by=by)


def _profile_of(municipality: Organisation, *, by: Actor) -> ProfilePiece:
    found = ProfilePiece.objects.filter(municipality=municipality, kind=PieceKind.PROFILE).first()
    return found or add(ProfilePiece(municipality=municipality, kind=PieceKind.PROFILE), by=by)


def _begun(municipality: Organisation, facts: Facts, *, by: Actor) -> ProfilePiece | None:
    """The story that somebody has begun with the very same words, before anybody answered."""
    words = {name: value for name, value in _told(facts).items() if not name.startswith("photo")}
    same = ProfileVersion.objects.filter(
        piece__municipality=municipality,
        piece__kind=PieceKind.STORY,
        number=1,
        state=VersionState.DRAFT,
        entered_by=by.role_name,
        **words,
    ).first()
    return same.piece if same else None


def _told(facts: Facts) -> dict[str, Any]:
    return {name: facts[name] for name in SAID if name in facts}


def _must_not_wait(open_one: ProfileVersion | None) -> None:
    if open_one and open_one.is_sent:
        raise ValidationError(_("It awaits approval. Take it back before you change it."))


def _one_at_a_time(piece: ProfilePiece) -> None:
    ProfilePiece.objects.select_for_update().get(pk=piece.pk)


def _kept(
    piece: ProfilePiece, open_one: ProfileVersion | None, told: Facts, *, by: Actor
) -> ProfileVersion:
    if open_one is None:
        last = piece.versions.first()
        number = last.number + 1 if last else 1
        said = {name: getattr(last, name) for name in SAID} if last else {}
        return add(ProfileVersion(piece=piece, number=number, **{**said, **told}), by=by)
    change(open_one, {**told, "state": VersionState.DRAFT, "returned_because": ""}, by=by)
    return open_one


def _stamp(by: Actor) -> dict[str, Any]:
    return {"entered_by": by.role_name, "entered_at": timezone.now()}


def _check_texts(told: Facts) -> None:
    for name in ("text_da", "text_en"):
        try:
            markup.checked(told.get(name, ""))
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error
