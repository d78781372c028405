from __future__ import annotations

import dataclasses

from worlds.build import TODAY
from worlds.counted import Counted

from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.queries.paths import Question, warm_paths
from graphcrm.web.asking.answers import KEPT, Answers


def asking(**asked: object) -> Question:
    return Question(**{"target": "acme", "moment": moment(TODAY), "min_score": 0, "max_unit": 0, "limit": 2, **asked})


def test_the_pages_of_all_the_evidence_come_from_one_search(cast: Graph) -> None:
    whole = [path.key for path in warm_paths(cast, asking(limit=500)).paths]
    counted, answers, question = Counted(cast), Answers(), asking()
    page = answers.page(counted, question)
    reads, found = counted.reads, [path.key for path in page.paths]
    pages = 0
    while page.more:
        pages += 1
        question = dataclasses.replace(question, after=found[-1], seen=len(found))
        page = answers.page(counted, question)
        found += [path.key for path in page.paths]
    assert found == whole
    assert len(found) > 2 * question.limit
    assert counted.reads == reads + pages  # of each page: who asked not to be contacted
    assert reads > 0


def test_a_first_page_is_always_a_new_search(cast: Graph) -> None:
    counted, answers = Counted(cast), Answers()
    answers.page(counted, asking())
    reads = counted.reads
    answers.page(counted, asking())
    assert counted.reads == 2 * reads


def test_a_page_whose_search_is_no_longer_kept_is_searched_again(cast: Graph) -> None:
    answers = Answers()
    first = answers.page(cast, asking())
    for limit in range(KEPT + 1):
        answers.page(cast, asking(max_unit=1000 + limit))
    counted = Counted(cast)
    second = answers.page(counted, asking(after=first.paths[-1].key, seen=2))
    assert counted.reads > 0
    assert [path.key for path in second.paths] == [path.key for path in warm_paths(cast, asking(limit=4)).paths[2:]]


def test_the_next_page_goes_on_where_the_search_for_the_last_one_ended(cast: Graph) -> None:
    counted, answers = Counted(cast), Answers()
    first = answers.page(counted, asking(min_score=None))
    reads, again = counted.reads, asking(min_score=None, after=first.paths[-1].key, seen=2)
    second = answers.page(counted, again)
    assert counted.reads - reads < reads
    assert second.paths == warm_paths(cast, again).paths != []
