from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact, job

from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.contacts.job import job as one_job


def test_a_job_comes_with_all_that_is_recorded_of_it(graph: Graph) -> None:
    account(graph, "A", "Acme")
    contact(graph, "C", "Ada")
    job(graph, "C", "A", uid="J", start="2019", end="2021-05", title="CTO", role="buyer", rev=3, main_contact=True)
    found = one_job(graph, uid="J")
    assert (found.contact, found.contact_name, found.account, found.account_name) == ("C", "Ada", "A", "Acme")
    assert (found.title, found.role, found.rev, found.main_contact, found.concurrent) == (
        "CTO",
        "buyer",
        3,
        True,
        False,
    )
    assert (found.start, found.end, found.end_status) == ("2019", "2021-05", "ended")
    assert found.bounds == (date(2019, 1, 1), date(2019, 12, 31), date(2021, 5, 1), date(2021, 6, 1))


def test_there_is_no_such_job_and_one_that_an_acquisition_carried_over_is_none(graph: Graph) -> None:
    account(graph, "A")
    contact(graph, "C")
    job(graph, "C", "A", uid="carried", carried_from="W")
    with pytest.raises(NotFoundError):
        one_job(graph, uid="carried")
    with pytest.raises(NotFoundError, match="There is no job 'none'"):
        one_job(graph, uid="none")
