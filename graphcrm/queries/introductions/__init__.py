"""Introductions that were asked for."""
