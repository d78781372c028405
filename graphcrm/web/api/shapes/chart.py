"""The organisation chart of an account, for the API."""

from __future__ import annotations

from pydantic import Field

from graphcrm.web.api.shapes.base import PersonRef, Ref, Shape
from graphcrm.web.asking.chart import Chart, Place


class PlaceItem(Shape):
    """Somebody's place in the chart."""

    level: int = Field(description="how far below the top: 0, 1, 2, …")
    contact: PersonRef
    title: str | None
    department: str | None
    role: str | None = Field(description="their part in a sale")
    main_contact: bool = Field(description="whether they are our main contact there")
    certain: bool = Field(description="whether it is certain that they were there on that day")
    reports_to: Ref | None = Field(description="who stands above them; null for whoever is on top")
    also_reports_to: list[Ref] = Field(description="to whom they report besides")


class ChartBody(Shape):
    """Who reports to whom at an account, as of a day; whoever is above comes before those below."""

    items: list[PlaceItem]
    others: int = Field(description="how many people are there of whom no line is known")
    cut: bool = Field(description="whether there are too many people for all to be looked at")


def chart_body(chart: Chart) -> ChartBody:
    """A chart as the API tells it."""
    return ChartBody(items=[_item(place) for place in chart.places], others=chart.others, cut=chart.cut)


def _item(place: Place) -> PlaceItem:
    seat = place.seat
    return PlaceItem(
        level=place.level,
        contact=PersonRef(uid=seat.contact, name=seat.name, do_not_contact=seat.do_not_contact),
        title=seat.title,
        department=seat.department,
        role=seat.role,
        main_contact=seat.main_contact,
        certain=seat.certain,
        reports_to=Ref(uid=place.boss.contact, name=place.boss.name) if place.boss else None,
        also_reports_to=[Ref(uid=boss.contact, name=boss.name) for boss in place.also],
    )
