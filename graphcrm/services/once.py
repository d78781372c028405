"""A request that is sent again with the same key is answered again, and nothing is done twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from graphcrm.errors import InvalidInputError, KeyReusedError, said
from graphcrm.graph import Runner
from graphcrm.queries.changes.claim_key import claim_key
from graphcrm.queries.changes.keep_answer import keep_answer

KEPT = timedelta(hours=24)  # as long as others keep them; a client that gave up longer ago asks anew
KEY_MOST = 255


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request was answered: the status, the body as text, and headers of its own.

    `again` is the body for who sends it again, where that is not to have the same: a token is shown once.
    """

    status: int
    body: str
    headers: Mapping[str, str]
    again: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A key that a user chose for a request, and the request: its method, address and body."""

    user: str
    key: str
    request: bytes

    @property
    def uid(self) -> str:
        """What makes it one: the same key of another user is another."""
        return f"{self.user} {self.key}"  # no uid has a space in it


def once(runner: Runner, key: Key | None, work: Callable[[], Answer]) -> Answer:
    """What `work` answers, or what it answered when the key was sent first; without a key, always the former.

    Raises InvalidInputError for a key that is too long, KeyReusedError where it was sent with another request.
    """
    if key is None:
        return work()
    if not 0 < len(key.key) <= KEY_MOST:
        raise InvalidInputError(
            said("Idempotency-Key takes 1 to %(key_most)s characters.", key_most=KEY_MOST), field="Idempotency-Key"
        )
    digest = hashlib.sha256(key.request).hexdigest()
    claimed = claim_key(runner, uid=key.uid, digest=digest, now=datetime.now(UTC))
    if claimed.digest != digest:
        message = said(
            "This Idempotency-Key was used for another request; nothing was done. Choose a new one.",
        )
        raise KeyReusedError(message, field="Idempotency-Key")
    if claimed.status is not None:
        return Answer(claimed.status, claimed.answer or "", json.loads(claimed.headers or "{}"))
    answer = work()
    kept = answer.body if answer.again is None else answer.again
    keep_answer(runner, uid=key.uid, status=answer.status, answer=kept, headers=json.dumps(dict(answer.headers)))
    return answer
