"""`graphcrm key`."""

from graphcrm.cli.app import Lazy

command = Lazy(
    "key",
    modules={"rotate": "key.rotate", "seal": "key.seal"},
    help="The key that signs sessions and seals what is kept sealed.",
)
