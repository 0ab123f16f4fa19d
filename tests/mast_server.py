"""A server on this machine that answers as the mast register's own, or fails as one does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

JSON = "application/json; charset=utf-8"


class Asked(BaseHTTPRequestHandler):
    """One question to the server; `server.answers` says what becomes of it."""

    server: MastServer

    def do_GET(self) -> None:
        self.server.questions.append((self.path, dict(self.headers)))
        self.server.answers(self)

    def give(
        self, text: str | bytes, kind: str = JSON, *, status: int = 200, promised: int | None = None
    ) -> None:
        """Answer with a body; `promised` is a length other than its own."""
        body = text if isinstance(text, bytes) else text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if promised is None else promised))
        self.end_headers()
        self.wfile.write(body)

    def drip(self, body: bytes) -> None:
        """Answer byte by byte without an end, until the other side has gone or all is over."""
        self.send_response(200)
        self.send_header("Content-Type", JSON)
        self.end_headers()
        try:
            while not self.server.over.wait(0.01):
                self.wfile.write(body)
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""


class MastServer(ThreadingHTTPServer):
    """Answers on the loopback address alone, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.answers: Callable[[Asked], None] = lambda asked: asked.give("[]")
        self.questions: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def mast_server() -> Iterator[MastServer]:
    """A server for as long as it is needed."""
    server = MastServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
