"""The addresses of cases, of handling times, and of the rent."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.cases.views import (
    application,
    conditions,
    export,
    feeds,
    handling,
    listing,
    page,
    people,
    registering,
    rents,
    times,
)

urlpatterns = [
    path(pgettext_lazy("url", "cases/"), listing.listing, name="cases"),
    path(pgettext_lazy("url", "cases/as-csv/"), listing.as_csv, name="cases-csv"),
    path(pgettext_lazy("url", "cases/new/"), registering.new, name="case-new"),
    path(
        pgettext_lazy("url", "cases/new/<str:kind>/"),
        registering.new_of_kind,
        name="case-new-of-kind",
    ),
    path(pgettext_lazy("url", "cases/deadlines/"), feeds.mine, name="case-clocks"),
    path(pgettext_lazy("url", "cases/deadlines/new/"), feeds.renew, name="case-clocks-new"),
    path(pgettext_lazy("url", "cases/deadlines/stop/"), feeds.stop, name="case-clocks-stop"),
    path(
        pgettext_lazy("url", "cases/deadlines/<str:token>.ics"), feeds.feed, name="case-clocks-feed"
    ),
    path(pgettext_lazy("url", "cases/<int:pk>/"), page.one, name="case"),
    path(pgettext_lazy("url", "cases/<int:pk>/change/"), registering.change, name="case-change"),
    path(pgettext_lazy("url", "cases/<int:pk>/facts/"), application.facts, name="case-facts"),
    path(pgettext_lazy("url", "cases/<int:pk>/check/"), application.check, name="case-check"),
    path(pgettext_lazy("url", "cases/<int:pk>/place/"), application.place, name="case-place"),
    path(pgettext_lazy("url", "cases/<int:pk>/papers/"), application.papers, name="case-papers"),
    path(pgettext_lazy("url", "cases/<int:pk>/send/"), application.send, name="case-send"),
    path(pgettext_lazy("url", "cases/<int:pk>/events/"), handling.event, name="case-event"),
    path(
        pgettext_lazy("url", "cases/<int:pk>/statements/"),
        handling.statement,
        name="case-statement",
    ),
    path(pgettext_lazy("url", "cases/<int:pk>/decision/"), handling.decide, name="case-decide"),
    path(
        pgettext_lazy("url", "cases/<int:pk>/conditions/"), conditions.write, name="case-condition"
    ),
    path(
        pgettext_lazy("url", "cases/<int:pk>/conditions/library/"),
        conditions.take,
        name="case-condition-take",
    ),
    path(pgettext_lazy("url", "cases/<int:pk>/parties/"), people.party, name="case-party"),
    path(pgettext_lazy("url", "cases/<int:pk>/messages/"), people.message, name="case-message"),
    path(pgettext_lazy("url", "cases/<int:pk>/case.pdf"), export.as_pdf, name="case-pdf"),
    path(pgettext_lazy("url", "cases/<int:pk>/case.json"), export.as_json, name="case-json"),
    path(pgettext_lazy("url", "cases/<int:pk>/rent/"), rents.own, name="case-rent"),
    path(
        pgettext_lazy("url", "cases/<int:pk>/rent/<str:method>/"),
        rents.compute,
        name="case-rent-method",
    ),
    path(
        pgettext_lazy("url", "events/<int:pk>/take-back/"), handling.event_back, name="event-back"
    ),
    path(
        pgettext_lazy("url", "statements/<int:pk>/answer/"),
        handling.statement_answer,
        name="statement-answer",
    ),
    path(
        pgettext_lazy("url", "conditions/<int:pk>/change/"),
        conditions.change,
        name="condition-change",
    ),
    path(
        pgettext_lazy("url", "conditions/<int:pk>/remove/"),
        conditions.remove,
        name="condition-remove",
    ),
    path(
        pgettext_lazy("url", "parties/<int:pk>/remove/"), people.party_remove, name="party-remove"
    ),
    path(pgettext_lazy("url", "handling-times/"), times.times, name="case-times"),
    path(pgettext_lazy("url", "rent/"), rents.guide, name="rent"),
    path(pgettext_lazy("url", "rent/<str:method>/"), rents.reckon, name="rent-method"),
]
