from __future__ import annotations

import pytest
from worlds.build import account, contact, handle, job, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.search.matches import lucene, matches


def uids(graph: Graph, text: str, limit: int = 20) -> list[str]:
    graph.read("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()", tuple)
    return [match.uid for match in matches(graph, text=text, limit=limit)]


@pytest.fixture
def names(graph: Graph) -> Graph:
    """People and companies whose names are easy to miss; each is found below by what somebody may type."""
    for uid, name in (
        ("zhang", "张三丰"), ("müller", "Jörg Müller"), ("zoë", "Zoë Kravitz"), ("will", "Will Smith"), ("an", "An Wang"),
        ("søren", "Søren Kierkegaard"), ("łukasz", "Łukasz Nowak"), ("obrien", "Conan O'Brien"), ("jean", "Jean-Luc Picard"),
        ("andrei", "Андрей Тарковский"), ("hangul", "김한국"), ("yamada", "山田 太郎"), ("strauß", "Franz Strauß"),
    ):  # fmt: skip
        contact(graph, uid, name)
    for uid, name in (
        ("bytes", "北京字节跳动科技有限公司"), ("bank", "Bank of America"), ("att", "AT&T Inc."), ("it", "This Is It"),
        ("c++", "C++ Tools"), ("yahoo", "Yahoo!"), ("wide", "Ｗｉｄｅ　Ltd"),
    ):  # fmt: skip
        account(graph, uid, name)
    return graph


@pytest.mark.parametrize(
    ("text", "uid"),
    [
        ("三丰", "zhang"), ("张三丰", "zhang"), ("张", "zhang"), ("字节", "bytes"), ("字节跳动", "bytes"), ("北京 科技", "bytes"),
        ("muller", "müller"), ("Müller", "müller"), ("mull", "müller"), ("jorg müll", "müller"), ("zoe", "zoë"), ("ZOË", "zoë"),
        ("will smith", "will"), ("smith will", "will"), ("an wang", "an"), ("bank of america", "bank"), ("bank of", "bank"),
        ("soren", "søren"), ("sør", "søren"), ("łuk", "łukasz"), ("lukasz", "łukasz"), ("strauss", "strauß"), ("STRAUẞ", "strauß"),
        ("o'brien", "obrien"), ("O’Brien", "obrien"), ("jean-luc", "jean"), ("jean luc", "jean"), ("picard, jean", "jean"),
        ("андрей", "andrei"), ("АНДР", "andrei"), ("김한", "hangul"), ("太郎", "yamada"), ("山田太郎", "yamada"),
        ("at&t", "att"), ("this is it", "it"), ("THIS IS IT", "it"), ("c++", "c++"), ("yahoo!", "yahoo"), ("wide", "wide"),
        ("ｗｉｄｅ", "wide"), ("  zoe  ", "zoë"),
    ],
)  # fmt: skip
def test_a_name_is_found_by_what_people_type(names: Graph, text: str, uid: str) -> None:
    assert uid in uids(names, text)


@pytest.mark.parametrize("text", ["", "   ", "*", "?", "~", "(", '"', "\\", "-", "&&", "!", "...", "'", "/", "+-+"])
def test_nothing_but_signs_finds_nothing(names: Graph, text: str) -> None:
    assert uids(names, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "will*smith~", "name:will", "[a TO b]", "zoe) OR (1", 'zoe"', "zoe^99", "NOT smith", "AND", "OR", "a AND",
        "\\zoe", "zoe\\", "{!term}", "smith OR wang", "word " * 600, "x" * 40_000, "三" * 40_000, "\x00zoe", "zoe\n smith",
    ],
)  # fmt: skip
def test_what_lucene_would_read_as_syntax_is_only_words(names: Graph, text: str) -> None:
    assert {match.uid for match in matches(names, text=text)} <= {
        "will",
        "zoë",
        "jean",
        "att",
        "bytes",
        "an",
        "bank",
    }
    assert uids(names, "smith OR wang") == [], "every word has to match, and `or` is one of those left out"


def test_every_word_has_to_match(names: Graph) -> None:
    assert uids(names, "jean picard") == ["jean"]
    assert uids(names, "jean kirk") == []
    assert uids(names, "will wang") == ["an"], "only words that the index leaves out may be missing"


def test_other_names_and_aliases_are_found_and_said(graph: Graph) -> None:
    contact(graph, "ann", "Ann Lee", other_names=["Anna Li", "李安"], given_name="Ann", family_name="Lee-Smith")
    account(graph, "ibm", "International Business Machines", aliases=["IBM", "国际商业机器"])
    lead(graph, "lead", "Nora", company_name="Acme Holding", title="Buyer")
    found = {text: [(m.type, m.uid, m.matched) for m in matches(graph, text=text)] for text in (
        "anna", "李安", "lee-smith", "ibm", "国际", "acme", "nora",
    )}  # fmt: skip
    assert found == {
        "anna": [("contact", "ann", "Anna Li")], "李安": [("contact", "ann", "李安")],
        "lee-smith": [("contact", "ann", "Ann Lee")], "ibm": [("account", "ibm", "IBM")],
        "国际": [("account", "ibm", "国际商业机器")], "acme": [("lead", "lead", "Acme Holding")],
        "nora": [("lead", "lead", "Nora")],
    }  # fmt: skip


