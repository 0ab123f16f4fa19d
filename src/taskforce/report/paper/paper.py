"""Sets a paper with Typst: a tagged PDF, made offline, the same bytes from the same content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from taskforce.vocabulary.errors import PromiseBroken

_HERE = Path(__file__).parent
# The fonts come with the design system and lie where the web serves them.
_FONTS = _HERE.parents[1] / "web/frame/static/vendor/fonts"
_POINTS_PER_INCH = 72


def pdf(template: str, data: Mapping[str, Any], *, on: date | None = None) -> bytes:
    """A PDF/UA-1 file.

    Parameters
    ----------
    template
        Name of a template beside this file, "checklist" for checklist.typ.
    data
        What the template shows; plain values that JSON can hold. It reaches the template as
        data, never as Typst source, so no text in it can run.
    on
        The day that the file says it was made: the day of its content, never the clock's.

    Returns
    -------
    bytes
        The file; the same for the same template, data and day.

    Raises
    ------
    PromiseBroken
        The paper cannot be set, for instance because a picture in it has no words.
    """
    made = (
        datetime.combine(on, datetime.min.time(), UTC) if on else datetime(2000, 1, 1, tzinfo=UTC)
    )
    try:
        return typst.compile(
            _HERE / f"{template}.typ",
            root=_HERE,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            font_paths=[_FONTS],
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
            timestamp=made,
        )
    except typst.TypstError as error:
        raise PromiseBroken(
            f'The paper "{template}" cannot be set: {error}',
            remedy="Try again; if it still fails, tell those who look after the software.",
        ) from error


def png(svg: str, *, scale: float = 2.0) -> bytes:
    """A drawing as a picture of dots, set with the same fonts as the papers.

    Parameters
    ----------
    svg
        A whole SVG document; its own pixels are the size of the picture.
    scale
        How many dots a pixel of the drawing becomes.

    Returns
    -------
    bytes
        The PNG file; the same for the same drawing.
    """
    made = typst.compile(
        _HERE / "picture.typ",
        root=_HERE,
        format="png",
        ppi=_POINTS_PER_INCH * scale,
        sys_inputs={"svg": svg},
        font_paths=[_FONTS],
        ignore_system_fonts=True,
    )
    if not isinstance(made, bytes):
        raise TypeError("A picture is a single page.")
    return made
