"""The addresses of meetings: those for everybody, and those from the inside."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy

from taskforce.web.meetings.views import listing, minutes, page, planning

urlpatterns = [
    path(pgettext_lazy("url", "meetings/"), listing.public, name="public-meetings"),
    path(
        pgettext_lazy("url", "meetings/for-all/<int:pk>/"),
        listing.public_one,
        name="public-meeting",
    ),
    path(
        pgettext_lazy("url", "meetings/for-all/<int:pk>/meeting.ics"),
        listing.public_ics,
        name="public-meeting-ics",
    ),
    path(pgettext_lazy("url", "meetings/own/"), listing.listing, name="meetings"),
    path(
        pgettext_lazy("url", "meetings/own/calendar/new/"),
        listing.renew,
        name="meetings-calendar-new",
    ),
    path(
        pgettext_lazy("url", "meetings/own/calendar/stop/"),
        listing.stop,
        name="meetings-calendar-stop",
    ),
    path(
        pgettext_lazy("url", "meetings/calendar/<str:token>.ics"),
        listing.feed,
        name="meetings-feed",
    ),
    path(pgettext_lazy("url", "meetings/new/"), planning.new, name="meeting-new"),
    path(pgettext_lazy("url", "meetings/<int:pk>/"), page.one, name="meeting"),
    path(pgettext_lazy("url", "meetings/<int:pk>/change/"), planning.change, name="meeting-change"),
    path(pgettext_lazy("url", "meetings/<int:pk>/invite/"), planning.invite, name="meeting-invite"),
    path(pgettext_lazy("url", "meetings/<int:pk>/cancel/"), planning.cancel, name="meeting-cancel"),
    path(pgettext_lazy("url", "meetings/<int:pk>/answer/"), page.answer, name="meeting-answer"),
    path(pgettext_lazy("url", "meetings/<int:pk>/agenda/"), page.add_item, name="meeting-item"),
    path(pgettext_lazy("url", "meetings/<int:pk>/agenda/fill/"), page.fill, name="meeting-fill"),
    path(pgettext_lazy("url", "meetings/<int:pk>/minutes/"), minutes.take, name="meeting-minutes"),
    path(
        pgettext_lazy("url", "meetings/<int:pk>/minutes/send/"), minutes.send, name="meeting-send"
    ),
    path(
        pgettext_lazy("url", "meetings/<int:pk>/attendance/"),
        minutes.attendance,
        name="meeting-attendance",
    ),
    path(
        pgettext_lazy("url", "meetings/<int:pk>/outcomes/"),
        minutes.outcome,
        name="meeting-outcome",
    ),
    path(pgettext_lazy("url", "meetings/<int:pk>/meeting.pdf"), page.as_pdf, name="meeting-pdf"),
    path(pgettext_lazy("url", "meetings/<int:pk>/meeting.ics"), page.as_ics, name="meeting-ics"),
    path(pgettext_lazy("url", "meetings/items/<int:pk>/move/"), page.move, name="agenda-move"),
    path(
        pgettext_lazy("url", "meetings/items/<int:pk>/take-off/"), page.take_off, name="agenda-off"
    ),
    path(
        pgettext_lazy("url", "meetings/guests/<int:pk>/withdraw/"),
        planning.withdraw,
        name="invitee-withdraw",
    ),
    path(
        pgettext_lazy("url", "meetings/outcomes/<int:pk>/remove/"),
        minutes.remove,
        name="outcome-remove",
    ),
    path(
        pgettext_lazy("url", "meetings/outcomes/<int:pk>/done/"), page.finish, name="outcome-done"
    ),
]
