"""What must hold of the graph: each query finds what breaks one rule (services/checks.py, docs/check.md)."""
