"""The stories that the tour tells: people, companies, careers and ties written by hand, the same for every seed.

Nobody random works at these companies or deals with these people (but for Merrowmark Freight, which is too large to
matter), so the answers stay as they are. The numbers are checked in tests/demo/test_stories.py.
"""

from __future__ import annotations

# user | name | role | team | own contact record
USERS = """
alice        | Alice Moreau    | rep     | North | contact-alice
bob          | Bob Tanner      | rep     | North | contact-bob
dana         | Dana Whitfield  | manager | North | contact-dana
erin         | Erin Castellan  | analyst | North |
charlie      | Charlie Okoro   | rep     | South |
grace        | Grace Ferris    | rep     | South |
henrik       | Henrik Sand     | manager | South |
frank        | Frank Adler     | admin   | South |
lin.xiaolan  | 林晓岚          | manager | 华东  | contact-lin-xiaolan
zhou.zimo    | 周子墨          | rep     | 华东  | contact-zhou-zimo
xu.wenjing   | 许文静          | rep     | 华东  |
chen.yiming  | 陈一鸣          | rep     | 华东  |
"""

# account | name | aliases | industry | city | employees | lifecycle | owner | description
ACCOUNTS = """
larkenfield      | Larkenfield Systems | Larkenfield | Software | Boston | 48 | | | Our own company.
polaris-robotics | Polaris Robotics | Polaris Robotics Inc.;Polaris | Robotics | Boston | 85 | prospect | alice | \
Builds arms for small warehouses. Wants to double its plant in 2027.
globex-marine    | Globex Marine | Globex | Maritime | New York | 2400 | loyal | alice | Our first large customer.
brightwold       | Brightwold Instruments | Brightwold | Manufacturing | Boston | 22 | lost | bob |
cobalt-bay       | Cobalt Bay Energy | Cobalt Bay | Energy | Seattle | 310 | customer | alice |
vantmere         | Vantmere Optics | | Manufacturing | Toronto | 30 | lead | |
saltmarsh        | Saltmarsh Sensors | | Semiconductors | Chicago | 18 | lead | |
fjordlight       | Fjordlight Shipping | Fjordlight | Maritime | Stockholm | 140 | customer | alice |
asterwold        | Asterwold Grid | Asterwold Grid Ltd | Energy | Manchester | 240 | customer | bob | \
Nobody has called since summer 2025.
quillonard       | Quillonard Aerospace | Quillonard | Manufacturing | Austin | 6200 | prospect | bob |
corvane          | Corvane Analytics | Corvane | Software | London | 60 | lost | dana | \
Lost many people to Lumen Harbor.
lumen-harbor     | Lumen Harbor | Lumen Harbor Ltd | Software | London | 95 | prospect | dana |
northgate        | Northgate Ferries | Northgate | Maritime | Hamburg | 520 | customer | charlie |
haldenvik        | Haldenvik Shipyards | Haldenvik | Maritime | Stockholm | 900 | lead | |
skerrow          | Skerrow Offshore | Skerrow | Energy | Hamburg | 180 | prospect | charlie |
lanternfield     | Lanternfield Mutual | Lanternfield | Finance | Cologne | 1200 | lead | |
tessaline        | Tessaline Labs | Tessaline | Software | Berlin | 12 | lost | grace | \
Bought by Ordovane Software; everybody moved over on 1 April 2025.
ordovane         | Ordovane Software | Ordovane | Software | Munich | 430 | customer | grace |
qiming           | 启明半导体 | Qiming Semiconductor;苏州启明半导体有限公司 | Semiconductors | 苏州 | 140 | prospect | \
zhou.zimo | 明年扩建苏州产线。
chengxi          | 澄汐微电子 | Chengxi Micro | Semiconductors | 苏州 | 40 | lost | |
lingyu           | 凌屿新能源 | Lingyu New Energy | Energy | 南京 | 260 | customer | zhou.zimo |
"""

