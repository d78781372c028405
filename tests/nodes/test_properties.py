from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from graphcrm.errors import InvalidDateError, InvalidInputError
from graphcrm.graph import Graph
from graphcrm.nodes.properties import (
    LONG_TEXT_MOST,
    TEXT_MOST,
    Choice,
    Day,
    Flag,
    Instant,
    Label,
    Location,
    LongText,
    PartialDate,
    Stored,
    Text,
    TextList,
    WholeNumber,
)

EAST = timezone(timedelta(hours=8))


def named(prop: Stored) -> Stored:
    """As a class would name it."""
    prop.name = "field"
    return prop


GOOD = [
    (Text("t"), "  Ann ", "Ann"),
    (Text("t"), 5, "5"),
    (Text("t"), "", ""),
    (Text("t"), "x" * TEXT_MOST, "x" * TEXT_MOST),
    (Text("t"), "张三丰 🙂", "张三丰 🙂"),
    (Text("t", most=3), " abc ", "abc"),
    (LongText("t"), "x" * LONG_TEXT_MOST, "x" * LONG_TEXT_MOST),
    *((Label("l"), text, text.strip()) for text in (" work ", "2nd home", "家", "")),
    (Choice("c", ("decision_maker", "other")), " Decision-Maker ", "decision_maker"),
    (Choice("c", ("decision_maker", "other")), "decision maker", "decision_maker"),
    (WholeNumber("n"), " 42 ", 42),
    (WholeNumber("n"), 0, 0),
    (WholeNumber("n", least=1, most=5), "5", 5),
    (WholeNumber("n", least=1, most=5), "1", 1),
    (WholeNumber("n", least=-3), "-3", -3),
    (WholeNumber("n"), 2**53, 2**53),
    *((Flag("f"), text, True) for text in ("true", "TRUE", "1", "yes", " y ", True, 1)),
    *((Flag("f"), text, False) for text in ("false", "0", "no", "N", False, 0)),
    (Day("d"), "2019-05-17", date(2019, 5, 17)),
    (Day("d"), date(2019, 5, 17), date(2019, 5, 17)),
    *((PartialDate("p"), text, text.strip()) for text in ("2019", "2019-05", " 2019-05-17 ")),
    (Instant("i"), "2019-05-17T09:30:00+02:00", datetime(2019, 5, 17, 7, 30, tzinfo=UTC)),
    (Instant("i"), "2019-05-17T09:30:00Z", datetime(2019, 5, 17, 9, 30, tzinfo=UTC)),
    (Instant("i"), "2019-05-17T09:30", datetime(2019, 5, 17, 9, 30, tzinfo=UTC)),
    (Instant("i"), "2019-05-17", datetime(2019, 5, 17, tzinfo=UTC)),
    (Instant("i"), datetime(2019, 5, 17, 8, tzinfo=EAST), datetime(2019, 5, 17, tzinfo=UTC)),
    (Instant("i"), datetime(2019, 5, 17, tzinfo=ZoneInfo("UTC")), datetime(2019, 5, 17, tzinfo=UTC)),
    (TextList("l"), "a; b ;;a;", ["a", "b"]),
    (TextList("l"), ["b", " a", "", "b"], ["b", "a"]),
    (TextList("l"), "", []),
    (TextList("l"), "one, two", ["one, two"]),
    (TextList("l", repeats=True), "a; b ;;a;", ["a", "b", "a"]),
    (TextList("l", repeats=True), [], []),
]
BAD = [
    (Text("t"), "x" * (TEXT_MOST + 1), "it has 1,001 characters, and at most 1,000 are kept"),
    (LongText("t"), "x" * (LONG_TEXT_MOST + 1), "it has 100,001 characters, and at most 100,000 are kept"),
    (Text("t"), "a\0b", "it has a NUL character"),
    *((Label("l"), text, "it takes words, without ; ( and )") for text in ("a;b", "a (b", "a)b", "12", "-")),
    *((TextList("l"), ["a", part], "a part cannot have a ; or a NUL character in it") for part in ("b;c", ";", "b\0")),
    (Choice("c", ("email", "call")), "pigeon", "it takes one of email, call"),
    (Choice("c", ("email", "call")), "", "it takes one of email, call"),
    (WholeNumber("n"), "many", "it takes a whole number"),
    (WholeNumber("n"), "1.5", "it takes a whole number"),
    (WholeNumber("n"), "", "it takes a whole number"),
    (WholeNumber("n"), "1e3", "it takes a whole number"),
    (WholeNumber("n"), "1_000", "it takes a whole number"),
    (WholeNumber("n"), "9" * 5000, "it takes a whole number"),
    (WholeNumber("n"), -1, "it takes 0 to 9007199254740992"),
    (WholeNumber("n"), 2**53 + 1, "it takes 0 to 9007199254740992"),
    (WholeNumber("n", least=1, most=5), "6", "it takes 1 to 5"),
    (WholeNumber("n", least=1, most=5), "0", "it takes 1 to 5"),
    (Flag("f"), "perhaps", "it takes true or false"),
    (Flag("f"), "", "it takes true or false"),
    (Flag("f"), "2", "it takes true or false"),
    (Day("d"), "2019-05", "it takes a whole date, such as 2019-05-17"),
    (Day("d"), "2019", "it takes a whole date, such as 2019-05-17"),
    (Instant("i"), "yesterday", "it takes a date, or a time such as 2019-05-17T09:30:00+02:00"),
    (Instant("i"), "", "it takes a date, or a time such as 2019-05-17T09:30:00+02:00"),
    (Instant("i"), "2019-02-30", "it takes a date, or a time such as 2019-05-17T09:30:00+02:00"),
    (Instant("i"), "0001-01-01T00:00:00+08:00", "it takes a date, or a time such as 2019-05-17T09:30:00+02:00"),
    *(
        (TextList("l", repeats=True), empty, "nothing is in it; leave it out, or send null to empty it")
        for empty in ([""], [" ", ""], " ; ")
    ),
    (TextList("l"), "ok;" + "x" * (TEXT_MOST + 1), "a part has 1,001 characters, and at most 1,000 are kept"),
    (TextList("l"), ";".join(f"{n:0900}" for n in range(120)), "it has more than 100,000 characters"),
    (Location("p"), "Oslo", "it takes latitude,longitude in degrees, such as 48.14,11.58"),
    (Location("p"), "48.14", "it takes latitude,longitude in degrees, such as 48.14,11.58"),
    (Location("p"), "1,2,3", "it takes latitude,longitude in degrees, such as 48.14,11.58"),
    (Location("p"), "90.1,0", "there is no such place on the globe"),
    (Location("p"), "0,-180.5", "there is no such place on the globe"),
    (Location("p"), "nan,0", "there is no such place on the globe"),
]


