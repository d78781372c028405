"""`graphcrm token`."""

from graphcrm.cli.app import Lazy

command = Lazy(
    "token",
    modules={"create": "token.create", "list": "token.list_", "revoke": "token.revoke"},
    help="Bearer tokens for the web app and the API.",
)
