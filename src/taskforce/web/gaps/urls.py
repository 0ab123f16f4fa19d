"""The addresses of missing coverage: the form, the receipt, the overview, and the desk."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.gaps.views import desk, keeping, overview, receipt, reporting

urlpatterns = [
    path(pgettext_lazy("url", "missing-coverage/"), reporting.start, name="gap-report"),
    path(pgettext_lazy("url", "missing-coverage/check/"), reporting.check, name="gap-check"),
    path(pgettext_lazy("url", "missing-coverage/send/"), reporting.send, name="gap-send"),
    path(
        pgettext_lazy("url", "missing-coverage/overview/"), overview.overview, name="gaps-overview"
    ),
    path(
        pgettext_lazy("url", "missing-coverage/overview/cells.geojson"),
        overview.cells,
        name="gaps-cells",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/follow/<str:token>/"),
        receipt.confirm,
        name="gap-follow-confirm",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/"),
        receipt.receipt,
        name="gap-receipt",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/data.json"),
        receipt.data,
        name="gap-receipt-data",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/correct/"),
        receipt.correct,
        name="gap-receipt-correct",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/follow/"),
        receipt.follow,
        name="gap-receipt-follow",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/no-mails/"),
        receipt.stop,
        name="gap-receipt-stop",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/open-again/"),
        receipt.reopen,
        name="gap-receipt-reopen",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/receipt/<str:token>/withdraw/"),
        receipt.withdraw,
        name="gap-receipt-withdraw",
    ),
    path(pgettext_lazy("url", "missing-coverage/reports/"), desk.listing, name="gaps"),
    path(
        pgettext_lazy("url", "missing-coverage/reports/reports.csv"), desk.export, name="gaps-csv"
    ),
    path(pgettext_lazy("url", "missing-coverage/reports/<int:pk>/"), desk.one, name="gap"),
    path(
        pgettext_lazy("url", "missing-coverage/reports/<int:pk>/photo/"),
        desk.photo,
        name="gap-photo",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/reports/<int:pk>/look-into/"),
        desk.look_into,
        name="gap-look-into",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/reports/<int:pk>/answer/"),
        desk.answer,
        name="gap-answer",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/reports/<int:pk>/pass-on/"),
        desk.pass_on,
        name="gap-pass-on",
    ),
    path(pgettext_lazy("url", "missing-coverage/answers/"), keeping.answers, name="gap-answers"),
    path(
        pgettext_lazy("url", "missing-coverage/answers/days/<str:code>/"),
        keeping.days,
        name="gap-days",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/answers/texts/new/"),
        keeping.text_new,
        name="gap-text-new",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/answers/texts/<int:pk>/"),
        keeping.text_change,
        name="gap-text-change",
    ),
    path(
        pgettext_lazy("url", "missing-coverage/answers/texts/<int:pk>/remove/"),
        keeping.text_remove,
        name="gap-text-remove",
    ),
]
