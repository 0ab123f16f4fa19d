"""Write, change and confirm materials."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.commitments.months import months_after
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.frame.slugs import slug_for
from taskforce.web.library import markup
from taskforce.web.library.models import Audience, Facet, Mark, Material

MONTHS_BETWEEN_CHECKS = 12
# Names that our own pages have in one of the two languages.
_RESERVED = frozenset({"begynd-her", "desk", "redaktion", "start-here"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a material is found by."""

    topics: tuple[str, ...] = ()
    readers: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()

    def pairs(self) -> set[tuple[str, str]]:
        """Each with its facet."""
        facets: tuple[tuple[str, Iterable[str]], ...] = (
            (Facet.TOPIC, self.topics),
            (Facet.READER, self.readers),
            (Facet.PHASE, self.phases),
        )
        return {(str(facet), word) for facet, words in facets for word in words}


@transaction.atomic
def write_material(told: Mapping[str, Any], words: Words, *, on: date, by: Actor) -> Material:
    """Keep a new material, under an address made of its Danish title where none was given.

    Raises
    ------
    ValidationError
        Something is missing, or a link of our own leads nowhere.
    """
    facts = dict(told)
    slug = facts.pop("slug", "") or free_slug(facts["title_da"])
    _check_texts(facts, slug)
    material = add(Material(slug=slug, published_on=on, **facts), by=by)
    _set_words(material, words, by=by)
    return material


@transaction.atomic
def change_material(
    material: Material, told: Mapping[str, Any], words: Words, *, on: date, by: Actor
) -> None:
    """Write a material anew; its address stays, so that links to it hold."""
    new = dict(told)
    if material.audience == Audience.DRAFT and new.get("audience") != Audience.DRAFT:
        new["published_on"] = on
    if new.get("expires_on") != material.expires_on:
        new["reminded_on"] = None
    _check_texts(new, material.slug)
    change(material, new, by=by)
    _set_words(material, words, by=by)


def confirm_material(material: Material, *, on: date, by: Actor) -> None:
    """Say that a material still holds; it is looked at again in a year."""
    again = months_after(on, MONTHS_BETWEEN_CHECKS)
    told = {"checked_on": on, "expires_on": again, "reminded_on": None}
    change(material, told, by=by, what="material.confirmed")


def free_slug(title: str) -> str:
    """A name for the address that no other material has."""
    return slug_for(Material, title, reserved=_RESERVED, otherwise="materiale")


def _check_texts(told: Mapping[str, Any], slug: str) -> None:
    """Refuse a text that leads to a page or a material that is not there."""
    for name in ("body_da", "body_en"):
        text = told.get(name, "")
        linked = set(markup.materials_linked(text))
        known = Material.objects.filter(slug__in=linked).values_list("slug", flat=True)
        gone = sorted(linked - set(known) - {slug})
        try:
            markup.checked(text)
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error
        if gone:
            words = _("There is no such material: %(names)s") % {"names": ", ".join(gone)}
            raise ValidationError({name: words})


def _set_words(material: Material, words: Words, *, by: Actor) -> None:
    wanted = words.pairs()
    for mark in material.marks.all():
        if (mark.facet, mark.word) not in wanted:
            remove(mark, by=by)
    known = {(mark.facet, mark.word) for mark in material.marks.all()}
    for facet, word in sorted(wanted - known):
        add(Mark(material=material, facet=facet, word=word), by=by)
