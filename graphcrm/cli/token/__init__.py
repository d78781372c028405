"""`graphcrm token`."""

from graphcrm.cli.app import Lazy

command = Lazy("token", modules={"create": "token.create"}, help="Make bearer tokens for the web app and the API.")
