"""Changing the graph: locks, revisions, the trash, and requests that were answered before (docs/changes.md)."""
