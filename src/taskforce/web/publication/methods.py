"""How each figure is made, in words: one page a figure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_noop
from django.views.decorators.http import require_safe

from taskforce.web.people.rights import everyone, may

FIGURES = {
    "need": (
        gettext_noop("Proper internet and need"),
        gettext_noop("When an address counts as having too little."),
    ),
    "white-spots": (
        gettext_noop("White spots"),
        gettext_noop("How neighbours without proper internet are grouped."),
    ),
    "change": (
        gettext_noop("Change over time"),
        gettext_noop("Who has gained, who has lost, and what is new."),
    ),
    "growth": (
        gettext_noop("What we will need"),
        gettext_noop("If data use keeps growing, when is today too little?"),
    ),
    "mobile": (
        gettext_noop("Mobile coverage"),
        gettext_noop("Reported, measured and predicted, and why they differ."),
    ),
    "promises": (
        gettext_noop("Plans and promises"),
        gettext_noop("What operators have promised, and what became of it."),
    ),
    "reference": (
        gettext_noop("Official figures"),
        gettext_noop("What others have published, beside our own."),
    ),
    "disclosure": (gettext_noop("Small numbers"), gettext_noop("Why some numbers are not shown.")),
}


@may(everyone)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """All figures, each with a link to how it is made."""
    figures = [(f"method-{name}", *words) for name, words in FIGURES.items()]
    return render(request, "publication/methods.html", {"figures": figures})


@may(everyone)
@require_safe
def method(request: HttpRequest, figure: str) -> HttpResponse:
    """How one figure is made."""
    name, summary = FIGURES[figure]
    text = f"publication/methods/{get_language()}/{figure}.html"
    return render(
        request, "publication/method.html", {"name": name, "summary": summary, "text": text}
    )