def test_handles_are_found_by_their_beginning(graph: Graph) -> None:
    contact(graph, "ann", "Ann", email="ann.lee@example.test")
    account(graph, "acme", "Acme", domains=("acme.test",))
    user(graph, "alice", "Alice", email="alice@us.test")
    handle(graph, "ann", "phone", "+4712345678")
    found = {text: [(m.uid, m.matched) for m in matches(graph, text=text)] for text in (
        "ann.lee@", "ANN.LEE@example.test", "acme.t", "+4712", "lee@example", "alice@us.test",
    )}  # fmt: skip
    assert found == {
        "ann.lee@": [("ann", "ann.lee@example.test")], "ANN.LEE@example.test": [("ann", "ann.lee@example.test")],
        "acme.t": [("acme", "acme.test")], "+4712": [("ann", "+4712345678")], "lee@example": [],
        "alice@us.test": [("alice", "alice@us.test")],
    }  # fmt: skip


TYPED = {
    "phone": [
        "+49 (0)89 123-456",
        "＋４９　８９　１２３４５６",
        "0049 89 123456",
        "4989123456",
        "+49 89 12",
        "tel:+4989123456",
    ],
    "email": ["Ann.Lee@Example.TEST", "mailto:ann.lee@example.test", " ANN.LEE@", "ann.lee＠example.test"],
    "linkedin": ["https://www.linkedin.com/in/Ann-Lee/", "de.linkedin.com/in/ann-lee?trk=1", "LINKEDIN.com/in/ann"],
    "wechat": ["Ann_Lee_86", "ann_lee"],
    "domain": ["https://www.Ann-Lee.test/about?x=1", "WWW.ANN-LEE.TEST", "ann-lee.test:8080"],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TYPED.items() for text in texts])
def test_an_address_is_found_as_people_type_it(graph: Graph, kind: str, text: str) -> None:
    stored = {
        "phone": "+4989123456", "email": "ann.lee@example.test", "linkedin": "linkedin.com/in/ann-lee",
        "wechat": "ann_lee_86", "domain": "ann-lee.test",
    }  # fmt: skip
    contact(graph, "ann", "安")
    contact(graph, "bo", "Bo", email="bo@example.test")
    handle(graph, "ann", kind, stored[kind])
    handle(graph, "bo", "phone", "+4989999999")
    handle(graph, "bo", "linkedin", "linkedin.com/in/bo")
    assert [(m.uid, m.matched) for m in matches(graph, text=text)] == [("ann", stored[kind])]


def test_a_whole_address_comes_before_one_that_only_begins_so(graph: Graph) -> None:
    for uid, value in (("b", "+498912"), ("a", "+49891234")):
        contact(graph, uid, uid)
        handle(graph, uid, "phone", value)
    assert [m.uid for m in matches(graph, text="+49 89 12")] == ["b", "a"]


@pytest.mark.parametrize("text", ["12", "19 84", "1", "a", "an"])
def test_a_few_signs_are_no_beginning_of_an_address(graph: Graph, text: str) -> None:
    contact(graph, "x", "X", email="ann@example.test")
    handle(graph, "x", "phone", "198455")
    handle(graph, "x", "phone", "+125")
    assert [m.uid for m in matches(graph, text=text)] == (["x"] if text == "19 84" else [])


def test_only_the_labels_asked_for_are_found_however_many_others_match(graph: Graph) -> None:
    for n in range(6):
        contact(graph, f"c{n}", "Acme", email=f"acme{n}@example.test")
    account(graph, "z", "Acme", domains=("acme.test",))
    user(graph, "u", "To Be", email="acme@us.test")
    contact(graph, "b", "To Be")
    found = {
        label: {m.uid for m in matches(graph, text="acme", labels=[label], limit=3)} for label in ("Account", "User")
    }
    assert found == {"Account": {"z"}, "User": {"u"}}
    assert [m.uid for m in matches(graph, text="to be", labels=["User"], limit=1)] == ["u"]


def test_titles_and_departments_of_all_times_find_their_contact(graph: Graph) -> None:
    account(graph, "acme", "Acme")
    for uid in ("ann", "bo"):
        contact(graph, uid, uid.title())
    job(graph, "ann", "acme", start="2010", end="2012", title="Chief Purchasing Officer")
    job(graph, "bo", "acme", start="2015", title="采购总监", department="Purchasing")
    assert {(m.type, m.uid, m.matched) for m in matches(graph, text="purchasing")} == {
        ("contact", "ann", "Chief Purchasing Officer"),
        ("contact", "bo", "Purchasing"),
    }
    assert [(m.uid, m.matched) for m in matches(graph, text="采购")] == [("bo", "采购总监")]


def test_the_exact_name_comes_first_and_each_record_once(graph: Graph) -> None:
    for uid, name in (("long", "Acme Holding International"), ("exact", "Acme"), ("alias", "Zeta")):
        account(graph, uid, name, aliases=["Acme AG"] if uid == "alias" else [])
    contact(graph, "ann", "Acme Acme", email="acme@example.test", other_names=["Acme"])
    found = uids(graph, "acme")
    assert found[0] == "exact"
    assert sorted(found) == ["alias", "ann", "exact", "long"]
    assert len(uids(graph, "acme", limit=2)) == 2
    assert uids(graph, "acme", limit=1) == ["exact"]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Zoë", "+(zoe^2 OR zoe*)"),
        ("张三丰 Zhang", '+"张三丰" +(zhang^2 OR zhang*)'),
        ("the who", "(the^2 OR the*) +(who^2 OR who*)"),
        ("st. john's", r"+(st^2 OR st*) +(john\'s^2 OR john\'s*)"),
        ("a.b@c", r"+(a\.b^2 OR a\.b*) +(c^2 OR c*)"),
        ("***", ""),
    ],
)
def test_what_is_typed_becomes_words_for_lucene(text: str, query: str) -> None:
    assert lucene(text) == query
