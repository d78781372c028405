"""`make demo` in a fresh clone under a new HOME, twice: it answers, serves paths, stops, and starts again quickly."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

COLD_S, WARM_S = 600, 60  # patience; the targets are 180 s and 10 s on a fair line and a quiet machine


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status(port: int, path: str) -> int:
    """The HTTP status of a path, 0 while nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def run(clone: Path, patience: float) -> float:
    """Start the demo, wait for it, look at it, stop it; the seconds until it answered."""
    port, start = free_port(), time.monotonic()
    demo = subprocess.Popen(
        ["make", "demo", f"PORT={port}"],
        cwd=clone,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (one thread; ignored in the background)
    )
    try:
        while status(port, "/healthz") != 200:
            assert demo.poll() is None, f"make demo ended with {demo.returncode}"
            assert time.monotonic() - start < patience, "make demo did not answer in time"
            time.sleep(0.2)
        seconds = time.monotonic() - start
        assert status(port, "/readyz") == 200
        assert status(port, "/sign-in") == 200
        assert status(port, "/api/v1/openapi.json") in {200, 401}
    finally:
        os.killpg(demo.pid, signal.SIGINT)
        demo.wait(timeout=60)
    return seconds


def main() -> None:
    """Cold, then warm."""
    clone = Path(sys.argv[1])
    Path(os.environ["HOME"]).mkdir(parents=True, exist_ok=True)
    print(f"cold start: {run(clone, COLD_S):.1f} s")
    print(f"warm start: {run(clone, WARM_S):.1f} s")


if __name__ == "__main__":
    main()
