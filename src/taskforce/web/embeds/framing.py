"""The one place where another site may show a page of ours in a frame, and on what terms."""

from __future__ import annotations

from csp.decorators import csp, csp_replace
from django.views.decorators.clickjacking import xframe_options_exempt

from taskforce.web.frame.headers import View, for_other_sites

# Pictures and one style sheet from here, and nothing else: no script, no form, nobody asked.
_STILL = {
    "default-src": ["'none'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["*"],
}


def still_frame(view: View) -> View:
    """A page without any script that everybody may frame."""
    return for_other_sites(xframe_options_exempt(csp(_STILL)(view)))


def map_frame(view: View) -> View:
    """The map, which needs its script: what other pages may do, and to be framed besides."""
    allowed = csp_replace({"frame-ancestors": ["*"]})
    return for_other_sites(xframe_options_exempt(allowed(view)))
