"""Automations, and what they did."""
