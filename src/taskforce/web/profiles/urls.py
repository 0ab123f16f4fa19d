"""The addresses of profiles, stories and badges."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.profiles.views import deciding, desk, public, writing

urlpatterns = [
    path(pgettext_lazy("url", "badges/"), public.badges, name="badges"),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/badges/"),
        public.municipality_badges,
        name="badges-municipality",
    ),
    path(
        pgettext_lazy("url", "municipalities/<slug:slug>/badges/<slug:badge>.svg"),
        public.badge_picture,
        name="badge-picture",
    ),
    path(pgettext_lazy("url", "stories/<int:pk>/"), public.story, name="story"),
    path(pgettext_lazy("url", "stories/<int:pk>/picture/"), public.picture, name="story-picture"),
    path(pgettext_lazy("url", "own-page/"), desk.desk, name="profiles-desk"),
    path(pgettext_lazy("url", "own-page/<str:code>/"), desk.room, name="profile-room"),
    path(pgettext_lazy("url", "own-page/<str:code>/words/"), writing.profile, name="profile-write"),
    path(
        pgettext_lazy("url", "own-page/<str:code>/stories/new/"),
        writing.new_story,
        name="profile-story-new",
    ),
    path(pgettext_lazy("url", "own-page/versions/<int:pk>/"), desk.version, name="profile-version"),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/change/"),
        writing.change,
        name="profile-version-change",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/picture/"),
        desk.picture,
        name="profile-version-picture",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/send/"),
        deciding.send,
        name="profile-version-send",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/take-back/"),
        deciding.take_back,
        name="profile-version-take-back",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/approve/"),
        deciding.approve,
        name="profile-version-approve",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/return/"),
        deciding.send_back,
        name="profile-version-return",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/use-again/"),
        deciding.use_again,
        name="profile-version-use-again",
    ),
    path(
        pgettext_lazy("url", "own-page/versions/<int:pk>/discard/"),
        deciding.discard,
        name="profile-version-discard",
    ),
    path(
        pgettext_lazy("url", "own-page/pieces/<int:pk>/show/"),
        deciding.show,
        name="profile-piece-show",
    ),
]
