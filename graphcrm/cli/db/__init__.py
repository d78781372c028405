"""`graphcrm db`."""

from graphcrm.cli.app import Lazy

command = Lazy(
    "db",
    modules={name: f"db.{name}" for name in ("start", "stop", "status", "shell", "schema")},
    help="The database: the local Neo4j and its schema.",
)
