"""The path searches: each returns the candidates whose bound is best (docs/cypher.md tells which serves when)."""
