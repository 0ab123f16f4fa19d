"""The addresses of dialogues, and of what stops operators."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.dialogue.views import export, handling, listing, opening, page, talking

urlpatterns = [
    path(pgettext_lazy("url", "dialogue/"), listing.listing, name="dialogues"),
    path(pgettext_lazy("url", "dialogue/dialogues.csv"), listing.as_csv, name="dialogues-csv"),
    path(pgettext_lazy("url", "dialogue/new/"), opening.new, name="dialogue-new"),
    path(
        pgettext_lazy("url", "dialogue/obstacles/new/"),
        opening.new_obstacle,
        name="obstacle-new",
    ),
    path(
        pgettext_lazy("url", "dialogue/obstacles/<str:code>/"),
        listing.obstacles,
        name="obstacles",
    ),
    path(pgettext_lazy("url", "dialogue/<int:pk>/"), page.one, name="dialogue"),
    path(
        pgettext_lazy("url", "dialogue/<int:pk>/change/"), handling.change, name="dialogue-change"
    ),
    path(
        pgettext_lazy("url", "dialogue/<int:pk>/messages/"),
        talking.message,
        name="dialogue-message",
    ),
    path(
        pgettext_lazy("url", "dialogue/<int:pk>/agreements/"),
        handling.agreement,
        name="dialogue-agreement",
    ),
    path(pgettext_lazy("url", "dialogue/<int:pk>/parties/"), handling.party, name="dialogue-party"),
    path(pgettext_lazy("url", "dialogue/<int:pk>/close/"), talking.close, name="dialogue-close"),
    path(pgettext_lazy("url", "dialogue/<int:pk>/reopen/"), talking.reopen, name="dialogue-reopen"),
    path(
        pgettext_lazy("url", "dialogue/<int:pk>/dialogue.pdf"), export.as_pdf, name="dialogue-pdf"
    ),
    path(
        pgettext_lazy("url", "dialogue/<int:pk>/dialogue.json"),
        export.as_json,
        name="dialogue-json",
    ),
    path(
        pgettext_lazy("url", "agreements/<int:pk>/change/"),
        handling.agreement_change,
        name="agreement-change",
    ),
    path(
        pgettext_lazy("url", "agreements/<int:pk>/done/"),
        handling.agreement_done,
        name="agreement-done",
    ),
    path(
        pgettext_lazy("url", "participants/<int:pk>/contact/"),
        handling.contact,
        name="participant-contact",
    ),
    path(
        pgettext_lazy("url", "participants/<int:pk>/remove/"),
        handling.party_remove,
        name="participant-remove",
    ),
]
