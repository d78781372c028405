"""Interactions: one event, with all who took part."""
