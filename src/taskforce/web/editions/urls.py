"""The addresses of editions: for the taskforce, and of each figure's certificate for everybody."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.editions.views import inside, proofs, public

urlpatterns = [
    path(pgettext_lazy("url", "figures/changed/"), public.changed, name="figures-changed"),
    path(
        pgettext_lazy("url", "figures/changed/feed.xml"), public.feed, name="figures-changed-feed"
    ),
    path(pgettext_lazy("url", "figures/edition/<str:edition>/"), public.edition, name="edition"),
    path(
        pgettext_lazy("url", "figures/proof/<str:edition>/<str:key>/"), proofs.proof, name="proof"
    ),
    path(
        pgettext_lazy("url", "figures/proof/<str:edition>/<str:key>.json"),
        proofs.proof_json,
        name="proof-json",
    ),
    path(pgettext_lazy("url", "editions/"), inside.listing, name="editions"),
    path(pgettext_lazy("url", "editions/<str:edition>/"), inside.preview, name="edition-preview"),
    path(pgettext_lazy("url", "editions/<str:edition>/back/"), inside.back, name="edition-back"),
]
