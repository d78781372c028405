from __future__ import annotations

import pytest

from graphcrm.errors import BundleError
from graphcrm.importers.columns import ACCOUNTS, CONTACTS, INTERACTIONS
from graphcrm.importers.header import Header, check


@pytest.mark.parametrize(
    ("table", "cells", "reason"),
    [
        (CONTACTS, ["name"], "the column contact_id is missing; its columns are name."),
        (
            CONTACTS,
            ["contact_id", "email"],
            "the column name or given_name or first_name or family_name or last_name is",
        ),
        (INTERACTIONS, ["interaction_id"], "the column user_id, contact_id or lead_id, occurred_at or at is missing"),
        (CONTACTS, ["contact_id", "name", "Name"], "the columns name and Name are the same"),
        (CONTACTS, ["contact_id", "name", "given_name", "first_name"], "the columns given_name and first_name are the"),
        (CONTACTS, ["contact_id", "name", "a b", "A-B"], "the columns a b and A-B are the same"),
        (CONTACTS, ["contact_id;name;email"], "its cells are not separated by commas"),
        (CONTACTS, ["c\0o\0n\0t\0a\0c\0t"], "it has NUL bytes, as UTF-16 has"),
        (CONTACTS, ["contact_id", "name", "x" * 101], "a column's name has 101 characters"),
    ],
)
def test_a_first_row_that_will_not_do_says_why_and_what_it_has(table, cells, reason):
    with pytest.raises(BundleError) as error:
        check(table, table.file, Header(table, cells))
    message = error.value.detail
    assert message.startswith(f"{table.file} line 1: {reason}")
    assert "Nothing was imported. Correct the first row, and run the import again." in message


@pytest.mark.parametrize("cells", [["Contact ID", " NAME "], ["contact_id", "last_name"], ["contact_id", "name", ""]])
def test_spelling_and_synonyms_of_columns_are_free(cells):
    check(CONTACTS, "contacts.csv", Header(CONTACTS, cells))


def test_the_same_row_in_other_columns_has_the_same_content():
    one, other = Header(ACCOUNTS, ["account_id", "name"]), Header(ACCOUNTS, ["name", "account_id"])
    assert one.content(["A1", "Acme"]) == other.content(["Acme", "A1"])
    assert one.content(["A1", "Acme"]) != one.content(["Acme", "A1"])
    assert one.content(["A1", "x"]) != Header(ACCOUNTS, ["account_id", "fax"]).content(["A1", "x"])