# contact | name | given name | family name | other names
PEOPLE = """
contact-alice       | Alice Moreau    | Alice   | Moreau    |
contact-bob         | Bob Tanner      | Bob     | Tanner    | Robert Tanner
contact-dana        | Dana Whitfield  | Dana    | Whitfield |
contact-lin-xiaolan | 林晓岚          | 晓岚    | 林        | Xiaolan Lin
contact-zhou-zimo   | 周子墨          | 子墨    | 周        | Zimo Zhou
maya-lindqvist      | Maya Lindqvist  | Maya    | Lindqvist |
tomas-reyes         | Tomás Reyes     | Tomás   | Reyes     | Tomas Reyes
priya-raman         | Priya Raman     | Priya   | Raman     |
owen-castle         | Owen Castle     | Owen    | Castle    |
lena-fischer        | Lena Fischer    | Lena    | Fischer   |
ruben-costa         | Ruben Costa     | Ruben   | Costa     |
marta-silva         | Marta Silva     | Marta   | Silva     |
hanna-vogel         | Hanna Vogel     | Hanna   | Vogel     |
noor-haddad         | Noor Haddad     | Noor    | Haddad    |
jonas-weber         | Jonas Weber     | Jonas   | Weber     |
felix-brandt        | Felix Brandt    | Felix   | Brandt    |
gordon-pike         | Gordon Pike     | Gordon  | Pike      |
ruth-eversley       | Ruth Eversley   | Ruth    | Eversley  |
walter-stroud       | Walter Stroud   | Walter  | Stroud    |
elena-marin         | Elena Marin     | Elena   | Marin     |
pete-lowry          | Pete Lowry      | Pete    | Lowry     | Peter Lowry
ingrid-solberg      | Ingrid Solberg  | Ingrid  | Solberg   | Ingrid Solberg-Aas
axel-brink          | Axel Brink      | Axel    | Brink     |
sofie-lund          | Sofie Lund      | Sofie   | Lund      |
shen-ruolan         | 沈若岚          | 若岚    | 沈        | Ruolan Shen
gu-jinghang         | 顾景航          | 景航    | 顾        | Jinghang Gu
tan-yiran           | 谭怡然          | 怡然    | 谭        | Yiran Tan
han-shuning         | 韩书宁          | 书宁    | 韩        | Shuning Han
luo-haichao         | 罗海超          | 海超    | 罗        | Haichao Luo
"""

