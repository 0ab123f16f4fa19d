"""Fetches a file from the mast register's address: in time, within bounds, or not at all."""

from __future__ import annotations

from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request

from taskforce import __version__
from taskforce.sources.masts.time_limit import TimeLimit, opener_within
from taskforce.vocabulary.errors import Refused, WrongUse

# Some six times the whole register; what is larger is something else.
LARGEST_BYTES = 200_000_000

_PIECE = 1 << 18
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "User-Agent": f"digital-taskforce/{__version__}",
}


def fetch(url: str, target: Path, *, timeout_s: float, largest_bytes: int = LARGEST_BYTES) -> Path:
    """Fetch a JSON file.

    Parameters
    ----------
    url
        An address beginning with http:// or https://.
    target
        Where the file is written.
    timeout_s
        Seconds from the question to the last byte, also when the bytes come one by one.
    largest_bytes
        What is larger is not fetched to its end.

    Returns
    -------
    Path
        `target`, with the whole answer in it.

    Raises
    ------
    WrongUse
        The address is none, or the time is.
    Refused
        No connection, no answer in time, an error, a web page, too large, or cut off.
    """
    _refuse_wrong_use(url, timeout_s)
    asked = Request(url, headers=_HEADERS)  # noqa: S310 - http(s) only
    with TimeLimit(timeout_s) as limit:
        try:
            with (
                opener_within(limit).open(asked, timeout=timeout_s) as response,
                target.open("wb") as copy,
            ):
                _refuse_headers(response.headers, largest_bytes, url)
                received = _copied(response, copy, limit, largest_bytes, url)
            _refuse_cut_off(response.headers, received, limit, url)
        except HTTPError as error:
            with error:
                raise _refused(f"The server answered {error.code} {error.reason}", url) from error
        except (HTTPException, OSError, ValueError) as error:
            raise _failed(error, limit, url) from error
    return target


def _copied(response: Any, copy: IO[bytes], limit: TimeLimit, largest_bytes: int, url: str) -> int:
    received = 0
    while piece := response.read1(_PIECE):
        if received == 0 and piece.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
            raise _refused("A web page came instead of JSON", url)
        received += len(piece)
        if received > largest_bytes:
            raise _too_large(largest_bytes, url)
        copy.write(piece)
        limit.check()
    return received


def _refuse_wrong_use(url: str, timeout_s: float) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongUse(
            f'"{url}" is no address on the web.', remedy="Write it like https://mastedatabasen.dk/…"
        )
    if not timeout_s > 0:
        raise WrongUse("The time must be more than 0 seconds.", remedy="Write --timeout 60.")


def _refuse_headers(headers: Message, largest_bytes: int, url: str) -> None:
    if headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        raise _refused("A web page came instead of JSON", url)
    packed = headers.get("Content-Encoding", "identity")
    if packed != "identity":
        raise _refused(f"The answer is packed ({packed}), which was not asked for", url)
    length = headers.get("Content-Length", "")
    if length.isdigit() and int(length) > largest_bytes:
        raise _too_large(largest_bytes, url)


def _refuse_cut_off(headers: Message, received: int, limit: TimeLimit, url: str) -> None:
    limit.check()
    length = headers.get("Content-Length", "")
    if length.isdigit() and received < int(length):
        raise _refused(f"The answer is cut off: {received:,} of {int(length):,} bytes came", url)
    if received == 0:
        raise _refused("The answer is empty", url)


def _too_large(largest_bytes: int, url: str) -> Refused:
    return _refused(
        f"The answer is larger than {largest_bytes / 1e6:,.1f} MB, which the register is not", url
    )


def _failed(error: Exception, limit: TimeLimit, url: str) -> Refused:
    """What went wrong on the way, said so that it can be looked into."""
    if isinstance(error, Refused):
        return error
    reason = error.reason if isinstance(error, URLError) else error
    if limit.passed or isinstance(reason, TimeoutError):
        return _refused(f"There was no whole answer within {limit.seconds:g} seconds", url)
    if isinstance(error, URLError):
        return _refused(f"There is no connection ({reason})", url)
    return _refused(f"The connection broke off ({reason or type(error).__name__})", url)


def _refused(what: str, url: str) -> Refused:
    return Refused(
        f"{what}: {url}.",
        remedy="What lies on the shelf is as it was. Try again later, or fetch the file in a "
        "browser and take it in with: taskforce collect masts FILE.",
    )
