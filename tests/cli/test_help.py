from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from graphcrm import __version__, cli
from graphcrm.cli.app import root


def commands(group: click.Group, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        yield (*path, name), found
        if isinstance(found, click.Group):
            yield from commands(found, *path, name)


ALL = dict(commands(root))


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_explains_itself(path: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*path, "--help"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Usage: graphcrm " + " ".join(path))
    for parameter in ALL[path].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert max(parameter.opts, key=len) in said


def test_every_command_that_answers_answers_in_json_too() -> None:
    told = {path for path, found in ALL.items() if any("--json" in option.opts for option in found.params)}
    silent = {("demo",), ("serve",)}
    assert told == {path for path, found in ALL.items() if not isinstance(found, click.Group)} - silent


def test_a_newcomer_is_told_how_to_begin(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--help"]) == 0
    assert "Begin with `graphcrm demo`" in capsys.readouterr().out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"graphcrm, version {__version__}\n"


@pytest.mark.parametrize("args", [["fly"], ["db", "fly"], ["db", "stop", "--now"]])
def test_what_there_is_not_is_bad_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(args) == 2
    assert args[-1] in capsys.readouterr().err


def test_bad_usage_is_told_in_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["paths", "--json"]) == 2
    assert '"code": "usage"' in capsys.readouterr().out