# contact | account | title | department | role | kind | start | end (? for left, no date) | verified on
JOBS = """
contact-alice | merrowmark | Sales Representative | Sales | other | | 2014-09 | 2018-06-15 | 2018-07-02
contact-alice | larkenfield | Account Executive | Sales | other | | 2018-07-02 | | 2026-10-01
contact-bob | larkenfield | Account Executive | Sales | other | | 2020-01-13 | | 2026-10-01
contact-dana | larkenfield | Head of Sales | Sales | other | | 2015 | | 2026-10-01
contact-lin-xiaolan | larkenfield | 华东区总监 | 销售部 | other | | 2017-03-01 | | 2026-10-01
contact-zhou-zimo | larkenfield | 客户经理 | 销售部 | other | | 2019-03-11 | | 2026-10-01
maya-lindqvist | globex-marine | Senior Buyer | Procurement | buyer | | 2017-02 | 2019-06-01 | 2019-06-01
maya-lindqvist | globex-marine | Head of Procurement | Procurement | decision_maker | | 2019-06-01 | 2026-05-01 | \
2026-05-04
maya-lindqvist | polaris-robotics | VP Operations | Operations | decision_maker | | 2026-05-04 | | 2026-10-12
tomas-reyes | brightwold | Lead Engineer | Engineering | influencer | | 2020-01-13 | 2024-02-01 | 2024-02-05
tomas-reyes | polaris-robotics | CTO | Engineering | decision_maker | | 2024-02-05 | | 2026-09-18
priya-raman | saltmarsh | Firmware Engineer | Engineering | user | | 2020 | 2023-08-31 | 2023-09-04
priya-raman | polaris-robotics | Engineering Manager | Engineering | influencer | | 2023-09-04 | | 2026-06-30
owen-castle | merrowmark | Junior Buyer | Procurement | buyer | | 2008-04-01 | 2011-09-30 | 2025-03-03
owen-castle | polaris-robotics | Buyer | Procurement | buyer | | 2025-03-03 | | 2025-08-20
lena-fischer | polaris-robotics | Founder & CEO | | decision_maker | founder | 2016 | | 2026-10-12
ruben-costa | globex-marine | Senior Buyer | Procurement | buyer | | 2018-03-01 | | 2026-09-30
marta-silva | globex-marine | CFO | Finance | decision_maker | | 2015-05 | | 2026-08-14
hanna-vogel | brightwold | Engineering Manager | Engineering | influencer | | 2022-02-01 | 2025-06-30 | 2025-07-14
hanna-vogel | cobalt-bay | Director of Engineering | Engineering | decision_maker | | 2025-07-14 | | 2026-10-02
noor-haddad | vantmere | Quality Engineer | Quality | user | | 2017-05-01 | 2021-10-31 | 2021-11-15
noor-haddad | fjordlight | Fleet Quality Manager | Quality | influencer | | 2021-11-15 | | 2026-09-25
jonas-weber | vantmere | Quality Engineer | Quality | user | | 2018-09-01 | 2022-02-28 | 2022-03-01
jonas-weber | saltmarsh | Test Engineer | Engineering | user | | 2022-03-01 | 2024-12-31 | 2025-01-10
jonas-weber | freelance | Independent Consultant | | | contractor | 2025-01 | | 2026-03-20
felix-brandt | saltmarsh | Engineer | Engineering | user | | 2018 | ? | 2022-02-01
felix-brandt | asterwold | Field Engineer | Engineering | user | | 2022-02-01 | | 2025-08-11
gordon-pike | merrowmark | Procurement Manager | Procurement | buyer | | 2006 | 2012-12-31 | 2013-01-07
gordon-pike | asterwold | Head of Procurement | Procurement | decision_maker | | 2013-01-07 | | 2025-08-11
ruth-eversley | asterwold | Chief of Operations | Operations | decision_maker | | 2019-10 | | 2025-06-02
walter-stroud | merrowmark | Operations Manager | Operations | influencer | | 2006-05-01 | 2010-03-31 | 2014-06-02
walter-stroud | quillonard | Chief of Operations | Operations | decision_maker | | 2014-06-02 | | 2026-07-01
elena-marin | merrowmark | Junior Buyer | Procurement | buyer | | 2009-02-02 | 2012-08-31 | 2019-05-06
elena-marin | quillonard | Senior Buyer | Procurement | buyer | | 2019-05-06 | | 2026-07-01
pete-lowry | quillonard | IT Manager | IT | gatekeeper | | 2021-04 | | 2024-01-15
ingrid-solberg | northgate | Deck Officer | Operations | user | | 1999 | 2003-05 | 2021-09-01
ingrid-solberg | haldenvik | Project Engineer | Engineering | influencer | | 2003-06 | 2008-09-30 | 2021-09-01
ingrid-solberg | northgate | Fleet Director | Operations | decision_maker | | 2008-10-01 | 2014-03-31 | 2021-09-01
ingrid-solberg | haldenvik | Chief of Operations | Operations | decision_maker | | 2014-04-01 | 2021-08-31 | 2021-09-01
ingrid-solberg | skerrow | CEO | | decision_maker | | 2021-09-01 | | 2026-10-20
ingrid-solberg | northgate | Board Member | | influencer | board | 2022-03 | | 2026-10-20
ingrid-solberg | lanternfield | Advisor | | other | advisor | | ? | 2024-11-30
axel-brink | northgate | Head of Procurement | Procurement | decision_maker | | 2010-05-01 | | 2026-09-11
sofie-lund | northgate | Fleet Manager | Operations | influencer | | 2012 | | 2026-09-11
shen-ruolan | chengxi | 采购经理 | 采购部 | buyer | | 2019-06 | 2023-09-01 | 2023-09-11
shen-ruolan | qiming | 采购总监 | 采购部 | decision_maker | | 2023-09-11 | | 2026-10-09
gu-jinghang | qiming | 研发总监 | 研发部 | decision_maker | | 2018 | | 2026-10-09
tan-yiran | qiming | 质量经理 | 质量部 | influencer | | 2021-07-01 | | 2026-09-15
han-shuning | chengxi | 采购工程师 | 采购部 | buyer | | 2020-09-01 | 2024-12-31 | 2025-01-06
han-shuning | lingyu | 采购经理 | 采购部 | buyer | | 2025-01-06 | | 2026-10-14
luo-haichao | lingyu | 首席运营官 | 运营部 | decision_maker | | 2016-09 | | 2026-10-14
"""

