"""Write the demonstration's news: what has happened, what is to come, and one to be approved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from taskforce.web.frame.journal.writing import change
from taskforce.web.news.actions.writing import approve, propose, write
from taskforce.web.news.models import Category, NewsItem
from taskforce.web.people.caller import Caller, caller_for
from taskforce.web.people.models import Account, Organisation, Role

_SOURCE = "Demonstrationsdata"


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of news; days count from today, and None for what has no day of its own."""

    code: str
    category: Category
    title: tuple[str, str]
    summary: tuple[str, str]
    body: str
    public_days_ago: int
    happens_in_days: int | None = None


_NEWS = (
    Told(
        "0340",
        Category.MAST,
        ("Ny mast ved Sorø giver dækning i tre landsbyer", "A new mast covers three villages"),
        (
            "Demomobil har tændt en mast på kommunens vandtårn. Den dækker også landevejen.",
            "Demomobil has switched on a mast on the municipality's water tower.",
        ),
        "Vandtårnet stod på listen over offentlige ejendomme, som kommunen har lagt frem.\n\n"
        "- Aftalen om leje følger de fælles vilkår.\n- Sagen tog otte uger fra ansøgning til "
        "tilladelse.\n\n[Se mobildækningen på kortet](page:map)",
        12,
        -15,
    ),
    Told(
        "0360",
        Category.ROLL_OUT,
        ("Fiber er gravet ned i to sogne", "Fibre has been laid in two parishes"),
        (
            "Demonet er færdig med at grave. Beboerne kan bestille fra næste måned.",
            "Demonet has finished digging. Residents can order from next month.",
        ),
        "Kommunen og selskabet gravede sammen med vandværket, så vejene kun blev åbnet én gang.",
        26,
        -30,
    ),
    Told(
        "0376",
        Category.ROLL_OUT,
        ("Næste etape begynder til foråret", "The next stage begins in spring"),
        (
            "Demonet begynder at grave i de hvide pletter, som kommunen har peget på.",
            "Demonet starts digging in the white spots that the municipality has named.",
        ),
        "",
        5,
        96,
    ),
    Told(
        "",
        Category.AGREEMENT,
        ("Fælles retningslinjer for gravning er klar", "The common digging guidelines are ready"),
        (
            "Kommunerne kan nu tilslutte sig den nye udgave og se, hvor de er forskellige.",
            "Municipalities can now adopt the new version and see where they differ.",
        ),
        "[Se, hvem der følger retningslinjerne](page:guidelines)",
        40,
        -40,
    ),
    Told(
        "",
        Category.NEWS,
        ("Åbent møde om dækningen i regionen", "An open meeting about coverage in the region"),
        (
            "Første halve time er åben for alle. Kom og hør, hvordan det går.",
            "The first half hour is open to everybody. Come and hear how it goes.",
        ),
        "[Se alle offentlige møder](page:public-meetings)",
        2,
    ),
)


def make_news(accounts: dict[Role, Account], today: date) -> None:
    """Write all of it, unless somebody has written something already."""
    if NewsItem.objects.exists():
        return
    consultant = caller_for(accounts[Role.CONSULTANT])
    for one in _NEWS:
        _publish(one, today, by=consultant)
    coordinator = caller_for(accounts[Role.COORDINATOR])
    draft = write(
        {
            "category": Category.AGREEMENT,
            "municipality": Organisation.objects.get(code="0340"),
            "title_da": "Kommunen lægger fem ejendomme frem til master",
            "summary_da": "Byrådet har besluttet, at fem tage og vandtårne kan lejes til antenner.",
            "happens_on": today - timedelta(days=3),
            "source": _SOURCE,
        },
        by=coordinator,
    )
    propose(draft, by=coordinator)


def _publish(one: Told, today: date, *, by: Caller) -> None:
    place = Organisation.objects.get(code=one.code) if one.code else None
    in_days = one.happens_in_days
    told = {
        "category": one.category,
        "municipality": place,
        "title_da": one.title[0],
        "title_en": one.title[1],
        "summary_da": one.summary[0],
        "summary_en": one.summary[1],
        "body_da": one.body,
        "happens_on": today + timedelta(days=in_days) if in_days is not None else None,
        "source": _SOURCE,
    }
    item = write(told, by=by)
    approve(item, None, now=timezone.now(), by=by)
    day = today - timedelta(days=one.public_days_ago)
    at = datetime.combine(day, time(9), timezone.get_current_timezone())
    change(item, {"publish_at": at}, by=by)
