"""One-time codes after the password (TOTP, RFC 6238): turn them on, ask for them, turn them off."""

from __future__ import annotations

import secrets
import time
from collections.abc import Sequence

import pyotp

from graphcrm.errors import ConflictError, InvalidInputError, NotSignedInError, said
from graphcrm.graph import Graph
from graphcrm.queries.sign_in.credential import Credential
from graphcrm.queries.sign_in.drop_codes import drop_codes
from graphcrm.queries.sign_in.put_codes import put_codes
from graphcrm.queries.sign_in.use_recovery import use_recovery
from graphcrm.queries.sign_in.use_step import use_step
from graphcrm.services.sign_in import attempts, credentials
from graphcrm.services.tokens import digest

RECOVERY = 10  # codes for the day on which the telephone is gone
_GROUPS, _GROUP = 4, 4  # of letters in a recovery code: 80 random bits, so that a plain digest gives nothing away
_STEP_S = 30  # what the programs that show codes take for granted, as they do six digits
_AROUND = (0, -1, 1)  # steps: a clock may be half a minute off
_WRONG = "This code is not right, or it was used already. Wait for the next one."


def new_secret() -> str:
    """A secret for the program that shows the codes: 160 random bits in base 32."""
    return pyotp.random_base32()


def address(secret: str, account: str) -> str:
    """What that program reads from a picture: the secret, and what it is for."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name="graphcrm")


def turn_on(graph: Graph, *, user: str, password: str, secret: str, code: str) -> tuple[int, list[str]]:
    """Ask a user for codes from now on, once they have shown that they have the password and a code.

    Answers the number of their sessions from now on, all others being over, and their recovery codes: show them now.
    Raises InvalidInputError, TooManyAttemptsError, ConflictError.
    """
    credentials.confirm(graph, user=user, password=password)
    step = _step(secret, _plain(code))
    if step is None:
        raise InvalidInputError(said("This code is not right. Type the one that is shown now."), field="code")
    recovery = [_new_recovery() for _ in range(RECOVERY)]
    digests = [digest(_plain(one)) for one in recovery]
    sessions = put_codes(graph, uid=user, totp=graph.sealing.seal(secret), step=step, recovery=digests)
    if sessions is None:
        raise ConflictError(said("One-time codes are on already; turn them off first."), field="code")
    return sessions, recovery


def turn_off(graph: Graph, *, user: str, password: str) -> None:
    """Ask a user for no codes any more, who knows the password; raises InvalidInputError, TooManyAttemptsError."""
    credentials.confirm(graph, user=user, password=password)
    drop_codes(graph, uid=user)


def check(graph: Graph, found: Credential, typed: str, *, client: str | None) -> None:
    """See that a code, or a recovery code, is good; it is used then. Failures count as those of passwords do.

    Raises NotSignedInError, TooManyAttemptsError.
    """
    charged = attempts.of(found.uid, "", client)
    attempts.charge(graph, charged)
    if not _use(graph, found, _plain(typed)):
        raise NotSignedInError(_WRONG)
    attempts.forgive(graph, charged)


def _use(graph: Graph, found: Credential, code: str) -> bool:
    if found.totp is None:
        return False
    if not code.isdigit():
        return use_recovery(graph, uid=found.uid, digest=digest(code)) is not None
    step = _step(found.totp, code)
    return step is not None and use_step(graph, uid=found.uid, step=step)


def _step(secret: str, code: str) -> int | None:
    """The time step that a code is of, now or half a minute around it; None for none."""
    now = int(time.time()) // _STEP_S
    steps: Sequence[int] = [now + around for around in _AROUND]
    codes = pyotp.TOTP(secret, interval=_STEP_S)
    return next((step for step in steps if secrets.compare_digest(codes.generate_otp(step), code)), None)


def _new_recovery() -> str:
    letters = pyotp.random_base32().lower()
    return "-".join(letters[start : start + _GROUP] for start in range(0, _GROUP * _GROUPS, _GROUP))


def _plain(typed: str) -> str:
    """A code without what people put between its letters."""
    return "".join(letter for letter in typed.lower() if letter.isascii() and letter.isalnum())
