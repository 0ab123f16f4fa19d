"""The addresses of notes and files."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.notes import views

urlpatterns = [
    path(pgettext_lazy("url", "notes/<int:pk>/"), views.note, name="note"),
    path(pgettext_lazy("url", "notes/<int:pk>/remove/"), views.remove_note, name="note-remove"),
    path(pgettext_lazy("url", "notes/<str:kind>/<int:thing_id>/"), views.of_thing, name="notes"),
    path(
        pgettext_lazy("url", "notes/<str:kind>/<int:thing_id>/files/"),
        views.attach,
        name="notes-attach",
    ),
    path(pgettext_lazy("url", "files/<int:pk>/"), views.file, name="file"),
    path(pgettext_lazy("url", "files/<int:pk>/remove/"), views.remove_file, name="file-remove"),
]
