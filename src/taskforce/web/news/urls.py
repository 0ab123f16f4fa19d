"""The addresses of the news, the calendar and the mails, and those of the desk."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.news.views import calendar, desk, mails, reading

_RSS, _ATOM = {"form": "rss"}, {"form": "atom"}

urlpatterns = [
    path(pgettext_lazy("url", "news/"), reading.listing, name="news"),
    path(pgettext_lazy("url", "news/new.rss"), reading.feed, _RSS, name="news-rss"),
    path(pgettext_lazy("url", "news/new.atom"), reading.feed, _ATOM, name="news-atom"),
    path(pgettext_lazy("url", "news/in/<str:code>.rss"), reading.feed, _RSS, name="news-rss-place"),
    path(
        pgettext_lazy("url", "news/in/<str:code>.atom"),
        reading.feed,
        _ATOM,
        name="news-atom-place",
    ),
    path(pgettext_lazy("url", "news/by-mail/"), mails.ask, name="news-mail"),
    path(
        pgettext_lazy("url", "news/by-mail/yes/<str:token>/"),
        mails.confirm,
        name="news-mail-confirm",
    ),
    path(pgettext_lazy("url", "news/by-mail/own/<str:token>/"), mails.own, name="news-mail-own"),
    path(pgettext_lazy("url", "news/by-mail/stop/<str:token>/"), mails.stop, name="news-mail-stop"),
    path(pgettext_lazy("url", "news/desk/"), desk.desk, name="news-desk"),
    path(pgettext_lazy("url", "news/desk/new/"), desk.new, name="news-new"),
    path(pgettext_lazy("url", "news/desk/<int:pk>/"), desk.one, name="news-one"),
    path(pgettext_lazy("url", "news/desk/<int:pk>/change/"), desk.change, name="news-change"),
    path(pgettext_lazy("url", "news/desk/<int:pk>/send/"), desk.propose, name="news-propose"),
    path(pgettext_lazy("url", "news/desk/<int:pk>/approve/"), desk.approve, name="news-approve"),
    path(pgettext_lazy("url", "news/desk/<int:pk>/return/"), desk.send_back, name="news-return"),
    path(pgettext_lazy("url", "news/desk/<int:pk>/withdraw/"), desk.withdraw, name="news-withdraw"),
    path(pgettext_lazy("url", "news/<slug:slug>/"), reading.one, name="news-item"),
    path(pgettext_lazy("url", "calendar/"), calendar.calendar, name="calendar"),
    path(pgettext_lazy("url", "calendar/taskforce.ics"), calendar.as_ics, name="calendar-ics"),
]
