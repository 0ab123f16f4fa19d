"""The addresses of white spots: follow-up inside, the operators' answers, and the public lists."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.spots.views import answering, desk, lists

urlpatterns = [
    path(pgettext_lazy("url", "white-spots/"), desk.listing, name="spots"),
    path(pgettext_lazy("url", "white-spots/white-spots.csv"), desk.export, name="spots-csv"),
    path(pgettext_lazy("url", "white-spots/assign/"), desk.assign, name="spots-assign"),
    path(
        pgettext_lazy("url", "white-spots/to-answer/"), answering.to_answer, name="spots-to-answer"
    ),
    path(pgettext_lazy("url", "white-spots/lists/"), lists.every, name="spot-lists"),
    path(
        pgettext_lazy("url", "white-spots/lists/schedule/"), lists.plan, name="spot-lists-schedule"
    ),
    path(pgettext_lazy("url", "white-spots/lists/issue/"), lists.issue, name="spot-lists-issue"),
    path(pgettext_lazy("url", "white-spots/lists/<int:pk>/"), lists.one, name="spot-list"),
    path(
        pgettext_lazy("url", "white-spots/lists/<int:pk>/list.csv"),
        lists.as_csv,
        name="spot-list-csv",
    ),
    path(
        pgettext_lazy("url", "white-spots/lists/<int:pk>/list.geojson"),
        lists.geojson,
        name="spot-list-geojson",
    ),
    path(
        pgettext_lazy("url", "white-spots/answers/<int:pk>/proof/"),
        answering.proof,
        name="spot-answer-proof",
    ),
    path(pgettext_lazy("url", "white-spots/<int:pk>/"), desk.one, name="spot"),
    path(
        pgettext_lazy("url", "white-spots/<int:pk>/follow-up/"),
        desk.follow_up,
        name="spot-follow-up",
    ),
    path(pgettext_lazy("url", "white-spots/<int:pk>/answer/"), answering.answer, name="spot-reply"),
]
