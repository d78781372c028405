"""Industries, and what companies in them are called."""

from __future__ import annotations

# industry: the noun of an English company name, of a Chinese one, and the English for the latter's alias
INDUSTRIES: dict[str, tuple[tuple[str, ...], tuple[tuple[str, str], ...]]] = {
    "Semiconductors": (("Semiconductors", "Microsystems"), (("半导体", "Semiconductor"), ("微电子", "Micro"))),
    "Robotics": (("Robotics", "Automation"), (("机器人", "Robotics"), ("自动化", "Automation"))),
    "Logistics": (("Logistics", "Freight"), (("物流", "Logistics"), ("供应链", "Supply Chain"))),
    "Maritime": (("Marine", "Shipping", "Shipyards"), (("航运", "Shipping"), ("船舶", "Marine"))),
    "Energy": (("Energy", "Grid", "Renewables"), (("能源", "Energy"), ("新能源", "New Energy"))),
    "Healthcare": (("Health", "Medical"), (("医疗", "Medical"), ("健康", "Health"))),
    "Finance": (("Capital", "Mutual", "Insurance"), (("资本", "Capital"), ("保险", "Insurance"))),
    "Retail": (("Retail", "Outfitters"), (("商贸", "Trading"), ("零售", "Retail"))),
    "Software": (("Software", "Systems", "Labs"), (("软件", "Software"), ("信息技术", "Infotech"))),
    "Manufacturing": (("Machinery", "Castings", "Tools"), (("机械", "Machinery"), ("精密制造", "Precision"))),
    "Food": (("Foods", "Dairy", "Provisions"), (("食品", "Foods"), ("粮油", "Provisions"))),
    "Education": (("Institute", "Polytechnic"), (("职业学院", "College"), ("教育", "Education"))),
}

# Put together, these name no company we know of.
NAME_HEADS = (
    "Aber", "Bral", "Corv", "Dav", "Elv", "Fen", "Gal", "Hest", "Isel", "Jun", "Kel", "Lor", "Mar", "Nor", "Oss", "Pel",
    "Quin", "Rav", "Sil", "Tarn", "Ulv", "Ven", "Wex", "Yar", "Zan",
)  # fmt: skip
NAME_TAILS = (
    "adon", "bridge", "ciren", "dane", "efall", "garth", "holm", "istra", "lume", "mere", "oake", "quist", "stead",
    "thorpe", "una", "vale", "wick", "yssa",
)  # fmt: skip
NAME_HEADS_ZH = (
    ("瀚", "Han"), ("澜", "Lan"), ("砺", "Li"), ("拓", "Tuo"), ("衡", "Heng"), ("曜", "Yao"), ("昱", "Yu"),
    ("沐", "Mu"), ("聿", "Yu"), ("璟", "Jing"), ("铂", "Bo"), ("珩", "Heng"), ("霁", "Ji"), ("岑", "Cen"),
    ("泓", "Hong"), ("峤", "Qiao"),
)  # fmt: skip
NAME_TAILS_ZH = (
    ("川", "chuan"), ("岳", "yue"), ("舟", "zhou"), ("野", "ye"), ("朔", "shuo"), ("芯", "xin"), ("禾", "he"),
    ("泽", "ze"), ("域", "yu"), ("屿", "yu"), ("原", "yuan"), ("汀", "ting"),
)  # fmt: skip
LEGAL_FORMS = {
    "United States": "Inc.",
    "Canada": "Inc.",
    "United Kingdom": "Ltd",
    "Sweden": "AB",
    "Germany": "GmbH",
    "France": "SAS",
    "Australia": "Pty Ltd",
    "China": "有限公司",
}

SIZE_BANDS = ((10, "1-10"), (50, "11-50"), (200, "51-200"), (500, "201-500"), (1000, "501-1000"), (5000, "1001-5000"))
LARGEST_BAND = "5001+"
