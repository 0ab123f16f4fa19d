"""The addresses of the materials: for readers, and for those who write them."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.library.views import editing, files, reading

urlpatterns = [
    path(pgettext_lazy("url", "inspiration/"), reading.library, name="library"),
    path(pgettext_lazy("url", "inspiration/start-here/"), reading.start_here, name="library-start"),
    path(pgettext_lazy("url", "inspiration/new.rss"), reading.feed, name="library-feed"),
    path(
        pgettext_lazy("url", "inspiration/action-plan/<str:code>/"),
        reading.for_plan,
        name="library-for-plan",
    ),
    path(pgettext_lazy("url", "inspiration/desk/"), editing.desk, name="library-desk"),
    path(pgettext_lazy("url", "inspiration/desk/new/"), editing.new, name="material-new"),
    path(
        pgettext_lazy("url", "inspiration/desk/<int:pk>/"), editing.change, name="material-change"
    ),
    path(
        pgettext_lazy("url", "inspiration/desk/<int:pk>/holds/"),
        editing.confirm,
        name="material-confirm",
    ),
    path(
        pgettext_lazy("url", "inspiration/desk/<int:pk>/files/"), files.files, name="material-files"
    ),
    path(
        pgettext_lazy("url", "inspiration/desk/files/<int:pk>/newer/"),
        files.newer,
        name="material-paper-newer",
    ),
    path(
        pgettext_lazy("url", "inspiration/desk/versions/<int:pk>/remove/"),
        files.remove,
        name="material-version-remove",
    ),
    path(
        pgettext_lazy("url", "inspiration/files/<int:pk>/"),
        reading.version,
        name="material-version",
    ),
    path(pgettext_lazy("url", "inspiration/<slug:slug>/"), reading.material, name="material"),
]
