"""The companies of the world: a few large ones, many small ones, and who of us looks after them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dice import Dice
from graphcrm.demo.lifecycles import trail
from graphcrm.demo.spelling import folded
from graphcrm.demo.words.places import PLACES, STREETS, STREETS_ZH, Place
from graphcrm.demo.words.trades import (
    INDUSTRIES,
    LARGEST_BAND,
    LEGAL_FORMS,
    NAME_HEADS,
    NAME_HEADS_ZH,
    NAME_TAILS,
    NAME_TAILS_ZH,
    SIZE_BANDS,
)

COUNT = 268
OWNERS = {
    "north": {"alice": 4, "bob": 4, "dana": 2},
    "south": {"charlie": 4, "grace": 4, "henrik": 2},
    "east": {"zhou.zimo": 3, "xu.wenjing": 3, "chen.yiming": 3, "lin.xiaolan": 2},
}
LIFECYCLES = {"loyal": 6, "customer": 24, "prospect": 34, "lead": 26, "lost": 10}
OWNED = ("loyal", "customer", "prospect", "lost")


@dataclass(slots=True, eq=False)
class Account:
    """A company; `pull` is how many of the world's people it draws, compared with the others."""

    uid: str
    name: str
    industry: str
    place: Place
    pull: int
    employees: int
    lifecycle: str
    owner: str = ""
    aliases: list[str] = field(default_factory=list)
    domain: str = ""
    kind: str = "company"
    placeholder: bool = False

    @property
    def chinese(self) -> bool:
        """Whether its language is Chinese."""
        return self.place.territory == "east"


