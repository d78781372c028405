"""Accounts."""

from __future__ import annotations

from graphcrm.nodes.people import Dated
from graphcrm.nodes.properties import Choice, Flag, Location, LongText, Text, TextList, WholeNumber


class Account(Dated):
    """A company or organisation."""

    name = Text("the name", required=True, index=True)
    aliases = TextList("other names it is known by")
    kind = Choice("what it is to us", ("company", "supplier", "partner", "public", "school", "other"))
    industry = Text("the industry", index=True)
    size_band = Text("a range of employees, such as 51-200")
    employee_count = WholeNumber("how many people work there", most=10_000_000)
    fax = Text("the fax number")
    website = Text("the web address")
    description = LongText("what is worth knowing")
    hq_address = Text("the address of the head office")
    branch_addresses = TextList("the addresses of branches")
    country = Text("the country", index=True)
    region = Text("the region, state or province", index=True)
    city = Text("the city", index=True)
    location = Location("where it is on the globe")
    value_band = Text("the class of what it is worth to us, such as A, B or C")
    placeholder = Flag("true for Freelance, Unknown and the like: never a shared workplace")
