"""Who moved where, what we had with them, and what we know at the new place."""
