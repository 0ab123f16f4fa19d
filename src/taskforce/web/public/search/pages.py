"""The pages that tell or show something, each with the words that stand on it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import gettext, gettext_noop, override

from taskforce.web.publication.methods import FIGURES

# Pages that show things rather than tell them: what they are called, and what one does there.
_TOOLS = (
    ("address", gettext_noop("Look up an address"),
     gettext_noop("See what the operators say you can get: fibre, cable, fixed wireless, mobile.")),
    ("map", gettext_noop("Map"),
     gettext_noop("The need, the white spots, the masts and the mobile coverage on a map.")),
    ("municipalities", gettext_noop("Municipalities"),
     gettext_noop("Every municipality in figures, sorted and compared.")),
    ("badges", gettext_noop("What the badges mean"),
     gettext_noop("What a municipality has done to earn each badge, and which ones have it.")),
    ("mobile", gettext_noop("Mobile coverage"),
     gettext_noop("Where the telephone works: reported, measured and predicted.")),
    ("checks", gettext_noop("May I dig?"),
     gettext_noop("Check a dig or a mast: permit, notice, papers and deadlines.")),
    ("guidelines", gettext_noop("Who follows the guidelines"),
     gettext_noop("The common rules for digging and masts, municipality by municipality.")),
    ("whom-to-ask", gettext_noop("Whom do I ask?"),
     gettext_noop("The point of entry of each municipality: name, mail and telephone.")),
    ("gap-report", gettext_noop("Report missing coverage"),
     gettext_noop("Tell where the mobile phone or the internet does not work.")),
    ("gaps-overview", gettext_noop("What others have reported"),
     gettext_noop("Reports of missing coverage, and how soon they are answered.")),
    ("sites", gettext_noop("Public sites for masts"),
     gettext_noop("Water towers, roofs and land that public owners offer.")),
    ("spot-lists", gettext_noop("What operators are asked"),
     gettext_noop("The lists of white spots that all operators get.")),
    ("participation", gettext_noop("Who takes part"),
     gettext_noop("The municipalities that have joined the taskforce, and the goals.")),
    ("library", gettext_noop("Inspiration"),
     gettext_noop("Guides, templates and case stories about coverage for everybody.")),
    ("news", gettext_noop("News"),
     gettext_noop("New masts, finished roll-outs, agreements and new figures.")),
    ("news-mail", gettext_noop("News by mail"),
     gettext_noop("Get a mail when something happens with the coverage where you live.")),
    ("calendar", gettext_noop("Calendar"),
     gettext_noop("What happens when, and the public meetings.")),
    ("public-meetings", gettext_noop("Public meetings"),
     gettext_noop("The taskforce's meetings that everybody may know of.")),
    ("open-data", gettext_noop("Open data"),
     gettext_noop("Files and an API that anyone may use: CSV, GeoPackage, Parquet.")),
)  # fmt: skip
_TEXTS = (
    ("about", gettext_noop("About the taskforce")),
    ("accessibility", gettext_noop("Accessibility statement")),
    ("privacy", gettext_noop("Privacy and cookies")),
    ("glossary", gettext_noop("What the words mean")),
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its name, one sentence about it, all its words, and where it is."""

    title: str
    detail: str
    words: str
    path: str


@cache
def pages(language: str) -> tuple[Page, ...]:
    """Every page in a language; they change with the software only."""
    with override(language):
        tools = [
            Page(gettext(name), gettext(detail), gettext(detail), reverse(view))
            for view, name, detail in _TOOLS
        ]
        return (*tools, *_texts(language), *_methods(language))


def _texts(language: str) -> list[Page]:
    told = {"was_url": settings.WAS_URL}
    found = []
    for view, name in _TEXTS:
        words = _words(f"public/texts/{language}/{view}.html", told)
        found.append(Page(gettext(name), _beginning(words), words, reverse(view)))
    return found


def _methods(language: str) -> list[Page]:
    return [
        Page(
            gettext(name),
            gettext(summary),
            _words(f"publication/methods/{language}/{figure}.html", {}),
            reverse(f"method-{figure}"),
        )
        for figure, (name, summary) in FIGURES.items()
    ]


def _words(template: str, told: dict[str, str]) -> str:
    return " ".join(strip_tags(render_to_string(template, told).replace("<", " <")).split())


def _beginning(words: str) -> str:
    sentence, stop, _rest = words.partition(". ")
    return sentence + stop.strip()
