"""`graphcrm user`."""

from graphcrm.cli.app import Lazy

command = Lazy(
    "user",
    modules={"add": "user.add", "list": "user.list_", "disable": "user.disable"},
    help="Add, list and disable the users of graphcrm.",
)
