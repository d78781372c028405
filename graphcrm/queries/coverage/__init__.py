"""Whom of those who are ours we spoke to lately."""
