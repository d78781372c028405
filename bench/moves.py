"""The moves feed: the HTTP API against the same queries over bare Bolt, for one user and for the whole team.

python bench/moves.py URI [--days 90,365] [--as-of 2026-11-01] [--rounds 15]
"""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from pathlib import Path

from paths import Recorder, graph_auth, timed


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("uri")
    parser.add_argument("--days", default="90,365")
    parser.add_argument("--user", default="U1")
    parser.add_argument("--as-of", default="2026-11-01")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--out", type=Path, default=Path("bench/out/moves.json"))
    args = parser.parse_args()
    graph = Recorder(args.uri, graph_auth(), timeout_s=600)
    rows = []
    for days in args.days.split(","):
        since = date.fromisoformat(args.as_of) - timedelta(days=int(days))
        url = f"/api/v1/moves?as_of={args.as_of}&since={since}"
        for what, query in (("user", f"&sort=rank&user={args.user}"), ("team", "&sort=rank"), ("by day", "")):
            rows.append({"moves": f"{days} days", "of": what, **timed(graph, url + query, args.rounds)})
            print("  ".join(f"{key} {value}" for key, value in rows[-1].items()))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
