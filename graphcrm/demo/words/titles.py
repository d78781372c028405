"""Careers: what people are called as they rise, by department; and what they are to a sale."""

from __future__ import annotations

from typing import NamedTuple


class Ladder(NamedTuple):
    """A department and its titles from the bottom to the top, English and Chinese."""

    department: str
    department_zh: str
    titles: tuple[str, ...]
    titles_zh: tuple[str, ...]
    low_role: str  # of the lower three rungs; the upper two decide


LADDERS = (
    Ladder(
        "Procurement",
        "采购部",
        ("Junior Buyer", "Buyer", "Senior Buyer", "Head of Procurement", "Chief Procurement Officer"),
        ("采购专员", "采购工程师", "采购经理", "采购总监", "首席采购官"),
        "buyer",
    ),
    Ladder(
        "Engineering",
        "研发部",
        ("Engineer", "Senior Engineer", "Engineering Manager", "Director of Engineering", "CTO"),
        ("工程师", "高级工程师", "研发经理", "研发总监", "首席技术官"),
        "user",
    ),
    Ladder(
        "Operations",
        "运营部",
        ("Operations Analyst", "Shift Lead", "Operations Manager", "Director of Operations", "Chief of Operations"),
        ("运营专员", "运营主管", "运营经理", "运营总监", "首席运营官"),
        "influencer",
    ),
    Ladder(
        "IT",
        "信息部",
        ("Systems Administrator", "IT Specialist", "IT Manager", "Head of IT", "CIO"),
        ("系统管理员", "信息化主管", "信息部经理", "信息总监", "首席信息官"),
        "user",
    ),
    Ladder(
        "Finance",
        "财务部",
        ("Accountant", "Controller", "Finance Manager", "Finance Director", "CFO"),
        ("会计", "财务主管", "财务经理", "财务总监", "首席财务官"),
        "other",
    ),
    Ladder(
        "Sales",
        "销售部",
        ("Sales Representative", "Account Manager", "Sales Manager", "Sales Director", "Chief Commercial Officer"),
        ("销售代表", "客户经理", "销售经理", "销售总监", "首席商务官"),
        "other",
    ),
    Ladder(
        "Quality",
        "质量部",
        ("Inspector", "Quality Engineer", "Quality Manager", "Head of Quality", "VP Quality"),
        ("检验员", "质量工程师", "质量经理", "质量总监", "质量副总裁"),
        "influencer",
    ),
    Ladder(
        "Administration",
        "行政部",
        ("Receptionist", "Executive Assistant", "Office Manager", "Head of Administration", "Chief of Staff"),
        ("前台", "总经理助理", "行政经理", "行政总监", "办公室主任"),
        "gatekeeper",
    ),
)
TOP_RUNG = 4
DECIDING_RUNG = 3

FOUNDER = ("Founder & CEO", "创始人兼首席执行官")
BOARD = ("Board Member", "董事")
ADVISOR = ("Advisor", "顾问")
LECTURER = ("Visiting Lecturer", "客座讲师")
CONSULTANT = ("Independent Consultant", "独立顾问")