def make_accounts(dice: Dice) -> list[Account]:
    """The random companies, the one with the most people first, after the two that stories lean on."""
    accounts = list(_landmarks())
    names = _Names(dice)
    for n in range(COUNT):
        territory = ("north", "south", "east")[n % 3]  # in turn, so that each has large ones and small ones
        place = dice.pick([place for place in PLACES if place.territory == territory])
        accounts.append(_account(dice, f"a{n + 1:03}", place, 40_000 // (n + 24) - 90, names))
    return accounts


def placeholders() -> list[Account]:
    """What people write where there is no company."""
    freelance = Account("freelance", "Freelance", "", PLACES[0], 0, 0, "", aliases=["Self-employed", "自由职业"])
    unknown = Account("unknown", "Unknown", "", PLACES[0], 0, 0, "", aliases=["n/a", "未知"])
    for account in (freelance, unknown):
        account.placeholder, account.kind = True, "other"
    return [freelance, unknown]


def _landmarks() -> Iterator[Account]:
    """Large companies with a fixed name: one so large that having worked there means little, one with a layoff."""
    yield Account(
        "merrowmark", "Merrowmark Freight Group", "Logistics", PLACES[1], 1_900, 18_000, "customer", "bob",
        ["Merrowmark Freight"], "merrowmark.example",
    )  # fmt: skip
    yield Account(
        "halverin", "Halverin Mobility", "Manufacturing", PLACES[2], 1_500, 640, "customer", "dana",
        ["Halverin"], "halverin.example",
    )  # fmt: skip


class _Names:
    """Heads of company names, none of them twice."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._taken: set[str] = set()

    def english(self) -> str:
        """Such as Kelholm."""
        return self._new(lambda: (self._dice.pick(NAME_HEADS) + self._dice.pick(NAME_TAILS), ""))[0]

    def chinese(self) -> tuple[str, str]:
        """The characters and their pinyin, by which they differ too: domains are made from it."""
        pairs = (NAME_HEADS_ZH, NAME_TAILS_ZH)

        def draw() -> tuple[str, str]:
            (head, head_latin), (tail, tail_latin) = (self._dice.pick(parts) for parts in pairs)
            return head_latin + tail_latin, head + tail

        latin, characters = self._new(draw)
        return characters, latin

    def _new(self, draw: Callable[[], tuple[str, str]]) -> tuple[str, str]:
        while True:
            name = draw()
            if name[0] not in self._taken:
                self._taken.add(name[0])
                return name


def _account(dice: Dice, uid: str, place: Place, pull: int, names: _Names) -> Account:
    industry = dice.pick(list(INDUSTRIES))
    lifecycle = dice.weighted(LIFECYCLES)
    account = Account(uid, "", industry, place, pull, _employees(dice, pull), lifecycle)
    if account.chinese:
        _name_in_chinese(dice, account, *names.chinese())
    else:
        account.name = f"{names.english()} {dice.pick(INDUSTRIES[industry][0])}"
        account.aliases = [f"{account.name} {LEGAL_FORMS[place.country]}"]
    account.kind = "school" if industry == "Education" else dice.weighted({"company": 90, "partner": 6, "supplier": 4})
    account.domain = f"{folded(account.aliases[-1] if account.chinese else account.name)}.example"
    account.owner = dice.weighted(OWNERS[place.territory]) if lifecycle in OWNED else ""
    return account


def _name_in_chinese(dice: Dice, account: Account, head: str, latin: str) -> None:
    trade, trade_english = dice.pick(INDUSTRIES[account.industry][1])
    account.name = head + trade
    account.aliases = [f"{account.place.city}{account.name}{LEGAL_FORMS['China']}", f"{latin} {trade_english}"]


def _employees(dice: Dice, pull: int) -> int:
    known = max(2, pull // 14)
    times = dice.weighted({2: 3, 5: 5, 12: 5, 40: 3, 120: 1})
    return known * times + dice.below(known * times // 4 + 2)


def add_account(bundle: Bundle, dice: Dice, account: Account, known: int) -> None:
    """Write one account; `known` is how many of its people the world has ever seen there."""
    if account.placeholder:
        bundle.add("accounts", account_id=account.uid, name=account.name, aliases=";".join(account.aliases),
                   kind="other", placeholder=True)  # fmt: skip
        return
    # What we know of a company's size is patchy; what we know never contradicts the people we have met there.
    employees = max(account.employees, known + 2)
    size = dice.weighted({"count": 35, "both": 25, "band": 25, "none": 15})
    bundle.add(
        "accounts",
        account_id=account.uid, name=account.name, aliases=";".join(account.aliases), domains=account.domain,
        kind=account.kind, industry=account.industry, lifecycle=account.lifecycle,
        lifecycle_trail=trail(account.uid, account.lifecycle),
        size_band=_band(employees) if size in {"both", "band"} else "",
        employee_count=employees if size in {"both", "count"} or account.uid == "merrowmark" else "",
        website=f"https://{account.domain}" if account.domain else "",
        value_band=_value_band(employees) if account.owner else "",
        **where(dice, account.place),
    )  # fmt: skip


def where(dice: Dice, place: Place) -> dict[str, str]:
    """The address of a company, a little beside the middle of its city, so that pins do not hide each other."""
    latitude, longitude = place.latitude + dice.between(-40, 40), place.longitude + dice.between(-40, 40)
    number = dice.between(1, 180)
    return {
        "hq_address": f"{place.city}市{dice.pick(STREETS_ZH)}{number}号" if place.territory == "east"
        else f"{number} {dice.pick(STREETS)}, {place.city}",
        "country": place.country, "region": place.region, "city": place.city,
        "location": f"{_degrees(latitude)},{_degrees(longitude)}",
    }  # fmt: skip


def _degrees(thousandths: int) -> str:
    whole, rest = divmod(abs(thousandths), 1000)
    return f"{'-' if thousandths < 0 else ''}{whole}.{rest:03}"


def _band(employees: int) -> str:
    return next((band for most, band in SIZE_BANDS if employees <= most), LARGEST_BAND)


def _value_band(employees: int) -> str:
    return "A" if employees > 1000 else "B" if employees > 150 else "C"  # noqa: PLR2004  (two cuts, named by the result)
