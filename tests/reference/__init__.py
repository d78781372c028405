"""An independent, slow and plain reference for histories, colleagues and warm paths (design 03, 04 and 08)."""
