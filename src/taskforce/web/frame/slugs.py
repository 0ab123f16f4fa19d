"""Names for the addresses of pages, made of a title in any spelling; no two are the same."""

from __future__ import annotations

from django.db import models
from django.utils.text import slugify

from taskforce.vocabulary.places import plain

_LONGEST = 70


def slug_for(
    kind: type[models.Model], title: str, *, reserved: frozenset[str], otherwise: str
) -> str:
    """A name that nothing else of its kind has, and none of our own pages; numbered if need be.

    `otherwise` is the name of what has no letters in its title.
    """
    begun = slugify(plain(title))[:_LONGEST].strip("-") or otherwise
    known = kind._default_manager.filter(slug__startswith=begun).values_list("slug", flat=True)
    taken = reserved | set(known)
    numbered = (f"{begun}-{number}" for number in range(2, len(taken) + 3))
    return begun if begun not in taken else next(one for one in numbered if one not in taken)
