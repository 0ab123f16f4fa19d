"""One material as its reader sees it: its words, its files, and what is related."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Q

from taskforce.web.library.models import Facet, Material, Version
from taskforce.web.library.models.facets import WORDS
from taskforce.web.library.queries.access import open_to
from taskforce.web.people.caller import Caller

_MOST_ALIKE = 4


@dataclass(frozen=True, slots=True)
class Word:
    """One word that a material is found by, as people say it."""

    facet: str
    word: str
    label: str


def words_of(material: Material) -> list[Word]:
    """What it is about, for whom, and when, in that order."""
    order = list(Facet.values)
    marks = sorted(material.marks.all(), key=lambda one: (order.index(one.facet), one.pk))
    return [Word(one.facet, one.word, str(WORDS[one.facet](one.word).label)) for one in marks]


def newest_versions(material: Material) -> list[Version]:
    """The newest version of each of its files."""
    papers = material.papers.prefetch_related("versions")
    return [paper.versions.all()[0] for paper in papers if paper.versions.all()]


def alike(caller: Caller, material: Material) -> list[Material]:
    """Others on the same topics, the most alike first."""
    topics = material.marks.filter(facet=Facet.TOPIC).values_list("word", flat=True)
    same = Q(marks__facet=Facet.TOPIC, marks__word__in=list(topics))
    others = open_to(caller).exclude(pk=material.pk).filter(same)
    ranked = others.annotate(shared=Count("marks")).order_by("-shared", "title_da")
    return list(ranked[:_MOST_ALIKE])
