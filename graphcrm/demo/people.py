"""The people of the world: names, birthdays, addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from graphcrm.demo.accounts import Account
from graphcrm.demo.bundle import Bundle
from graphcrm.demo.dice import Dice
from graphcrm.demo.lifecycles import trail
from graphcrm.demo.spelling import folded
from graphcrm.demo.words.names import (
    FAMILY_NAMES,
    GIVEN_FIRST_ZH,
    GIVEN_NAMES,
    GIVEN_SECOND_ZH,
    HOBBIES,
    HOBBIES_ZH,
    SURNAMES_ZH,
)
from graphcrm.demo.words.places import Place

HOMONYM_PERCENT = 1  # two people may share a name; if many did, no search for duplicates could be judged
FIRST_JOB_AGE = 22


@dataclass(slots=True, eq=False)
class Person:
    """A contact; `latin` is given and family name as an e-mail address would spell them."""

    uid: str
    name: str
    given: str
    family: str
    latin: tuple[str, str]
    born: date
    chinese: bool  # their language, and how their name is written
    other_names: list[str] = field(default_factory=list)
    email: str = ""
    other_emails: list[str] = field(default_factory=list)
    phone: str = ""
    lifecycle: str = ""

    @property
    def of_age(self) -> date:
        """The first day on which they may have had a job."""
        return self.born.replace(year=self.born.year + FIRST_JOB_AGE, day=min(self.born.day, 28))


class Registry:
    """Gives people names (each once, but for a few homonyms) and addresses (each once)."""

    def __init__(self, dice: Dice, taken: Iterable[str]) -> None:
        self._dice = dice
        self._reserved = frozenset(taken)
        self._names: set[str] = set()
        self._addresses: set[str] = set()
        self._numbers: set[str] = set()

    def person(self, uid: str, *, chinese: bool) -> Person:
        """A new person whose language is Chinese or English."""
        while True:
            person = self._chinese(uid) if chinese else self._english(uid)
            is_new = person.name not in self._names or self._dice.chance(HOMONYM_PERCENT)
            if is_new and person.name not in self._reserved:
                self._names.add(person.name)
                return person

    def address(self, person: Person, domain: str) -> str:
        """An e-mail address at a domain, in one of the usual forms, that nobody has yet."""
        given, family = (part.replace("-", "") for part in person.latin)
        first, second = (family, given) if person.chinese else (given, family)
        base = self._dice.weighted({f"{first}.{second}": 8, f"{first[0]}.{second}": 2, f"{first}{second}": 1})
        for n in range(1, 1000):
            address = f"{base}{n if n > 1 else ''}@{domain}"
            if address not in self._addresses:
                break
        self._addresses.add(address)
        return address

    def number(self, place: Place) -> str:
        """A phone number of that place which rings nowhere and that nobody has yet; none where they run out."""
        for _ in range(30):
            number = "".join(str(self._dice.below(10)) if sign == "#" else sign for sign in place.phone)
            if number not in self._numbers:
                self._numbers.add(number)
                return number
        return ""

    def _english(self, uid: str) -> Person:
        given, family = self._dice.pick(GIVEN_NAMES), self._dice.pick(FAMILY_NAMES)
        latin = (folded(given), folded(family))
        return Person(uid, f"{given} {family}", given, family, latin, self._born(), chinese=False)

    def _chinese(self, uid: str) -> Person:
        family, family_latin = self._dice.pick(SURNAMES_ZH)
        given, given_latin = self._dice.pick(GIVEN_FIRST_ZH)
        if self._dice.chance(88):
            second, second_latin = self._dice.pick(GIVEN_SECOND_ZH)
            given, given_latin = given + second, given_latin + second_latin
        latin = (given_latin, family_latin.lower())
        person = Person(uid, family + given, given, family, latin, self._born(), chinese=True)
        if self._dice.chance(40):
            person.other_names.append(f"{given_latin.capitalize()} {family_latin}")
        return person

    def _born(self) -> date:
        year = 1962 + (self._dice.below(41) + self._dice.below(41)) // 2
        return date(year, 1 + self._dice.below(12), 1 + self._dice.below(28))


def abroad(person: Person) -> Person:
    """Somebody Chinese at a company elsewhere: known there by the Latin spelling."""
    characters = person.name
    person.given, person.family = (part.capitalize() for part in person.latin)
    person.name, person.other_names, person.chinese = f"{person.given} {person.family}", [characters], False
    return person


def reach(dice: Dice, registry: Registry, person: Person, employers: list[Account]) -> None:
    """Give somebody e-mail addresses (of the employer, an older one, a private one) and a phone."""
    domains = [account.domain for account in employers if account.domain]
    if domains and not dice.chance(6):
        stale = len(domains) > 1 and dice.chance(12)  # people move, address books do not
        person.email = registry.address(person, domains[-2 if stale else -1])
    if dice.chance(18):
        person.other_emails.append(registry.address(person, dice.pick(("mailbox.example", "post.test", "example.net"))))
    if dice.chance(65):
        at_home = [account for account in employers if not account.placeholder] or employers
        person.phone = registry.number(at_home[-1].place)


def add_person(bundle: Bundle, dice: Dice, person: Person) -> None:
    """Write one contact."""
    hobbies = dice.some(HOBBIES_ZH if person.chinese else HOBBIES, 2) if dice.chance(15) else []
    channels = {"": 70, "email": 10, "call": 8, "message": 12} if person.chinese else {"": 75, "email": 17, "call": 8}
    bundle.add(
        "contacts",
        contact_id=person.uid, name=person.name, given_name=person.given, family_name=person.family,
        other_names=";".join(person.other_names), email=person.email, emails=";".join(person.other_emails),
        phone=person.phone, birthday=person.born if dice.chance(30) else "", hobbies=";".join(hobbies),
        preferred_channel=dice.weighted(channels), do_not_contact=True if dice.chance(1.5) else "",
        lifecycle=person.lifecycle, lifecycle_trail=trail(person.uid, person.lifecycle),
    )  # fmt: skip
