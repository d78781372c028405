"""`graphcrm serve` in processes of its own, which may be killed, and somebody who asks it."""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any, NamedTuple

import psutil

PATIENCE_S = 60.0


class Answer(NamedTuple):
    """What was answered; `headers` are those of a change."""

    status: int
    body: Any
    change: str | None


class Served:
    """The web app over one database, at a port of its own."""

    def __init__(self, environment: Mapping[str, str], token: str) -> None:
        self._environment = dict(environment)
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = int(free.getsockname()[1])
        self.start()

    def start(self) -> None:
        """Start it; it answers when this ends."""
        command = [sys.executable, "-m", "graphcrm.cli", "serve", "--port", str(self._port)]
        self._process = psutil.Popen(
            command, env=self._environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.wait()

    def wait(self) -> None:
        """Wait until it answers, and the database answers it."""
        until = time.monotonic() + PATIENCE_S
        while True:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self._ask("GET", "/readyz", None, {}).status == 200:
                    return
            assert time.monotonic() < until, "graphcrm serve does not get ready"
            time.sleep(0.05)

    def send(self, method: str, path: str, body: Any = None, *, key: str | None = None) -> Answer | None:
        """Ask the API; None where the connection broke before there was an answer."""
        headers = self._headers | ({"Idempotency-Key": key} if key else {})
        try:
            return self._ask(method, f"/api/v1{path}", body, headers)
        except (OSError, http.client.HTTPException):
            return None

    def kill(self) -> None:
        """End all its processes at once, as a lack of memory or a power cut does."""
        for process in (self._process, *self._process.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        self._process.wait(PATIENCE_S)

    def stop(self) -> None:
        """End it as a person would."""
        self._process.terminate()
        self._process.wait(PATIENCE_S)

    def _ask(self, method: str, path: str, body: Any, headers: Mapping[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_S)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), dict(headers))
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        is_json = "json" in (answer.getheader("Content-Type") or "")
        return Answer(answer.status, json.loads(text) if text and is_json else text, answer.getheader("Change-Id"))
