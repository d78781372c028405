"""Contracts and orders: what was agreed, and what is to be renewed."""