# One table for groups that share a company: name | title | department | role | start there | moved on | new title.
# Of Corvane's people, those with a day moved to Lumen Harbor on it; `-` stayed, `?` left for we do not know where.
CORVANE = """
Amelia Frost    | Head of Data       | Engineering | decision_maker | 2018-03-01 | 2024-09-02 | VP Data
Dominic Hale    | Data Engineer      | Engineering | user           | 2019-06    | 2024-10-01 | Senior Data Engineer
Keziah Boone    | Data Engineer      | Engineering | user           | 2020-02-03 | 2024-10-14 | Data Engineer
Marius Lindt    | Product Manager    | Product     | influencer     | 2019-01-07 | 2024-11-04 | Head of Product
Roisin Tully    | Designer           | Product     | user           | 2021       | 2024-11-18 | Lead Designer
Stefan Gruber   | Platform Engineer  | Engineering | user           | 2020-09-01 | 2025-01-06 | Platform Lead
Theo Marchand   | Account Manager    | Sales       | other          | 2018-05    | 2025-01-13 | Account Manager
Ula Petrenko    | Platform Engineer  | Engineering | user           | 2021-04-06 | 2025-02-03 | Platform Engineer
Vikram Sethi    | Head of Sales      | Sales       | decision_maker | 2017-08-01 | 2025-03-03 | Sales Director
Willa Ashcroft  | Analyst            | Engineering | user           | 2022-01-10 | 2025-05-06 | Senior Analyst
Xenia Corbin    | Analyst            | Engineering | user           | 2022-03    | 2025-06-02 | Analyst
Yannick Dorval  | Finance Manager    | Finance     | buyer          | 2019-11-04 | 2025-09-01 | Finance Director
Zara Whitcombe  | Office Manager     | Administration | gatekeeper  | 2020       | 2025-11-03 | Chief of Staff
Boris Anselm    | Support Lead       | Operations  | influencer     | 2018-10-01 | 2026-02-02 | Head of Support
Clement Dray    | Engineer           | Engineering | user           | 2021-08-02 | ?          |
Doris Hartwell  | Engineer           | Engineering | user           | 2022-05-02 | ?          |
Enid Farrow     | Chief Executive    |             | decision_maker | 2016       | -          |
Fabio Conti     | Engineer           | Engineering | user           | 2023-02-06 | -          |
Gwen Marlowe    | Account Manager    | Sales       | other          | 2022-11-01 | -          |
Hugo Penrose    | Buyer              | Finance     | buyer          | 2023-09-04 | -          |
"""
# Tessaline's people, all of whom moved to Ordovane Software on the day it was bought.
TESSALINE = """
Lotte Brandt-Kim | Founder & CEO     |             | decision_maker | 2017-04-01 | 2025-04-01 | VP Platform
Ansgar Thiel     | CTO               | Engineering | decision_maker | 2017-04-01 | 2025-04-01 | Chief Architect
Bettina Krohn    | Engineer          | Engineering | user           | 2018-09-03 | 2025-04-01 | Senior Engineer
Carsten Eich     | Engineer          | Engineering | user           | 2019-02    | 2025-04-01 | Engineer
Dilara Aksoy     | Designer          | Product     | user           | 2020-01-06 | 2025-04-01 | Designer
Eike Momsen      | Engineer          | Engineering | user           | 2021       | 2025-04-01 | Engineer
Frieda Sommer    | Office Manager    | Administration | gatekeeper  | 2019-08-01 | 2025-04-01 | Office Manager
Gereon Pohl      | Sales Manager     | Sales       | other          | 2020-10-01 | 2025-04-01 | Account Manager
Hedda Ruge       | Product Manager   | Product     | influencer     | 2022-03-01 | 2025-04-01 | Product Manager
"""
GROUPS = {("corvane", "lumen-harbor"): CORVANE, ("tessaline", "ordovane"): TESSALINE}

# user | contact | first day | last day | every so many days | what, over and over
# M meeting, V video, C call, all both ways; O and I a mail out and in; o and i a message out and in
TIES = """
alice | maya-lindqvist | 2021-03-10 | 2026-04-21 | 42 | MOIVOI
alice | ruben-costa | 2022-02-08 | 2026-10-06 | 60 | COIVOI
alice | marta-silva | 2021-06-15 | 2026-06-30 | 120 | MVOI
alice | hanna-vogel | 2025-09-03 | 2026-10-14 | 28 | VOIMOI
alice | noor-haddad | 2022-05-11 | 2026-09-29 | 45 | COIVOI
bob | felix-brandt | 2022-03-09 | 2025-08-11 | 21 | COIV
bob | gordon-pike | 2021-04-14 | 2025-08-11 | 28 | MOIV
bob | ruth-eversley | 2021-04-14 | 2025-06-02 | 90 | MC
bob | pete-lowry | 2023-05-16 | 2023-05-16 | 1 | O
dana | amelia-frost | 2020-10-06 | 2026-08-18 | 60 | MOIV
dana | vikram-sethi | 2020-10-06 | 2025-12-02 | 60 | VOI
dana | yannick-dorval | 2021-11-09 | 2026-03-10 | 90 | OIC
dana | enid-farrow | 2020-03-03 | 2024-06-25 | 120 | MOI
charlie | ingrid-solberg | 2021-11-16 | 2026-10-20 | 50 | MOIV
charlie | axel-brink | 2020-06-09 | 2026-09-08 | 40 | VOIMOI
charlie | sofie-lund | 2022-06-14 | 2026-07-07 | 70 | COI
grace | lotte-brandt-kim | 2022-01-18 | 2026-09-22 | 45 | MOIV
grace | ansgar-thiel | 2023-02-07 | 2026-05-26 | 90 | VOI
zhou.zimo | han-shuning | 2025-03-04 | 2026-10-13 | 30 | VoiMoi
zhou.zimo | luo-haichao | 2024-06-11 | 2026-09-22 | 60 | Moi
lin.xiaolan | tan-yiran | 2024-05-14 | 2025-07-22 | 100 | Voi
chen.yiming | gu-jinghang | 2026-06-09 | 2026-08-18 | 35 | O
"""

