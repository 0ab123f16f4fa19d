"""The code that a web editor copies: a frame, a picture, or a sentence with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.translation import gettext

from taskforce.web.embeds.queries.card import Card, map_of
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.municipalities.spot_map import place_on_map
from taskforce.web.profiles.badges.badge import Badge

_FRAME = (
    '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" '
    'referrerpolicy="no-referrer" style="border:0"></iframe>'
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing to show: its name, what is copied, and the page that the preview frames."""

    key: str
    name: str
    code: str
    preview: str = ""
    height_px: int = 0


def frames(card: Card, home: str) -> Iterator[Piece]:
    """What is shown in a frame; `home` is the beginning of this site's addresses."""
    slug, name = card.area.slug, card.area.name
    told = (
        ("profile", gettext("The profile card"), reverse("embed-card", args=[slug]), 540),
        ("figure", gettext("One figure"), reverse("embed-figure", args=[slug, "share"]), 290),
        ("map", gettext("The small map"), reverse("embed-small-map", args=[slug]), 640),
        ("big-map", gettext("The big map"), _big_map(card), 560),
        ("badges", gettext("The badges"), reverse("embed-badges", args=[slug]), 240),
    )
    for key, what, path, height in told:
        title = gettext("%(what)s: coverage in %(name)s") % {"what": what, "name": name}
        code = format_html(_FRAME, f"{home}{path}", title, height)
        yield Piece(key, what, code, path, height)


def pictures(card: Card, home: str, badges: tuple[Badge, ...]) -> Iterator[Piece]:
    """What is shown as a picture."""
    slug, name = card.area.slug, card.area.name
    there = f"{home}{reverse('municipality', args=[slug])}"
    path = reverse("embed-map-picture", args=[slug])
    alt = gettext("Where proper internet is missing in %(name)s") % {"name": name}
    if map_of(card):
        name = gettext("The small map as a picture")
        yield Piece("map-svg", name, _picture(home + path, alt, there))
    for one in badges:
        path = reverse("badge-picture", args=[slug, one.kind])
        code = _picture(home + path, one.kind.label, there)
        yield Piece(f"badge-{one.kind}", one.kind.label, code)


def sentence(card: Card, home: str) -> Piece | None:
    """A sentence with its day and source, which stays as it is; None where no share is shown."""
    if card.profile.now.share_below is None:
        return None
    figure = card.figure("share")
    link = f"{home}{reverse('municipality', args=[card.area.slug])}"
    told = gettext("%(value)s %(words)s in %(name)s Municipality on %(day)s.") % {
        "value": figure.value,
        "words": figure.words,
        "name": card.area.name,
        "day": day(card.origin.as_of),
    }
    source = gettext("Source: %(publisher)s, through the Digital Taskforce") % {
        "publisher": card.origin.publisher
    }
    code = f'<p>{escape(told)} <a href="{escape(link)}">{escape(source)}</a>.</p>'
    return Piece("sentence", gettext("A sentence with its source"), code)


def _big_map(card: Card) -> str:
    """The map of the region, opened at the municipality."""
    bounds = card.area.bounds
    return reverse("embed-map") + (f"#map={place_on_map(bounds)}" if bounds else "")


def _picture(address: str, alt: str, there: str) -> str:
    return format_html('<a href="{}"><img src="{}" alt="{}"></a>', there, address, alt)
