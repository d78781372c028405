"""`graphcrm key rotate`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, count, interruptible, json_option
from graphcrm.cli.database import database
from graphcrm.config import Settings
from graphcrm.runtime import locks
from graphcrm.sealed import Sealer, Sealing
from graphcrm.services.sealing import chosen, fit
from graphcrm.web import secret

_WAIT_S = 10.0
_KEPT = "All keys are kept and everything can be read; run `graphcrm key rotate --drop-old` to go on."


@click.command("rotate")
@click.option("--drop-old", is_flag=True, help="Make none; remove the old ones, once nothing is sealed with them.")
@json_option
def command(*, drop_old: bool, as_json: bool) -> None:
    """Make a new key, and seal anew with it what is kept sealed.

    The old ones still open what they sealed and the sessions that they signed, until --drop-old removes them: then
    whoever signed in before the new key was made signs in again. A running web app takes the new key by itself.
    """
    settings = Settings.from_env()
    secret.read(settings)  # makes the folder, too
    with locks.exclusive(settings.data_dir / "secret_key.lock", wait_s=_WAIT_S, doing="changing the key"):
        keys = secret.read(settings) if drop_old else secret.add(settings)
        with interruptible(_KEPT), database() as graph:
            anew = fit(graph, Sealing(lambda: Sealer(keys), chosen(settings.sealed_fields)))
        if drop_old and not settings.secret_key:
            keys = keys[:1]
            secret.keep(settings, keys)
    if as_json:
        answer({"keys": len(keys), "sealed_anew": anew})
    else:
        click.echo(f"{count(anew, 'value')} sealed anew with the newest key. {_left(len(keys), settings)}")


def _left(keys: int, settings: Settings) -> str:
    if keys == 1:
        return "It is the only one now."
    if settings.secret_key:
        return "Remove all but the first from GRAPHCRM_SECRET_KEY, and restart the web app."
    return f"{count(keys - 1, 'older key')} kept beside it; `graphcrm key rotate --drop-old` removes what is old."
