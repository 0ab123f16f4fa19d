"""The map alone, for a frame on another site: the same figures, without menu, search or cookie."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from taskforce.vocabulary.technology import Counting
from taskforce.web.embeds.framing import map_frame
from taskforce.web.frame import edition
from taskforce.web.frame.question import asked
from taskforce.web.municipalities.rows import rows
from taskforce.web.people.rights import everyone, may
from taskforce.web.public.legend import legend
from taskforce.web.public.map_content import map_content
from taskforce.web.public.mobile.map_words import mobile_content


@may(everyone)
@require_safe
@map_frame
def framed_map(request: HttpRequest) -> HttpResponse:
    """The map with its key; who cannot see it is led to the same figures as a table."""
    bundle = edition.current()
    question = replace(asked(request.GET, bundle), counting=Counting.FIXED)
    show = legend(request.GET.get("show"), has_then=bundle.has_then)
    given = {
        "question": question,
        "legend": show,
        "map": map_content(question, show, rows(question)) | {"mobile": mobile_content(None, [])},
        "language": get_language() or "da",
    }
    return HttpResponse(render_to_string("public/map_framed.html", given))
