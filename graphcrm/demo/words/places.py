"""Where the world's companies are, and numbers that ring nowhere."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A city; `#` in `phone` is a digit, coordinates are thousandths of a degree."""

    territory: str
    country: str
    region: str
    city: str
    latitude: int
    longitude: int
    phone: str


# Only numbers that regulators keep for fiction: 555-01xx (NANPA), Ofcom's 7946 0 and 496 0, PTS's 465 004,
# the Bundesnetzagentur's drama numbers, ARCEP's 1 99 00 and 4 65 71, ACMA's 7010. China reserves none, so its
# numbers have a subscriber part that begins with 0, which is the trunk prefix there: they cannot be dialled.
PLACES = (
    Place("north", "United States", "Massachusetts", "Boston", 42_360, -71_058, "+1 617 555 01##"),
    Place("north", "United States", "New York", "New York", 40_713, -74_006, "+1 212 555 01##"),
    Place("north", "United States", "Illinois", "Chicago", 41_878, -87_630, "+1 312 555 01##"),
    Place("north", "United States", "Washington", "Seattle", 47_606, -122_332, "+1 206 555 01##"),
    Place("north", "United States", "Texas", "Austin", 30_267, -97_743, "+1 512 555 01##"),
    Place("north", "Canada", "Ontario", "Toronto", 43_653, -79_383, "+1 416 555 01##"),
    Place("north", "United Kingdom", "England", "London", 51_507, -128, "+44 20 7946 0###"),
    Place("north", "United Kingdom", "England", "Manchester", 53_480, -2_242, "+44 161 496 0###"),
    Place("north", "United Kingdom", "Scotland", "Edinburgh", 55_953, -3_188, "+44 131 496 0###"),
    Place("north", "Sweden", "Stockholm", "Stockholm", 59_329, 18_069, "+46 8 465 004 ##"),
    Place("south", "Germany", "Berlin", "Berlin", 52_520, 13_405, "+49 30 23125 ###"),
    Place("south", "Germany", "Hamburg", "Hamburg", 53_551, 9_994, "+49 40 66969 ###"),
    Place("south", "Germany", "Bavaria", "Munich", 48_137, 11_575, "+49 89 99998 ###"),
    Place("south", "Germany", "North Rhine-Westphalia", "Cologne", 50_938, 6_960, "+49 221 4710 ###"),
    Place("south", "France", "Île-de-France", "Paris", 48_857, 2_352, "+33 1 99 00 ## ##"),
    Place("south", "France", "Auvergne-Rhône-Alpes", "Lyon", 45_764, 4_836, "+33 4 65 71 ## ##"),
    Place("south", "Australia", "New South Wales", "Sydney", -33_869, 151_209, "+61 2 7010 ####"),
    Place("south", "Australia", "Victoria", "Melbourne", -37_814, 144_963, "+61 3 7010 ####"),
    Place("east", "China", "上海", "上海", 31_230, 121_474, "+86 21 0### ####"),
    Place("east", "China", "江苏", "苏州", 31_299, 120_585, "+86 512 0### ####"),
    Place("east", "China", "江苏", "南京", 32_060, 118_797, "+86 25 0### ####"),
    Place("east", "China", "浙江", "杭州", 30_274, 120_155, "+86 571 0### ####"),
    Place("east", "China", "广东", "深圳", 22_543, 114_058, "+86 755 0### ####"),
    Place("east", "China", "北京", "北京", 39_904, 116_407, "+86 10 0### ####"),
    Place("east", "China", "四川", "成都", 30_573, 104_067, "+86 28 0### ####"),
)
STREETS = ("Mill Lane", "Harbour Street", "Station Road", "Orchard Way", "Foundry Row", "Canal Street", "Bridge Road")
STREETS_ZH = ("科苑路", "望江路", "松涛路", "文渊路", "星湖街", "临港大道", "东苑路")
