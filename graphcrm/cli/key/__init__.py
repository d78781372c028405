"""`graphcrm key`."""

from graphcrm.cli.app import Lazy

command = Lazy("key", modules={"rotate": "key.rotate"}, help="The key that signs sessions and seals secrets.")
