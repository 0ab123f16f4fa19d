"""Send part of a file, as HTTP range requests ask for it; maps are read in such parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

_RANGE = re.compile(r"bytes=(\d*)-(\d*)")
_CHUNK_BYTES = 64 * 1024


class Unsatisfiable(ValueError):
    """The part that is asked for lies beyond the end of the file."""


def wanted_part(header: str | None, size: int) -> tuple[int, int] | None:
    """The first and last byte that are asked for, or None when the whole file is.

    Several parts at once, or a header that cannot be read, get the whole file: the standard
    allows a server to ignore them.
    """
    match = _RANGE.fullmatch((header or "").replace(" ", ""))
    if match is None or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if first == "":
        begin, end = max(0, size - int(last)), size - 1
        if int(last) == 0:
            raise Unsatisfiable
    else:
        begin, end = int(first), min(int(last or size - 1), size - 1)
        if last and int(last) < begin:
            return None
    if begin >= size:
        raise Unsatisfiable
    return begin, end


_GONE = (
    "Filen gemmes ikke længere. Tallene i udgaven har stadig deres bevis.\n"
    "This file is no longer kept. The figures of the edition still have their certificates.\n"
)


def sent(request: HttpRequest, file: Path, *, etag: str, content_type: str) -> HttpResponseBase:
    """Answer with the file, the part of it that is asked for, or that nothing has changed."""
    if etag in request.headers.get("If-None-Match", ""):
        return _labelled(HttpResponse(status=304), etag)
    try:
        size = file.stat().st_size
    except FileNotFoundError:
        # Of an old edition that was thinned by hand; its figures keep their certificates.
        return HttpResponse(_GONE, status=410, content_type="text/plain; charset=utf-8")
    try:
        part = wanted_part(_current_range(request, etag), size)
    except Unsatisfiable:
        refusal = HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
        return _labelled(refusal, etag)
    begin, end = part or (0, size - 1)
    response = StreamingHttpResponse(
        () if request.method == "HEAD" else _read(file, begin, end),
        status=206 if part else 200,
        content_type=content_type,
        headers={"Content-Length": str(end - begin + 1)},
    )
    if part:
        response["Content-Range"] = f"bytes {begin}-{end}/{size}"
    return _labelled(response, etag)


def _current_range(request: HttpRequest, etag: str) -> str | None:
    # A part of an older version would not fit the parts the reader already holds.
    if request.headers.get("If-Range", etag) != etag:
        return None
    return request.headers.get("Range")


def _labelled(response: HttpResponseBase, etag: str) -> HttpResponseBase:
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "public, max-age=3600"
    return response


def _read(file: Path, begin: int, end: int) -> Iterator[bytes]:
    with file.open("rb") as opened:
        opened.seek(begin)
        left = end - begin + 1
        while left > 0:
            chunk = opened.read(min(_CHUNK_BYTES, left))
            if not chunk:
                return
            left -= len(chunk)
            yield chunk
