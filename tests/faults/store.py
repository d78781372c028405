"""A Neo4j on a store of its own, which may be killed and started again."""

from __future__ import annotations

import os
import signal
import socket
from pathlib import Path

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.runtime import Connection, LocalNeo4j


class Store:
    """A local Neo4j in a folder of its own, and the environment in which the command line finds it."""

    def __init__(self, folder: Path, jars: Path) -> None:
        ours = {"GRAPHCRM_DATA_DIR": str(folder), "GRAPHCRM_HEAP_MB": "512"}
        self.settings = Settings.from_env({**os.environ, **ours})
        self.jars = jars
        with socket.socket() as other:  # a port of its own: no other test's server is to answer in its place
            other.bind(("127.0.0.1", 0))
            self.port = int(other.getsockname()[1])
        self.connection: Connection
        self.start()

    def start(self) -> None:
        self.server = LocalNeo4j(self.settings, probe=ping, jars_dir=self.jars, port=self.port, fast_start=True)
        self.connection = self.server.start()

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "NEO4J_URI": self.connection.uri,
            "NEO4J_USERNAME": self.connection.username,
            "NEO4J_PASSWORD": self.connection.password,
        }

    def graph(self) -> Graph:
        return Graph(self.connection.uri, (self.connection.username, self.connection.password))

    def kill(self) -> None:
        pid = self.server.status().pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)


def ping(uri: str, username: str, password: str) -> None:
    with Graph(uri, (username, password)) as graph:
        graph.ping()
