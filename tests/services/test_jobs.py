"""Jobs added, corrected, ended and removed: the rules, and what a refusal leaves behind."""

from __future__ import annotations

from typing import Any

import pytest

from graphcrm.errors import ConflictError, InTrashError, InvalidDateError, InvalidInputError, NotFoundError, StaleError
from graphcrm.graph import Graph
from graphcrm.services import jobs, trash

from .conftest import MANY, at_once, do, everything, history

JOBS = "MATCH (c)-[w:WORKS_AT]->(a) RETURN a.uid, w.title, w.start, w.end, w.end_status, w.rev ORDER BY w.start, a.uid"


def add(graph: Graph, account: str = "acme", *, allow_overlap: bool = False, **values: Any) -> str:
    return do(graph, lambda change: jobs.add(change, "ada", values, account=account, allow_overlap=allow_overlap).uid)


def correct(graph: Graph, uid: str, *, expected: int | None = None, allow_overlap: bool = False, **values: Any) -> None:
    do(graph, lambda change: jobs.correct(change, uid, values, allow_overlap=allow_overlap), expected=expected)


def career(graph: Graph) -> list[tuple[Any, ...]]:
    return graph.read(JOBS, lambda *row: row)


def test_a_job_is_remembered_by_contact_and_account(cast: Graph) -> None:
    uid = add(cast, start="2019", title="CTO")
    assert career(cast) == [("acme", "CTO", "2019", None, "ongoing", 1)]
    assert set(cast.read("MATCH (:Revision)-[:ON]->(h) RETURN h.uid", str)) == {"Contact ada", "Account acme"}
    ((rev, action, before, after),) = history(cast, uid, "job")
    assert (rev, action, before) == (1, "create", None)
    kept = {name: after[name] for name in ("contact", "account", "title", "start", "kind", "end_status")}
    assert kept == {
        "contact": "ada", "account": "acme", "title": "CTO", "start": "2019", "kind": "employee", "end_status": "ongoing",
    }  # fmt: skip
    assert not {"start_min", "rev", "uid", "recorded_at"} & set(after)


def test_what_is_known_of_dates_may_grow(cast: Graph) -> None:
    uid = add(cast, start="2019")
    for start, end in (("2019-05", None), ("2019-05-17", "2023"), ("2019-05-17", "2023-02-28")):
        correct(cast, uid, start=start, end=end)
    assert career(cast) == [("acme", None, "2019-05-17", "2023-02-28", "ended", 4)]
    assert [row[3] for row in history(cast, uid, "job")][1:] == [
        {"start": "2019-05"},
        {"start": "2019-05-17", "end": "2023", "end_status": "ended"},
        {"end": "2023-02-28"},
    ]


def test_nothing_different_is_no_revision(cast: Graph) -> None:
    uid = add(cast, start="2019", title="CTO")
    for values in ({}, {"title": " CTO "}, {"department": ""}, {"department": "  "}, {"start": "2019"}):
        correct(cast, uid, **values)
    assert career(cast)[0][5] == 1
    assert len(history(cast, uid, "job")) == 1


@pytest.mark.parametrize(
    ("values", "refusal", "field"),
    [
        ({"end": "2018"}, InvalidDateError, "end"),
        ({"start": "2019-02-29"}, InvalidDateError, "start"),
        ({"kind": "boss"}, InvalidInputError, "kind"),
        ({"title": "a\0b"}, InvalidInputError, "title"),
        ({"title": "x" * 1_001}, InvalidInputError, "title"),
        ({"carried_from": "x"}, InvalidInputError, "carried_from"),
        ({"end_max": "2020-01-01"}, InvalidInputError, "end_max"),
        ({"salary": "1"}, InvalidInputError, "salary"),
    ],
)
def test_a_job_that_cannot_be_is_refused(
    cast: Graph, values: dict[str, Any], refusal: type[InvalidInputError], field: str
) -> None:
    uid = add(cast, start="2019")
    before = everything(cast)
    with pytest.raises(refusal) as caught:
        correct(cast, uid, **values)
    assert caught.value.field == field
    with pytest.raises(refusal):
        add(cast, "beta", **{"start": "2019", **values})
    assert everything(cast) == before


def test_the_ends_of_a_job_are_there(cast: Graph) -> None:
    with pytest.raises(NotFoundError, match="no account 'nowhere'"):
        add(cast, "nowhere")
    with pytest.raises(NotFoundError, match="no job 'none'"):
        correct(cast, "none", title="CTO")
    uid = add(cast)
    do(cast, lambda change: trash.trash(change, "account", "acme"))
    with pytest.raises(InTrashError):
        add(cast)
    with pytest.raises(NotFoundError):
        correct(cast, uid, title="CTO")


def test_an_older_revision_is_told_both(cast: Graph) -> None:
    uid = add(cast, start="2019", title="CTO")
    correct(cast, uid, title="CEO", start="2019-05")
    with pytest.raises(StaleError) as refusal:
        correct(cast, uid, expected=1, title="CFO")
    assert [(refusal.value.current[name], refusal.value.yours[name]) for name in ("title", "start", "rev")] == [
        ("CEO", "CFO"), ("2019-05", "2019"), (2, 1),
    ]  # fmt: skip
    with pytest.raises(StaleError):
        do(cast, lambda change: jobs.remove(change, uid), expected=1)
    assert career(cast)[0][1] == "CEO"


def test_the_same_job_twice_is_a_conflict_unless_it_is_meant(cast: Graph) -> None:
    uid = add(cast, start="2019")
    with pytest.raises(ConflictError) as refusal:
        add(cast, start="2020")
    assert (refusal.value.field, (refusal.value.other or {})["uid"]) == ("start", uid)
    add(cast, start="2020", kind="board")
    add(cast, start="2020", allow_overlap=True)
    correct(cast, uid, end="2020")
    add(cast, "beta", start="2019")
    assert len(career(cast)) == 4


def test_what_stood_beside_another_may_be_corrected(cast: Graph) -> None:
    add(cast, start="2019")
    second = add(cast, start="2020", allow_overlap=True)
    correct(cast, second, title="CTO")
    third = add(cast, "beta", start="2018", primary=True)
    with pytest.raises(ConflictError) as refusal:
        correct(cast, second, primary=True)
    assert (refusal.value.field, (refusal.value.other or {})["uid"]) == ("primary", third)


def test_many_add_the_same_job_and_one_does(cast: Graph) -> None:
    done = at_once([lambda: add(cast, start="2019")] * MANY)
    assert sorted({type(one).__name__ for one in done}) == ["ConflictError", "str"]
    assert sum(isinstance(one, str) for one in done) == len(career(cast)) == 1


def test_many_corrections_follow_each_other(cast: Graph) -> None:
    uid = add(cast, start="2019", title="Title")
    assert at_once([lambda n=n: correct(cast, uid, title=f"Title {n}") for n in range(MANY)]) == [None] * MANY
    done = history(cast, uid, "job")[1:]
    assert [rev for rev, *_ in done] == list(range(2, MANY + 2))
    assert [before for _, _, before, _ in done] == [{"title": "Title"}, *(after for *_, after in done[:-1])]


def test_one_removes_what_another_corrects(cast: Graph) -> None:
    for _ in range(5):
        uid = add(cast, start="2019")
        done = at_once(
            [lambda u=uid: correct(cast, u, title="CTO"), lambda u=uid: do(cast, lambda c: jobs.remove(c, u))]
        )
        assert career(cast) == []
        assert done[0] is None or isinstance(done[0], NotFoundError)
        revs = [rev for rev, *_ in history(cast, uid, "job")]
        assert revs == list(range(1, len(revs) + 1))
