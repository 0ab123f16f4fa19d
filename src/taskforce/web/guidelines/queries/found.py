"""Search among the rules: by their number, their titles and their words."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import get_language, gettext

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.frame.found import Found
from taskforce.web.guidelines.queries.index import Wanted, fits
from taskforce.web.people.caller import Caller

_MOST = 20


def found(caller: Caller, text: str) -> list[Found]:
    """The rules that have all the words; everybody may read them."""
    tongue = get_language() or "da"
    hits = [
        Found(
            rule.title.in_language(tongue),
            gettext("Rule %(rule)s") % {"rule": rule.id},
            reverse("guidelines-rule", args=[rule.id]),
        )
        for rule in the_rulebook().rules.values()
        if fits(rule, Wanted(text))
    ]
    return hits[:_MOST]
