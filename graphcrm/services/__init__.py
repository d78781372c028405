"""Writes that hold a rule or touch several things."""
