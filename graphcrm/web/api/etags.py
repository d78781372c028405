"""ETags: the revision of the record answered, which a change will have to name (`If-Match`)."""

from __future__ import annotations

from typing import Protocol, TypeVar

from flask import Response, after_this_request


class _Revised(Protocol):
    @property
    def rev(self) -> int: ...


Body = TypeVar("Body", bound=_Revised)


def tagged(body: Body) -> Body:
    """The body, once the answer has the revision in its ETag."""

    def add(response: Response) -> Response:
        response.set_etag(str(body.rev))
        return response

    after_this_request(add)
    return body
