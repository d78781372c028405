"""A small world around one target, as of 1 June 2024 (build.TODAY).

The cast: Alice and Bob are reps of team North, Charlie is a rep of team South, Dana is a manager, Erin an analyst,
Frank the admin. Zoe has left us.

    Alice ══ 12 meetings, both ways ══> Maya ··· Globex, 2018 to 2022 ··· Tomás ── CTO ──────────> Acme
    Bob ════ 3 mails, one way ════════> Priya ── buyer since 2023 ───────────────────────────────> Acme
             (Priya was at Initech then)
    Charlie ═ 6 calls ═> Noor ··· Hooli, 2015 to 2019 ··· Jonas ··· Initech, 2020 to 2022 ··· Priya
    Dana ─── rates 4 of 5 ───> Lena ── advisor, start not known ─────────────────────────────────> Acme
    Erin ═══ a message ══════> Olga ··· Globex, two weeks in June 2022 ··· Tomás           (evidence without weight)
    Zoe ════ a meeting ══════> Priya (she is not asked: she has left)

Ulla left Acme for Globex in 2021; Gil left it, nobody knows when or for where. 张三丰 is at 北京字节 and knows nobody.
Maya and Tomás were both in Engineering; Globex has 40 employees, Initech says nothing of its size.
"""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Graph, Runner
from worlds.build import account, contact, interaction, job, lead, rating, user

TEAMS = {"alice": "North", "bob": "North", "charlie": "South", "dana": "North", "erin": "North", "frank": "South"}
ROLES = {"dana": "manager", "erin": "analyst", "frank": "admin"}
NAMES = {
    "maya": "Maya Lind", "tomas": "Tomás Reyes", "priya": "Priya Raman", "noor": "Noor Haddad", "jonas": "Jonas Weber",
    "lena": "Lena Fischer", "olga": "Olga Sand", "ulla": "Ulla Berg", "gil": "Gil Ortiz",
}  # fmt: skip


def write_cast(graph: Graph) -> None:
    """Write the world, in one transaction: sixty of them take their time."""
    graph.transaction(_write)


def _write(graph: Runner) -> None:
    _records(graph)
    _careers(graph)
    _ties(graph)


def _records(graph: Runner) -> None:
    for uid, team in TEAMS.items():
        user(graph, uid, uid.title(), team=team, email=f"{uid}@us.example", role=ROLES.get(uid, "rep"))
    user(graph, "zoe", "Zoe", active=False, email="zoe@us.example", role="rep")
    account(graph, "acme", "Acme", domains=("acme.example",), industry="Robotics", aliases=["Acme Robotics Inc."])
    account(graph, "globex", "Globex", employee_count=40)
    account(graph, "hooli", "Hooli", employee_count=50)
    account(graph, "initech", "Initech")
    account(graph, "bytes", "北京字节科技", city="北京")
    for uid, name in NAMES.items():
        contact(graph, uid, name, given_name=name.split()[0], email=f"{uid}@people.example")
    contact(graph, "zhang", "张三丰", other_names=["Sanfeng Zhang"])
    lead(graph, "lead-1", "Rita Novak", company_name="Acme Holding")


def _careers(graph: Runner) -> None:
    job(graph, "maya", "globex", start="2018-03-01", end="2022-03-01", title="Engineer", department="Engineering")
    job(graph, "tomas", "globex", start="2018-01", end="2022-06", title="Lead", department="engineering", uid="tomas-1")
    cto = {"title": "CTO", "role": "decision_maker", "primary": True}
    job(graph, "tomas", "acme", start="2022-06-01", verified_on=date(2024, 3, 1), uid="tomas-2", **cto)
    job(graph, "priya", "initech", start="2020", end="2023-01-31", title="Analyst")
    job(
        graph,
        "priya",
        "acme",
        start="2023-02-01",
        title="Head of Purchasing",
        role="buyer",
        verified_on=date(2024, 5, 1),
    )
    job(graph, "noor", "hooli", start="2015-01-01", end="2019-01-01")
    job(graph, "jonas", "hooli", start="2015-01-01", end="2019-06-30")
    job(graph, "jonas", "initech", start="2020-02-01", end="2022-02-01")
    job(graph, "lena", "acme", title="Advisor", kind="advisor", verified_on=date(2024, 5, 1))
    job(graph, "ulla", "acme", start="2015", end="2021-04-30", title="Engineer")
    job(graph, "ulla", "globex", start="2021-05-01", title="Architect", primary=True)
    job(graph, "olga", "globex", start="2022-06-01", end="2022-06-15", title="Temp")
    job(graph, "gil", "acme", ended=True, title="Porter", verified_on=date(2020, 1, 1))
    job(graph, "zhang", "bytes", start="2019-05", title="采购总监")


def _ties(graph: Runner) -> None:
    for month in range(1, 13):
        interaction(graph, "alice", "maya", f"2023-{month:02}-10T09:00:00", subject=f"Meeting {month}")
    for day in (1, 2, 3):
        mail = {"channel": "email", "direction": "out", "subject": f"Mail {day}"}
        interaction(graph, "bob", "priya", f"2022-11-0{day}T12:00:00", private=day == 3, **mail)
    for day in range(1, 7):
        interaction(graph, "charlie", "noor", f"2024-05-0{day}T15:00:00", channel="call")
    interaction(graph, "erin", "olga", "2024-02-01", channel="message")
    interaction(graph, "zoe", "priya", "2024-05-01")
    rating(graph, "dana", "lena", 4, "2024-01-01")
