"""The state of a case and the time that its clocks have used, in words and in a colour."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext

from taskforce.rules.handling_times import Spread
from taskforce.web.cases.models import Case, CaseState
from taskforce.web.cases.queries.clocks import ToldClock
from taskforce.web.cases.two_languages import both
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.frame.templatetags.spoken import spoken

register = template.Library()
register.filter("both", both)
register.filter("spoken", spoken)

_STATES = {
    CaseState.DRAFT: "",
    CaseState.PAPERS_MISSING: "waiting",
    CaseState.STOPPED: "waiting",
    CaseState.DECIDED: "done",
    CaseState.WITHDRAWN: "",
}
_WHOLE = 100
_LATE, _SOON = 90, 50


@register.filter
def case_state(case: Case) -> SafeString:
    """How far a case is."""
    colour = _STATES.get(CaseState(case.state), "going")
    return format_html('<span class="state {}">{}</span>', colour, case.get_state_display())


@register.filter
def clock_state(clock: ToldClock) -> SafeString:
    """How a clock stands; how long there is left, while it runs."""
    colours = {"overdue": "overdue", "broken": "overdue", "met": "done", "stopped": "waiting"}
    words = clock.state_words[:1].upper() + clock.state_words[1:]
    if clock.state == "running":
        words = _left((clock.due - localdate()).days)
    elif clock.has_passed:
        words = gettext("Has ended")
    return format_html(
        '<span class="state {}">{}</span>', colours.get(clock.state, _urgency(clock)), words
    )


@register.simple_tag
def clock_bar(clock: ToldClock) -> SafeString:
    """A bar of the time used, with marks at 50, 75 and 90 per cent."""
    return format_html(
        '<svg class="clock-bar {}" viewBox="0 0 100 8" preserveAspectRatio="none" '
        'aria-hidden="true"><rect class="rail" width="100" height="8"/>'
        '<rect class="used" width="{}" height="8"/>'
        '<path class="marks" d="M50 0V8M75 0V8M90 0V8"/></svg>',
        "late" if clock.overdue or clock.percent >= _LATE else _urgency(clock),
        min(clock.percent, _WHOLE),
    )


@register.filter
def days(count: float | None) -> str:
    """A number of days, half a day where it is one."""
    return number(count, 0 if count is None or float(count).is_integer() else 1)


@register.filter
def day_spread(told: Spread) -> str:
    """From the lower to the upper quartile."""
    return f"{days(told.lower_quartile_days)}–{days(told.upper_quartile_days)}"


def _urgency(clock: ToldClock) -> str:
    return "waiting" if clock.is_running and clock.percent >= _SOON else "going"


def _left(days: int) -> str:
    if days == 0:
        return gettext("Last day")
    return ngettext("%(count)s day left", "%(count)s days left", days) % {"count": days}
