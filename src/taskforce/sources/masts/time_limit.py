"""A time limit for a whole conversation with a server, also with one that drips byte by byte."""

from __future__ import annotations

import http.client
import socket
from contextlib import suppress
from threading import Lock, Timer
from types import TracebackType
from typing import Any
from urllib import request


class TimeLimit:
    """Closes the lines of its connections when the time is up.

    A timeout of a socket begins anew with each byte, so a slow server could hold us for ever;
    this one does not.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.passed = False
        self._lines: list[socket.socket] = []
        self._lock = Lock()
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> TimeLimit:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._timer.cancel()
        with self._lock:
            for line in self._lines:
                line.close()
            self._lines.clear()

    def watch(self, line: socket.socket) -> None:
        """Hold on to the line beneath a connection, whatever is wrapped around it later."""
        with self._lock:
            self._lines.append(line.dup())
        self.check()

    def check(self) -> None:
        """Say that the time is up.

        Raises
        ------
        TimeoutError
            It is.
        """
        if self.passed:
            raise TimeoutError

    def _end(self) -> None:
        self.passed = True
        with self._lock:
            for line in self._lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)


def opener_within(limit: TimeLimit) -> request.OpenerDirector:
    """Open addresses of the web, and nothing else, within a time limit."""

    class Plain(http.client.HTTPConnection):
        def connect(self) -> None:
            super().connect()
            limit.watch(self.sock)

    # The line is watched before it is encrypted: HTTPSConnection connects by way of Plain.
    class Encrypted(http.client.HTTPSConnection, Plain):
        pass

    class PlainHandler(request.HTTPHandler):
        def http_open(self, asked: request.Request) -> Any:
            return self.do_open(Plain, asked)

    class EncryptedHandler(request.HTTPSHandler):
        def https_open(self, asked: request.Request) -> Any:
            return self.do_open(Encrypted, asked)

    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        PlainHandler(),
        EncryptedHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPRedirectHandler(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener
