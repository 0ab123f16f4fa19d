"""Take a case along: as a paper, and as a document for machines."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.report.paper.paper import pdf
from taskforce.web.cases.models import Case
from taskforce.web.cases.queries.export import case_document
from taskforce.web.cases.queries.paper import paper_of
from taskforce.web.cases.rules import sees_case
from taskforce.web.frame.downloads import download
from taskforce.web.people.rights import may


@may(sees_case)
@require_safe
def as_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The case as a tagged PDF."""
    case = get_object_or_404(Case, pk=pk)
    today = localdate()
    content = pdf("case", paper_of(case, on=today), on=today)
    return download(content, "application/pdf", f"{case.number}.pdf")


@may(sees_case)
@require_safe
def as_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The case as static/cases/case-schema.json describes it."""
    case = get_object_or_404(Case, pk=pk)
    content = case_document(case, on=localdate()).model_dump_json(indent=2).encode()
    return download(content, "application/json", f"{case.number}.json")
