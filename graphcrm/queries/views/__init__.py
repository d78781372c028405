"""Saved views, and the records that users have starred."""
