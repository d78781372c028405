"""How a contact deals with us: the question of their page and of the API."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from graphcrm.activity import Activity, activity, since
from graphcrm.dates import moment
from graphcrm.graph import Runner
from graphcrm.queries.contacts.parts import parts
from graphcrm.web.asking.parameters import AsOfParameters

MOST = 1_000  # parts that are looked at, the latest: three a day, all year


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, in which time zone its weekdays and hours are, and whether older parts were left out."""

    activity: Activity
    zone: ZoneInfo
    cut: bool


def of_contact(runner: Runner, contact: str, asked: AsOfParameters, zone: ZoneInfo) -> Looked:
    """The activity of the year before the day that is asked for."""
    before = moment(asked.as_of).before
    found = parts(runner, contact=contact, since=since(before), before=before, limit=MOST + 1)
    return Looked(activity(found[:MOST], before, zone), zone, len(found) > MOST)
