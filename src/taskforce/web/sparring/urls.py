"""The addresses of the sparring desk."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.sparring.views import advice, asking, export, page, sharing, thread

urlpatterns = [
    path(pgettext_lazy("url", "sparring/"), asking.listing, name="sparring"),
    path(pgettext_lazy("url", "sparring/new/"), asking.new, name="sparring-new"),
    path(pgettext_lazy("url", "sparring/advice/"), advice.log, name="sparring-advice"),
    path(pgettext_lazy("url", "sparring/advice/new/"), advice.new, name="sparring-advice-new"),
    path(
        pgettext_lazy("url", "sparring/advice/<int:pk>/change/"),
        advice.change,
        name="sparring-advice-change",
    ),
    path(pgettext_lazy("url", "sparring/figures/"), advice.figures, name="sparring-figures"),
    path(
        pgettext_lazy("url", "sparring/figures.csv"),
        advice.figures_csv,
        name="sparring-figures-csv",
    ),
    path(pgettext_lazy("url", "sparring/peers/"), sharing.peers, name="sparring-peers"),
    path(
        pgettext_lazy("url", "sparring/proposals/<int:pk>/consent/"),
        sharing.consent,
        name="sparring-proposal-consent",
    ),
    path(
        pgettext_lazy("url", "sparring/proposals/<int:pk>/withdrawal/"),
        sharing.withdraw,
        name="sparring-proposal-withdraw",
    ),
    path(
        pgettext_lazy("url", "sparring/<int:pk>/material/"),
        sharing.propose,
        name="sparring-propose",
    ),
    path(pgettext_lazy("url", "sparring/<int:pk>/"), page.one, name="sparring-question"),
    path(
        pgettext_lazy("url", "sparring/<int:pk>/question.json"),
        export.as_json,
        name="sparring-question-json",
    ),
    path(
        pgettext_lazy("url", "sparring/<int:pk>/messages/"),
        thread.message,
        name="sparring-message",
    ),
    path(pgettext_lazy("url", "sparring/<int:pk>/take/"), thread.take, name="sparring-take"),
    path(pgettext_lazy("url", "sparring/<int:pk>/hours/"), thread.hours, name="sparring-hours"),
    path(pgettext_lazy("url", "sparring/<int:pk>/close/"), thread.close, name="sparring-close"),
    path(pgettext_lazy("url", "sparring/<int:pk>/effect/"), thread.effect, name="sparring-effect"),
    path(pgettext_lazy("url", "sparring/<int:pk>/reopen/"), thread.reopen, name="sparring-reopen"),
]
