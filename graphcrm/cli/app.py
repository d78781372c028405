"""The commands by name. A command's module is loaded when it is needed: the drivers take half a second."""

from __future__ import annotations

from importlib import import_module
from typing import cast

import click

from graphcrm import __version__


class Lazy(click.Group):
    """A group whose commands are modules below a package, each with a `command`."""

    def __init__(self, name: str, *, modules: dict[str, str], help: str) -> None:  # noqa: A002  (Click's word)
        super().__init__(name, help=help)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names in the order in which a newcomer needs them."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name."""
        module = self._modules.get(cmd_name)
        return cast("click.Command", import_module(f"graphcrm.cli.{module}").command) if module else None


root = Lazy(
    "graphcrm",
    modules={
        "demo": "demo",
        "serve": "serve",
        "work": "work",
        "import": "import_",
        "export": "export",
        "person": "person",
        "paths": "paths",
        "check": "check",
        "audit": "audit",
        "user": "user",
        "token": "token",
        "key": "key",
        "db": "db",
    },
    help="""A CRM whose memory is a graph: who of us knows whom, who worked with whom, and how to get into an account.

    Begin with `graphcrm demo`: it fetches a local Neo4j, loads an invented world and opens the web app. For your own
    data: `graphcrm import FOLDER`, `graphcrm paths --to ACCOUNT`, `graphcrm serve`.

    Commands use the Neo4j of NEO4J_URI if that is set; else a local one, which they join while it runs (`graphcrm db
    start`) or start and stop themselves.

    ACCOUNT, USER and CONTACT are a uid, or an unambiguous name, e-mail address or domain. Exit codes: 0 done, 1
    failed, 2 bad usage, 3 done but some rows were refused, 130 interrupted.""",
)
click.version_option(__version__, prog_name="graphcrm")(root)
