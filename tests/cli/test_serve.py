"""The web app as a program: it begins, answers, and leaves nothing behind, however it ends."""

from __future__ import annotations

import http.client
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Ended, Start, command, ended, environment

Run = Callable[..., Ended]

READY_S = 120  # a first start on a busy machine
NOTHING = 0  # for a port where nobody answers


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


def get(port: int, path: str, token: str = "") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Authorization": f"Bearer {token}"} if token else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    except OSError:
        return NOTHING, ""
    finally:
        connection.close()


def await_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        pytest.fail(ended(process).err)
    return line.strip()


def gone(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_serve_answers_until_it_is_told_to_stop(run: Run, start: Start, served: Path) -> None:
    run("user", "add", "--name", "Ada", "--email", "ada@us.example", "--role", "rep")
    token = run("token", "create", "--user", "Ada", "--json").json["token"]
    port = free_port()
    process = start("serve", "--port", port, "--workers", 2, env=environment(served))
    assert await_line(process) == f"graphcrm is at http://127.0.0.1:{port}"
    assert get(port, "/healthz")[0] == 200
    assert get(port, "/readyz")[0] == 200
    assert get(port, "/api/v1/users")[0] == 401
    assert json.loads(get(port, "/api/v1/users", token)[1])["items"][0]["name"] == "Ada"
    assert "Ada" not in get(port, "/sign-in")[1]
    assert get(port, f"/sign-in/link?key={token}", "gcrm_no-token")[0] == 410
    assert get(port, "/api/v1/users", "gcrm_no-token")[0] == 401
    process.send_signal(signal.SIGTERM)
    said = ended(process)
    assert said.code == 0
    assert not [secret for secret in (token, "gcrm_no-token") if secret in said.out + said.err]
    assert get(port, "/healthz")[0] == NOTHING
    assert run("db", "status", "--json").json["running"] is True


def test_while_nobody_can_sign_in_serve_shows_a_link_for_the_first(run: Run, start: Start, served: Path) -> None:
    assert run("user", "list", "--json").json["items"] == []
    port, env = free_port(), environment(served)
    process = start("serve", "--port", port, env=env)
    assert await_line(process) == f"graphcrm is at http://127.0.0.1:{port}"
    link = await_line(process)
    assert link.startswith(f"http://127.0.0.1:{port}/sign-in/link?key=")
    status, page = get(port, link.removeprefix(f"http://127.0.0.1:{port}"))
    assert (status, "The first administrator" in page) == (200, True)
    process.send_signal(signal.SIGTERM)
    said = ended(process)
    assert "Nobody can sign in yet." in said.err
    assert link.split("=")[1] not in said.err
    run("user", "add", "--name", "Ada", "--email", "ada@us.example", "--role", "rep")
    run("token", "create", "--user", "Ada")
    process = start("serve", "--port", port, env=environment(served))
    await_line(process)
    assert get(port, link.removeprefix(f"http://127.0.0.1:{port}"))[0] == 410
    process.send_signal(signal.SIGTERM)
    said = ended(process)
    assert "link" not in said.out + said.err


def test_the_password_is_in_no_process_list(start: Start, served: Path, run: Run) -> None:
    assert run("user", "list").code == 0
    password = (served / "neo4j" / "password").read_text().strip()
    process = start("serve", "--port", free_port(), env=environment(served), stderr=subprocess.DEVNULL)
    await_line(process)
    listed = subprocess.run(["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True).stdout
    assert "graphcrm.web:create_app()" in listed
    assert password not in listed
    process.terminate()
    assert process.wait(30) == 0


def test_after_a_kill_of_serve_the_web_app_ends_by_itself(start: Start, served: Path, run: Run) -> None:
    assert run("user", "list").code == 0
    port = free_port()
    process = start("serve", "--port", port, env=environment(served), stderr=subprocess.DEVNULL)
    await_line(process)
    process.kill()
    gone(lambda: get(port, "/healthz")[0] != NOTHING)


def tour() -> list[tuple[list[str], str]]:
    """The commands of the README's tour, and what it says they print."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n\$ graphcrm (paths .*?--as-of[^\n]*)\n(.*?)\n```", readme, re.DOTALL)
    assert len(blocks) >= 3
    return [(shlex.split(asked), told) for asked, told in blocks]


def test_a_database_that_crashes_under_the_web_app_is_started_again(start: Start, data_dir: Path) -> None:
    port = free_port()
    process = start("serve", "--port", port, env=environment(data_dir))
    await_line(process)
    assert get(port, "/readyz")[0] == 200
    password = (data_dir / "neo4j" / "password").read_text().strip()
    ours = [path for path in Path("/proc").glob("[0-9]*") if path.name.isdigit()]
    assert not [path for path in ours if password in said_by(path / "environ") + said_by(path / "cmdline")]
    done = subprocess.run(command("db", "status", "--json"), env=environment(data_dir), capture_output=True, check=True)
    os.kill(json.loads(done.stdout)["pid"], signal.SIGKILL)
    began = time.monotonic()
    assert get(port, "/readyz")[0] == 503
    assert time.monotonic() - began < 10
    gone(lambda: get(port, "/readyz")[0] != 200)
    process.send_signal(signal.SIGINT)
    said = ended(process)
    assert said.code == 0
    assert "Starting it again" in said.err
    assert password not in said.err


def said_by(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:  # not ours to see, or gone
        return ""


@pytest.mark.timeout(600)
def test_the_demo_keeps_to_its_own_folder_and_answers_as_the_readme_says(start: Start, data_dir: Path) -> None:
    port = free_port()
    env = environment(data_dir, NEO4J_URI="bolt://127.0.0.1:1", GRAPHCRM_HEAP_MB="512")
    for questions in (tour(), tour()[:1]):  # the second start loads nothing, and finds what the first one loaded
        process = start("demo", "--port", port, env=env)
        assert await_line(process) == f"graphcrm demo is at http://127.0.0.1:{port}"
        assert "Alice Moreau" in get(port, "/sign-in")[1]
        for asked, told in questions:
            env_of_reader = environment(data_dir / "demo")
            done = subprocess.run(command(*asked), env=env_of_reader, capture_output=True, text=True, check=True)
            assert done.stdout.rstrip() == told
        process.send_signal(signal.SIGINT)
        said = ended(process, seconds=120)
        assert said.code == 0
        assert get(port, "/healthz")[0] == NOTHING
    assert "Loading" not in said.err
    assert not (data_dir / "neo4j").exists()


def test_a_web_app_that_cannot_start_is_explained(start: Start, data_dir: Path, served: Path) -> None:
    """The key of the session cookie cannot be kept: its place is taken by a folder."""
    folder = data_dir.parent / "no-key"
    folder.mkdir()
    for name in os.listdir(served):  # noqa: PTH208  (all of the shared server's folder, by name)
        (folder / name).symlink_to(served / name)
    (folder / "secret_key").unlink(missing_ok=True)
    (folder / "secret_key").mkdir()
    done = ended(start("serve", "--port", free_port(), env=environment(folder)), seconds=READY_S)
    assert done.code == 1
    assert "The web app did not start" in done.err.splitlines()[-1]
