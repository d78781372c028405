"""`graphcrm user`."""

from graphcrm.cli.app import Lazy

command = Lazy(
    "user",
    modules={
        "add": "user.add",
        "list": "user.list_",
        "password": "user.password",
        "unlock": "user.unlock",
        "disable": "user.disable",
    },
    help="Add, list and disable the users of graphcrm, and let them in.",
)
