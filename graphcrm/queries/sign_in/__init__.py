"""Signing in: how users do, their sessions, and attempts that failed (docs/sign-in.md)."""
