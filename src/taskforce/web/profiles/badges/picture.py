"""Draw a badge as a picture that stands on its own on any site, and tells a screen reader all."""

from __future__ import annotations

from html import escape

from django.utils.translation import get_language, gettext

from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.profiles.badges.badge import Badge
from taskforce.web.profiles.badges.kinds import BadgeKind

_HIGH, _TEXT_X, _EDGE = 72, 76, 20
_NAME, _WHOSE = 17, 13
# How broad letters are, as shares of their height; what is not named here takes the last two.
_BROAD = {
    **dict.fromkeys("ijl.,:;'·", 0.26),
    **dict.fromkeys("I tf", 0.31),
    **dict.fromkeys("mwMW", 0.87),
    "r": 0.37,
}
_CAPITAL, _SMALL = 0.7, 0.57
_LETTERS = "IBM Plex Sans, Segoe UI, Helvetica, Arial, sans-serif"
# On 24 by 24, drawn with a pen.
_SIGNS = {
    BadgeKind.ENTRY: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 4-6 8-6s8 2 8 6",
    BadgeKind.TAKES_PART: "M3 13l4-4 5 4 5-4 4 4M7 9l5-4 5 4M7 14l5 5 5-5",
    BadgeKind.GUIDELINES: "M6 3h9l4 4v14H6ZM15 3v4h4M9 12h7M9 16h7",
    BadgeKind.PLAN: "M4 6l2 2 3-4M4 13l2 2 3-4M4 20l2 2 3-4M12 6h8M12 13h8M12 20h8",
    BadgeKind.ANSWERS: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l4 2",
    BadgeKind.RENT: "M4 21V9l8-6 8 6v12ZM9 21v-6h6v6",
    BadgeKind.SITES: "M12 21V9M8 21h8M9 5a4 4 0 0 1 6 0M6 3a8 8 0 0 1 12 0M12 9a1 1 0 1 0 0-2",
}
NOTHING = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def drawn(badge: Badge, municipality: str) -> str:
    """An SVG element of its own, without style, script or anything from elsewhere."""
    name = badge.kind.label
    whose = gettext("%(name)s Municipality · Digital Taskforce") % {"name": municipality}
    width = round(_TEXT_X + max(_length(name, _NAME), _length(whose, _WHOSE)) + _EDGE)
    title, told = escape(f"{name}: {whose}"), escape(_told(badge))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" '
        f'lang="{get_language() or "da"}" width="{width}" height="{_HIGH}" '
        f'viewBox="0 0 {width} {_HIGH}" font-family="{_LETTERS}">'
        f'<title id="title">{title}</title><desc id="desc">{told}</desc>'
        f'<rect x="1" y="1" width="{width - 2}" height="{_HIGH - 2}" rx="12" fill="#fff" '
        f'stroke="#0b4a6f" stroke-width="2"/>'
        f'<circle cx="38" cy="36" r="24" fill="#0b4a6f"/>'
        f'<path d="{_SIGNS[badge.kind]}" transform="translate(26 24)" fill="none" stroke="#fff" '
        f'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>'
        + _line(name, _NAME, 33, 'font-weight="600" fill="#083650"')
        + _line(whose, _WHOSE, 54, 'fill="#4a5358"')
        + "</svg>"
    )


def _line(words: str, size: int, y: int, look: str) -> str:
    """A line of a fixed length: whatever letters the other site has, none runs over the edge."""
    length = round(_length(words, size))
    return (
        f'<text x="{_TEXT_X}" y="{y}" font-size="{size}" {look} textLength="{length}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(words)}</text>'
    )


def _length(words: str, size: int) -> float:
    """About how many pixels the words take in the letters of our own pages."""
    return size * sum(_BROAD.get(one, _CAPITAL if one.isupper() else _SMALL) for one in words)


def _told(badge: Badge) -> str:
    since = gettext("Holds since %(day)s.") % {"day": day(badge.on)} if badge.on else ""
    return " ".join(one for one in (badge.kind.rule, badge.evidence, since) if one)
