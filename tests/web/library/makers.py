"""Materials for the tests: one call makes one."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from django.core.files.base import ContentFile

from taskforce.web.frame.journal.actor import SOFTWARE, Actor
from taskforce.web.library.actions.files import add_paper
from taskforce.web.library.actions.materials import Words, write_material
from taskforce.web.library.models import Material, Paper, Version
from taskforce.web.people.caller import Caller

DAY = date(2026, 1, 5)
_numbers = count(1)


def material_of(*, words: Words | None = None, by: Actor = SOFTWARE, **facts: Any) -> Material:
    """A public guide in both languages."""
    number = next(_numbers)
    told = {
        "kind": "guide",
        "title_da": f"Materiale {number}",
        "summary_da": "Kort fortalt",
        "body_da": "Tekst",
        "source": "Prøve",
        "checked_on": DAY,
    }
    return write_material({**told, **facts}, words or Words(), on=DAY, by=by)


def paper_of(material: Material, content: bytes = b"Fil", *, by: Caller) -> tuple[Paper, Version]:
    """A file of a material, with its first version."""
    paper = add_paper(material, "Skabelon", ContentFile(content, "skabelon.txt"), by=by)
    return paper, paper.versions.get()
