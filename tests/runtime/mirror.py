"""A Maven repository of our own, which can be told to serve badly."""

from __future__ import annotations

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

Fault = tuple[int, bytes, int]
"""What to answer instead: status, body, and how many bytes of it to send before hanging up."""


class Mirror(ThreadingHTTPServer):
    """Serves `content` by path; each of a path's `faults` spoils one answer. `asked` lists (path, Range)."""

    def __init__(self, content: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.content = content
        self.faults: dict[str, list[Fault]] = {}
        self.asked: list[tuple[str, str | None]] = []
        self.knows_ranges = True
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/maven2"

    def close(self) -> None:
        self.shutdown()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Mirror

    def do_GET(self) -> None:
        path = self.path.removeprefix("/maven2/")
        asked = self.headers.get("Range")
        self.server.asked.append((path, asked))
        status, body, count = self._answer(path, asked)
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:count])
        self.close_connection = count < len(body)

    def _answer(self, path: str, asked: str | None) -> Fault:
        if self.server.faults.get(path):
            return self.server.faults[path].pop(0)
        body = self.server.content[path]
        if asked and self.server.knows_ranges:
            found = re.fullmatch(r"bytes=(\d+)-", asked)
            assert found, asked
            return 206, body[int(found[1]) :], len(body)
        return 200, body, len(body)

    def log_message(self, *_: object) -> None:
        pass