def case(value: object) -> str:
    return type(value).__name__ if isinstance(value, Stored) else str(value)[:30]


@pytest.mark.parametrize(("prop", "value", "stored"), GOOD, ids=case)
def test_a_good_value_is_stored_in_one_form(prop: Stored, value: object, stored: object) -> None:
    found = named(prop).deflate(value)
    assert found == stored
    assert type(found) is type(stored)


@pytest.mark.parametrize(("prop", "value", "reason"), BAD, ids=case)
def test_a_bad_value_is_refused_with_property_value_and_reason(prop: Stored, value: object, reason: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        named(prop).deflate(value)
    assert refusal.value.field == "field"
    assert refusal.value.detail.startswith(("field is '", 'field is "'))
    assert refusal.value.detail.endswith(f"; {reason}.")
    assert len(refusal.value.detail) < 250, "a long value is shown by its beginning"


@pytest.mark.parametrize("prop", [Day("d"), PartialDate("p")], ids=case)
@pytest.mark.parametrize("text", ["2019-13-01", "2019-02-29", "17.5.2019", "", "2019-5-1", "2019-05-17 00:00:00"])
def test_a_date_that_is_none_is_refused(prop: Stored, text: str) -> None:
    with pytest.raises(InvalidDateError) as refusal:
        named(prop).deflate(text)
    assert refusal.value.field == "field"
    assert repr(text) in refusal.value.detail


def test_an_instant_is_no_day() -> None:
    with pytest.raises(InvalidDateError):
        named(Day("d")).deflate(datetime(2019, 5, 17, tzinfo=UTC))


@pytest.mark.parametrize(("text", "x", "y"), [("48.14,11.58", 11.58, 48.14), (" -90 , 180 ", 180, -90)])
def test_a_place_is_stored_as_a_point_longitude_first(text: str, x: float, y: float) -> None:
    found = named(Location("p")).deflate(text)
    assert (found.longitude, found.latitude, found.srid) == (x, y, 4326)


@pytest.mark.parametrize(
    "moment", [datetime(2019, 5, 17, tzinfo=ZoneInfo("UTC")), datetime(2019, 5, 17, 8, tzinfo=EAST)]
)
def test_every_instant_is_in_the_utc_of_python(moment: datetime) -> None:
    assert named(Instant("i")).deflate(moment).tzinfo is UTC


@pytest.mark.parametrize(
    ("prop", "value", "kind"),
    [
        (Text("t"), "x", "STRING NOT NULL"),
        (WholeNumber("n"), "1", "INTEGER NOT NULL"),
        (Flag("f"), "yes", "BOOLEAN NOT NULL"),
        (Day("d"), "2019-05-17", "DATE NOT NULL"),
        (PartialDate("p"), "2019", "STRING NOT NULL"),
        (Instant("i"), "2019-05-17", "ZONED DATETIME NOT NULL"),
        (TextList("l"), "a;b", "LIST<STRING NOT NULL> NOT NULL"),
        (Location("p"), "1,2", "POINT NOT NULL"),
    ],
    ids=case,
)
def test_each_type_is_native_to_neo4j(graph: Graph, prop: Stored, value: object, kind: str) -> None:
    stored = named(prop).deflate(value)
    rows = graph.write("CREATE (n:Contact {uid: '1', value: $value}) RETURN valueType(n.value)", value=stored)
    assert rows == [(kind,)]
    assert kind.removesuffix(" NOT NULL") == prop.type_name
    assert prop.inflate(stored) == stored
