"""Who gets in where among the pages of news; a part of the table of every door."""

from __future__ import annotations

from typing import Any

from tests.web.who import (
    AWAY,
    AWAY_OFFICIALS,
    CONSULTANT,
    EVERYBODY,
    HOME,
    Places,
    anywhere,
)

_PUBLIC = (
    "news", "news-rss", "news-atom", "news-rss-place", "news-atom-place", "news-mail",
    "news-mail-confirm", "news-mail-own", "news-mail-stop", "news-item", "calendar",
    "calendar-ics",
)  # fmt: skip
_WRITERS = CONSULTANT | AWAY_OFFICIALS | {"coordinator"}
# What is on the desk at home and away is not public yet.
_WRITES: Places = {HOME: CONSULTANT | {"coordinator"}, AWAY: CONSULTANT | AWAY_OFFICIALS}

NEWS: dict[str, Places] = {
    **dict.fromkeys(_PUBLIC, anywhere(EVERYBODY)),
    **dict.fromkeys(("news-desk", "news-new"), anywhere(_WRITERS)),
    **dict.fromkeys(("news-one", "news-change", "news-propose"), _WRITES),
    **dict.fromkeys(("news-approve", "news-return", "news-withdraw"), anywhere(CONSULTANT)),
}
# With something in the address that is found or not; here it is not, and nobody is refused.
NEWS_ABOUT: dict[str, dict[str, Any]] = {
    "news-item": {"slug": "ingen"},
    "news-mail-confirm": {"token": "ingen"},
    "news-mail-own": {"token": "ingen"},
    "news-mail-stop": {"token": "ingen"},
}
