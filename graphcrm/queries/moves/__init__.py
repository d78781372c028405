"""Who moved where."""
