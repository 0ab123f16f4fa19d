"""The addresses of the workspace."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.workspace.views import digests, hand_over, mails, start

urlpatterns = [
    path(pgettext_lazy("url", "desk/"), start.start, name="workspace"),
    path(pgettext_lazy("url", "search/"), start.search, name="search"),
    path(pgettext_lazy("url", "desk/mails/"), mails.listing, name="mails"),
    path(pgettext_lazy("url", "desk/mails/<int:pk>/"), mails.mail, name="mail"),
    path(
        pgettext_lazy("url", "desk/mails/<int:pk>/as-sent/"),
        mails.mail_as_sent,
        name="mail-as-sent",
    ),
    path(pgettext_lazy("url", "hand-over/<int:pk>/"), hand_over.page, name="hand-over"),
    path(
        pgettext_lazy("url", "hand-over/<int:pk>/sheet/"), hand_over.sheet, name="hand-over-sheet"
    ),
    path(
        pgettext_lazy("url", "mails-about-what-awaits/<str:token>/stop/"),
        digests.stop,
        name="digest-stop",
    ),
]
