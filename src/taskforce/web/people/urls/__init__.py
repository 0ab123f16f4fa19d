"""The addresses of the pages about people and organisations."""

from __future__ import annotations

from taskforce.web.people.urls.accounts import urlpatterns as accounts
from taskforce.web.people.urls.organisations import urlpatterns as organisations

urlpatterns = [*accounts, *organisations]
