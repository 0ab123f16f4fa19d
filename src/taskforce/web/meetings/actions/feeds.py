"""Give somebody a calendar address for meetings, replace it, or take it away."""

from __future__ import annotations

import secrets

from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.meetings.models import MeetingFeed
from taskforce.web.meetings.queries.feed import feed_for
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Account

_LENGTH = 16


def new_address(*, by: Caller) -> MeetingFeed:
    """A new secret address; an earlier one is worth nothing from now on."""
    account = Account.objects.get(pk=by.account_id)
    feed, number = feed_for(by), secrets.token_hex(_LENGTH)
    if feed is None:
        return add(MeetingFeed(account=account, number=number), by=by)
    change(feed, {"number": number}, by=by)
    return feed


def stop_feed(*, by: Caller) -> None:
    """No calendar any more."""
    feed = feed_for(by)
    if feed is not None:
        remove(feed, by=by)