# user | contact | value | on
RATINGS = """
alice | maya-lindqvist | 4 | 2026-03-02
charlie | ingrid-solberg | 5 | 2026-10-20
dana | enid-farrow | 3 | 2024-06-25
zhou.zimo | han-shuning | 4 | 2026-09-01
"""

# lead | name | company | title | source | status | description
LEADS = """
lead-polaris | Nadia Brandvold | Polaris Robotics | Systems Engineer | web form | new | Asked for the price list.
lead-qiming | 孟雨桐 | 启明半导体 | 采购工程师 | trade fair | new | 在展台留下名片。
lead-asterwold | Colin Strathmore | Asterwold Grid | Dispatcher | referral | contacted | Recommended by a customer.
lead-harrow | Petra Lindholm | Harrow & Finch | Head of Operations | webinar | qualified | Outgrew a spreadsheet.
lead-castle | O. Castle | Polaris Robotics | Buyer | trade fair | converted | Left his card at our stand.
"""

# who | to whom | since | last known to hold
LINES = """
maya-lindqvist | lena-fischer | 2026-05-04 | 2026-10-12
tomas-reyes    | lena-fischer | 2024-02-05 | 2026-09-18
priya-raman    | tomas-reyes | 2024-02-05 | 2026-06-30
owen-castle    | maya-lindqvist | 2026-05-04 | 2026-10-12
"""

# lead | contact | account | by | at
CONVERSIONS = """
lead-castle | owen-castle | polaris-robotics | alice | 2025-08-20
"""

# task | user | name | what it takes | priority | about | due | every so many months | status | outcome
TASKS = """
task-maya       | alice     | Ask Maya Lindqvist about the second plant | call | high | contact maya-lindqvist; \
account polaris-robotics | 2026-11-03 | | open |
task-globex     | alice     | Quarterly review with Globex Marine | meeting | normal | contact ruben-costa; \
contact marta-silva; account globex-marine | 2026-12-15 | 3 | open |
task-price-list | alice     | Send the price list that was asked for | email | normal | lead lead-polaris | 2026-11-10 \
| | open |
task-hanna      | alice     | Congratulate Hanna Vogel on the new job | message | low | contact hanna-vogel \
| 2025-07-21 | | done | Pleased; wants a demonstration in autumn.
task-asterwold  | bob       | Call Asterwold Grid before they forget us | call | high | contact gordon-pike; \
account asterwold | 2026-10-20 | | open |
task-qiming     | zhou.zimo | 约沈若岚谈苏州产线扩建 | meeting | high | contact shen-ruolan; \
account qiming | 2026-11-05 | | open |
"""

# opportunity | user | name | account | who has which part | stage | amount | currency | since | expected close | reason
OPPORTUNITIES = """
deal-polaris-line | alice | Second plant of Polaris Robotics | polaris-robotics | maya-lindqvist (decision_maker); \
owen-castle (buyer) | proposal | 240000 | USD | 2026-10-12 | 2026-12-18 |
deal-globex-service | alice | Service for two years | globex-marine | ruben-costa (buyer); \
marta-silva (decision_maker) | negotiation | 96000 | USD | 2026-10-20 | 2026-11-30 |
deal-globex-pilot | alice | Pilot on the north pier | globex-marine | ruben-costa (buyer) | won | 38000 | USD \
| 2026-09-14 | 2026-09-30 | Maya knew our service from before.
deal-asterwold | bob | Grid sensors | asterwold | gordon-pike (decision_maker); felix-brandt (user) | quote | 61500 \
| GBP | 2026-07-03 | 2026-09-30 |
deal-asterwold-old | bob | Control room | asterwold | ruth-eversley | lost | 120000 | GBP | 2026-05-11 | 2026-06-30 \
| Chose a competitor
deal-qiming | zhou.zimo | 苏州产线扩建 | qiming | shen-ruolan (decision_maker); gu-jinghang (influencer) | needs \
| 1800000 | CNY | 2026-10-09 | 2027-02-26 |
"""
