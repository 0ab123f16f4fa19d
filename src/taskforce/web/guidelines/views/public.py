"""The public pages of one rule, one municipality, all rules, differences and the method."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from taskforce.rules.rulebook_files import the_rulebook
from taskforce.web.guidelines.forms.asked import PairForm, WantedForm
from taskforce.web.guidelines.pictures import course_of_uniformity
from taskforce.web.guidelines.queries.difference import between_municipalities, between_versions
from taskforce.web.guidelines.queries.index import subjects
from taskforce.web.guidelines.queries.municipality import municipality_page
from taskforce.web.guidelines.queries.rule import rule_page
from taskforce.web.guidelines.queries.standing import standing
from taskforce.web.guidelines.queries.through_time import through_time
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule by subject, and those that have the words in them."""
    form = WantedForm(request.GET)
    wanted = form.wanted()
    found = subjects(the_rulebook(), wanted)
    shown = {
        "form": form,
        "subjects": found,
        "number": sum(len(one.rules) for one in found),
        "all": len(the_rulebook().rules),
    }
    return render(request, "guidelines/rules.html", shown)


@may(everyone)
@require_safe
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """One rule: what it says, when it applies, where it stands, and who follows it."""
    found = the_rulebook().rules.get(rule_id)
    if found is None:
        raise Http404
    today = standing(localdate())
    shown = {"shown": rule_page(found, today), "rule": found, "today": today.on}
    return render(request, "guidelines/rule.html", shown)


@may(everyone)
@require_safe
def municipality(request: HttpRequest, code: str) -> HttpResponse:
    """What a municipality follows, where it differs and why."""
    place = get_object_or_404(Organisation, code=code)
    today = standing(localdate())
    shown = {
        "municipality": place,
        "shown": municipality_page(place, today),
        "standing": today,
        "others": [one for one in today.places if one.code != code],
        "keeps": caller_of(request).keeps(code),
    }
    return render(request, "guidelines/municipality.html", shown)


@may(everyone)
@require_safe
def difference(request: HttpRequest) -> HttpResponse:
    """Two municipalities side by side, or two versions; what is asked for stands in the address."""
    today = standing(localdate())
    names = [(one.code, one.name) for one in today.places]
    versions = [(one.name, one.name) for one in today.book.versions]
    of_versions = request.GET.get("what") == "versions"
    form = PairForm(
        request.GET if "one" in request.GET else None, versions if of_versions else names
    )
    shown = {"form": form, "of_versions": of_versions, "standing": today}
    if form.is_valid():
        one, other = form.cleaned_data["one"], form.cleaned_data["other"]
        if of_versions:
            by_name = {each.name: each for each in today.book.versions}
            older, newer = sorted((by_name[one], by_name[other]), key=lambda each: each.since)
            found = between_versions(older, newer, today.book)
            shown |= {"older": older, "newer": newer, "versions": found}
        else:
            named = dict(names)
            pairs = between_municipalities(one, other, today)
            shown |= {"one": (one, named[one]), "other": (other, named[other]), "pairs": pairs}
    return render(request, "guidelines/difference.html", shown)


@may(everyone)
@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """What uniformity means here, what it cannot tell, and how it has gone."""
    today = standing(localdate())
    points = through_time(today)
    language = "da" if (get_language() or "da").startswith("da") else "en"
    shown = {
        "text": f"guidelines/texts/{language}/method.html",
        "standing": today,
        "uniformity": today.uniformity,
        "points": list(reversed(points)),
        "chart": course_of_uniformity(points),
    }
    return render(request, "guidelines/method.html", shown)
