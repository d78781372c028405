"""Segments as they are saved."""
